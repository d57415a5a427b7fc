// SPDX-License-Identifier: Apache-2.0
// Two-input functions with broadcasting: add, sub, mul, div, maximum, minimum, prelu.
#pragma once

#include <concepts>
#include <cstdint>
#include <span>
#include <type_traits>

#include <tenon/core/fixed_point.hpp>
#include <tenon/core/requantize.hpp>
#include <tenon/op/broadcast.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/quantized.hpp>

namespace tenon {

/// Computes each element of its result from one element of each input: `real(a, b)`, and for integers
/// `integer(parameters, a, b)`.
template <class Operator>
concept two_input_function = requires(float a, float b) {
  { Operator::real(a, b) } -> std::same_as<float>;
};

namespace op {

namespace detail {

/// One of two numbers. Batches of numbers bring a function of the same name with them.
[[gnu::always_inline]] constexpr float select(bool first, float a, float b) noexcept { return first ? a : b; }

}  // namespace detail

/// Bounds of a real result.
struct real_bounds {
  float low = 0.0f;
  float high = 0.0f;

  [[gnu::always_inline]] constexpr float cut(float x) const noexcept {
    return x < low ? low : x > high ? high : x;
  }
};

/// How an integer result is stored: moved to its zero point, then bounded.
struct integer_store {
  std::int32_t zero_point = 0;
  std::int32_t low = 0;
  std::int32_t high = 0;

  [[gnu::always_inline]] constexpr std::int32_t cut(std::int32_t scaled) const noexcept {
    const std::int32_t y = wrapping_add(scaled, zero_point);
    return y < low ? low : y > high ? high : y;
  }
};

/// How a bounded result is stored.
constexpr integer_store store_for(const clamp& bounds, const edge_type& output) noexcept {
  const integer_range range = bounded_range(bounds, output);
  return {output.code.zero_point, range.low, range.high};
}

/// Sums of int8: both terms are brought to one scale with 20 bits to spare, added, and brought to the
/// result's scale. int16 have 15 bits to spare.
template <class Rule, int SpareBits = 20>
struct sum_parameters {
  using rule = Rule;
  static constexpr int spare_bits = SpareBits;
  typename Rule::factor first{};
  typename Rule::factor second{};
  typename Rule::factor sum{};
  std::int32_t first_zero_point = 0;
  std::int32_t second_zero_point = 0;
  integer_store store{};

  [[gnu::always_inline]] constexpr std::int32_t first_term(std::int32_t q) const noexcept {
    return Rule::apply(wrapping_multiply(q - first_zero_point, 1 << spare_bits), first);
  }
  [[gnu::always_inline]] constexpr std::int32_t second_term(std::int32_t q) const noexcept {
    return Rule::apply(wrapping_multiply(q - second_zero_point, 1 << spare_bits), second);
  }
  [[gnu::always_inline]] constexpr std::int32_t finish(std::int32_t total) const noexcept {
    return store.cut(Rule::apply(total, sum));
  }
};

/// Sums of int8 as LiteRT's default runtime (XNNPACK) forms them, bit for bit: each term times an integer of up to 22
/// bits, one shift to the right, halves up.
template <>
struct sum_parameters<float32_rule, 20> {
  using rule = float32_rule;
  static constexpr int spare_bits = 20;
  std::int32_t first = 0;
  std::int32_t second = 0;
  std::int32_t shift = 1;
  std::int32_t first_zero_point = 0;
  std::int32_t second_zero_point = 0;
  integer_store store{};

