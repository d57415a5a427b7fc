// SPDX-License-Identifier: Apache-2.0
// One-input functions: a formula on real numbers, and on int8 a 256-entry table made from it by the compiler.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <type_traits>

#include <tenon/core/encoding.hpp>
#include <tenon/core/math.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/int16_functions.hpp>
#include <tenon/op/quantized.hpp>

namespace tenon {

/// Computes each element of its result from the same element of its input: `real(x)`, and for integers
/// `integer<Rounding>(q, input, output)` with the encodings of both.
template <class Operator>
concept one_input_function = requires(float x) {
  { Operator::real(x) } -> std::same_as<float>;
};

namespace op {

/// A call of a one-input function on int8; on uint8 too, on either side, where the operator says that it takes them.
template <class Call>
concept looks_up_bytes = one_input_function<typename Call::op> &&
                         ((Call::x.type == i8 && Call::y.type == i8) ||
                          (requires { requires Call::op::takes_unsigned; } &&
                           (Call::x.type == i8 || Call::x.type == u8) && (Call::y.type == i8 || Call::y.type == u8)));

/// A call of a one-input function that reads or makes int16, for which it prepares numbers: `prepare_int16<Rounding>(input
/// encoding, output)`, whose call operator makes an integer of an integer.
template <class Call>
concept computes_int16 = one_input_function<typename Call::op> && (Call::x.type == i16 || Call::y.type == i16) &&
                         (Call::x.type == i16 || Call::x.type == i8) && (Call::y.type == i16 || Call::y.type == i8) &&
                         requires(encoding input, const edge_type& output) {
                           Call::op::template prepare_int16<typename Call::rounding>(input, output);
                         };

/// The results of all 256 inputs, the least one first; those of uint8 as the int8 of the same bits.
struct table_parameters {
  std::array<std::int8_t, 256> table{};
};

/// Fills the table of an operator for the encodings of its input and output. `from` is the input's element type.
template <class Operator, class Rounding>
constexpr table_parameters tabulate(encoding input, const edge_type& output, element from = i8) noexcept {
  table_parameters made;
  std::int32_t q = range_of(from).low;
  for (std::int8_t& entry : made.table)
    entry = static_cast<std::int8_t>(Operator::template integer<Rounding>(q++, input, output));
  return made;
}

/// a * b in float32, its ends instead of infinities: neither an overflow nor what is not a number may be
/// computed with in a constant expression.
constexpr float saturated_product(float a, float b) noexcept {
  constexpr float end = std::numeric_limits<float>::max();
  if (math::is_nan(a)) return a;
  const double product = double{a} * double{b};
  return product > double{end} ? end : product < -double{end} ? -end : static_cast<float>(product);
}

/// The integer nearest to real(x): everything in float32, halves away from zero (TFLite's lookup tables).
template <class Operator>
constexpr std::int32_t tabulate_real(std::int32_t q, encoding input, const edge_type& output) noexcept {
  const float inverse = 1.0f / output.code.scale;
  const float scaled =
      math::round_away(saturated_product(Operator::real(dequantize_value(q, input)), inverse));
  const integer_range range = range_of(output.tensor.type);
  const auto lowest = static_cast<float>(std::int64_t{range.low} - output.code.zero_point);
  const auto highest = static_cast<float>(std::int64_t{range.high} - output.code.zero_point);
  if (!(scaled > lowest)) return range.low;
  if (!(scaled < highest)) return range.high;
  return static_cast<std::int32_t>(scaled) + output.code.zero_point;
}

namespace detail {

/// What a one-input function computes with: nothing, numbers for int16, or the table of all results.
template <class Call>
struct function_parameters {
  using type = std::conditional_t<Call::x.type == f32, no_parameters, table_parameters>;
};
template <computes_int16 Call>
struct function_parameters<Call> {
  using type = decltype(Call::op::template prepare_int16<typename Call::rounding>(encoding{}, edge_type{}));
};

}  // namespace detail

/// What every one-input function says of itself; an operator derives from it with its own type.
template <class Operator>
struct elementwise {
  static constexpr int arity = 1;
  static constexpr bool works_in_place = true;

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    return accept(inputs[0].tensor.type, inputs[0].tensor.extents,
                  tenon::result_encoding<Operator>(inputs[0]));
  }

  template <class Call>
  using parameters = typename detail::function_parameters<Call>::type;

  template <class Call>
  static constexpr parameters<Call> prepare(const parameter_source&, std::span<const edge_type> inputs,
                                            const edge_type& output) noexcept {
    if constexpr (Call::x.type == f32)
      return {};
    else if constexpr (computes_int16<Call>)
      return Operator::template prepare_int16<typename Call::rounding>(inputs[0].code, output);
    else
      return tabulate<Operator, typename Call::rounding>(inputs[0].code, output, Call::x.type);
  }
};

/// The same of a function whose integers are those nearest to its real results.
template <class Operator>
struct nearest_of_real : elementwise<Operator> {
  template <class Rounding>
  static constexpr std::int32_t integer(std::int32_t q, encoding input, const edge_type& output) noexcept {
    return tabulate_real<Operator>(q, input, output);
  }

  /// int16 as TFLite's EXP and GELU: straight lines between 513 entries, tabulated in float32.
  template <class Rounding>
  static constexpr interpolated_table prepare_int16(encoding input, const edge_type& output) noexcept {
    return interpolate<float>(Operator::real, input.scale, input.zero_point, output.code.scale);
  }
};

}  // namespace op
}  // namespace tenon