  [[gnu::always_inline]] constexpr std::int32_t first_term(std::int32_t q) const noexcept {
    return (q - first_zero_point) * first;
  }
  [[gnu::always_inline]] constexpr std::int32_t second_term(std::int32_t q) const noexcept {
    return (q - second_zero_point) * second;
  }
  [[gnu::always_inline]] constexpr std::int32_t finish(std::int32_t total) const noexcept {
    return store.cut((total + (1 << (shift - 1))) >> shift);
  }
};

/// The numbers of a call's sum or difference.
template <class Call>
using sum_parameters_of =
    std::conditional_t<Call::x.type == f32, real_bounds,
                       sum_parameters<typename Call::rounding::rescale_rule, Call::x.type == i16 ? 15 : 20>>;

/// The numbers of XNNPACK's sums: the larger of s_a / s_y and s_b / s_y, in float32, becomes an integer of 21 bits.
/// Beyond ratios of 2^-10 to 2^8, which XNNPACK refuses, it keeps what 32 bits have room for.
constexpr sum_parameters<float32_rule> prepare_shifted_sum(const encoding& a, const encoding& b, const encoding& y,
                                                           const integer_store& store) noexcept {
  const float first = a.scale / y.scale;
  const float second = b.scale / y.scale;
  const std::int32_t exponent = math::frexp(static_cast<double>(first > second ? first : second)).exponent - 1;
  const std::int32_t shift = exponent < -10 ? 30 : exponent > 19 ? 1 : 20 - exponent;
  const auto multiplier = [shift](float ratio) {
    constexpr double most = 0x1p22;
    const double scaled = math::round_even(static_cast<double>(ratio) * static_cast<double>(std::int64_t{1} << shift));
    return static_cast<std::int32_t>(scaled < most ? scaled : most);
  };
  return {multiplier(first), multiplier(second), shift, a.zero_point, b.zero_point, store};
}

/// The numbers of a sum or difference of integers: with t twice the larger scale, s / t for each term and
/// t / (2^SpareBits * s) for the result, formed in double (TFLite ADD and SUB); XNNPACK's under its rule.
template <class Rule, int SpareBits = 20>
constexpr sum_parameters<Rule, SpareBits> prepare_sum(const clamp& bounds, std::span<const edge_type> inputs,
                                                      const edge_type& output) noexcept {
  const encoding a = inputs[0].code;
  const encoding b = inputs[1].code;
  if constexpr (std::same_as<sum_parameters<Rule, SpareBits>, sum_parameters<float32_rule>>) {
    return prepare_shifted_sum(a, b, output.code, store_for(bounds, output));
  } else {
    const double twice = 2.0 * double{a.scale > b.scale ? a.scale : b.scale};
    const double spare = double{1 << SpareBits};
    return {Rule::make_from_real(double{a.scale} / twice),
            Rule::make_from_real(double{b.scale} / twice),
            Rule::make_from_real(twice / (spare * double{output.code.scale})),
            a.zero_point,
            b.zero_point,
            store_for(bounds, output)};
  }
}

/// The same as the parameters of a call, real or of integers.
template <class Parameters>
constexpr Parameters prepare_sum_as(const clamp& bounds, [[maybe_unused]] std::span<const edge_type> inputs,
                                    [[maybe_unused]] const edge_type& output) noexcept {
  if constexpr (std::same_as<Parameters, real_bounds>) return {bounds.low, bounds.high};
  else return prepare_sum<typename Parameters::rule, Parameters::spare_bits>(bounds, inputs, output);
}

/// What every two-input function says of itself; an operator derives from it with its own type and
/// attributes. Attributes: `clamp`, `encoded`.
template <class Operator, auto... Attributes>
struct pairwise {
  static constexpr int arity = 2;
  static constexpr bool absorbs_clamp = true;
  /// Planning asks besides that the first input has as many elements as the result.
  static constexpr bool works_in_place = true;
  static constexpr bool writes_rows = true;
  static constexpr clamp bounds_of_result = attribute_or<clamp>({}, Attributes...);

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& a = inputs[0].tensor;
    const tensor_type& b = inputs[1].tensor;
    if (a.type != b.type)
      return refuse("tenon: an operator has two inputs of different element types; convert one of them");
    if (!can_broadcast(a.extents, b.extents))
      return refuse(
          "tenon: an operator has two inputs whose shapes do not broadcast; make each axis equal or 1");
    return accept(a.type, broadcast(a.extents, b.extents), attribute_or<encoded>({}, Attributes...).code);
  }
};

}  // namespace op
}  // namespace tenon
