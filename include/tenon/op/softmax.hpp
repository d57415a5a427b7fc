// SPDX-License-Identifier: Apache-2.0
// softmax: exponentials along the last axis, divided by their sum.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

#include <tenon/core/fixed_point.hpp>
#include <tenon/core/math.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/int16_functions.hpp>

namespace tenon {

/// What the inputs of a softmax are multiplied with; 1 unless given.
struct beta {
  float value;
};

namespace op {

/// What an int8 softmax computes with: the exponential of each possible distance from the largest input.
struct softmax_parameters {
  /// exp(-distance * scale * beta) in Q0.31 for distances 0..255; 0 where the rule leaves an input out, so
  /// that it is no part of the sum and gives -128.
  std::array<std::int32_t, 256> exponentials{};
};

/// What an int16 softmax computes with: a row's distances from its largest input as 16 bits of 10 / 65535 each, and two
/// tables, of exponentials and of reciprocals. A template over the type of the numbers, std::int16_t, so that compilers work
/// the tables out for those only who use them.
template <class Integer>
struct int16_softmax_parameters {
  q31_factor factor{};

  /// e^x for x in -10 .. 0 and 1 / (1 + x) for x in 0 .. 1, in units of 2 / 65535.
  static constexpr interpolated_table exponentials =
      interpolate<double>([](double x) { return math::exp(x); }, 10.0 / 65535.0, 32767, 2.0 / 65535.0);
  static constexpr interpolated_table reciprocals =
      interpolate<double>([](double x) { return 1.0 / (1.0 + x); }, 1.0 / 65535.0, -32768, 2.0 / 65535.0);

  [[gnu::always_inline]] constexpr std::int32_t exponential(std::int32_t distance) const noexcept {
    const std::int32_t x = wrapping_add(scale32(-distance, factor), 32767);
    return exponentials(x < -32768 ? -32768 : x > 32767 ? 32767 : x);
  }
};

/// The int16 result of one input: its exponential times the reciprocal of the sum of them, in units of 2^-15.
template <class Integer>
struct int16_softmax_share {
  std::int32_t reciprocal{};
  std::int32_t shift{};

  /// The sum is one of exponentials, the largest of which is 32767.
  [[gnu::always_inline]] static constexpr int16_softmax_share of_sum(std::int32_t sum) noexcept {
    const std::int32_t zeros = leading_zeros(static_cast<std::uint32_t>(sum));
    const std::int32_t normal = wrapping_add(wrapping_shift_left(sum, zeros - 1), 1 << 13) >> 14;
    const std::int32_t x = normal - (1 << 15) - (1 << 16);
    return {int16_softmax_parameters<Integer>::reciprocals(x < -32768 ? -32768 : x > 32767 ? 32767 : x), 31 - zeros};
  }

  [[gnu::always_inline]] constexpr std::int16_t operator()(std::int32_t exponential) const noexcept {
    const std::int32_t y = (exponential * reciprocal + (1 << (shift - 1))) >> shift;
    return static_cast<std::int16_t>(y < 0 ? 0 : y > 32767 ? 32767 : y);
  }
};

/// Computes y[i] = exp(beta * (x[i] - max x)) / sum of all exp, along the last axis. Attribute: `beta`. The
/// int8 result has scale 1/256 and zero point -128, that of int16 1/32768 and 0. Rule: TFLite SOFTMAX (int8: Q5.26
/// exponentials, Q0.31 reciprocal of the sum; int16: tables of 513 entries).
template <auto... Attributes>
struct softmax_ {
  static constexpr std::string_view word = "softmax";
  using attributes = attribute_types<beta>;
  static constexpr int arity = 1;
  static constexpr encoding_rule result_encoding = encoding_rule::fixed;
  static constexpr encoding fixed_encoding{1.0f / 256.0f, -128};
  static constexpr encoding fixed_encoding_of_int16{1.0f / 32768.0f, 0};
  static constexpr float factor = attribute_or<beta>({1.0f}, Attributes...).value;

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& x = inputs[0].tensor;
    if (x.extents.rank < 1) return refuse("tenon: softmax takes at least one axis; reshape its input");
    if (!(factor > 0.0f))
      return refuse("tenon: softmax has a beta that is not positive; give a positive number");
    return accept(x.type, x.extents, prescribed_encoding<softmax_>(x.type));
  }

  template <class Call>
  using integer_parameters =
      std::conditional_t<Call::x.type == i16, int16_softmax_parameters<storage_t<Call::x.type>>, softmax_parameters>;
  template <class Call>
  using parameters = std::conditional_t<Call::x.type == f32, no_parameters, integer_parameters<Call>>;

  /// Tabulates the exponentials of all distances, which 8-bit inputs make possible.
  template <class Call>
  static constexpr parameters<Call> prepare(const parameter_source&,
                                            [[maybe_unused]] std::span<const edge_type> inputs,
                                            const edge_type&) noexcept {
    if constexpr (Call::x.type == f32)
      return {};
    else if constexpr (Call::x.type == i16)
      return {to_q31(double{inputs[0].code.scale * factor} / (10.0 / 65535.0))};
    else
      return tabulate(inputs[0].code.scale);
  }

 private:
  static constexpr softmax_parameters tabulate(float input_scale) noexcept {
    const double wanted = double{factor} * double{input_scale} * 0x1p26;
    const q31_factor scale = to_q31(wanted < 2147483647.0 ? wanted : 2147483647.0);
    const int shift = scale.exponent > 0 ? scale.exponent : 0;
    const std::int64_t furthest = (std::int64_t{31} << 26) >> shift;
    softmax_parameters made;
    for (std::int32_t distance = 0; distance < 256 && distance <= furthest; ++distance) {
      const std::int32_t x = scale32(-distance, scale);
      made.exponentials[static_cast<std::size_t>(distance)] = exponential_of_negative(x);
    }
    return made;
  }
};

/// Shares that sum up to 1: `softmax<"scores">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, softmax_<Attributes...>> softmax{};

/// The int8 result of one input: its exponential times the reciprocal of the sum, rounded (TFLite; sums of
/// 512 and more, where its reference stops the process, give -128).
struct softmax_share {
  std::int32_t reciprocal{};
  std::int32_t shift{};

  /// One input's part of the sum, in Q12.19.
  [[gnu::always_inline]] static constexpr std::int32_t part(std::int32_t exponential) noexcept {
    return rounding_shift_right(exponential, 12);
  }

  /// The sum of a row's parts: at least 1, as the largest input's exponential is.
  [[gnu::always_inline]] static constexpr softmax_share of_sum(std::int64_t sum) noexcept {
    constexpr std::int64_t beyond = std::int64_t{1} << 30;
    const auto bounded = static_cast<std::uint32_t>(sum < beyond ? sum : beyond);
    const std::int32_t zeros = leading_zeros(bounded);
    const std::uint32_t normal = bounded << zeros;
    return {reciprocal_of_one_plus(static_cast<std::int32_t>(normal - 0x80000000u)), 12 - zeros + 31 - 8};
  }

  [[gnu::always_inline]] constexpr std::int8_t operator()(std::int32_t exponential) const noexcept {
    const std::int32_t y = rounding_shift_right(high_multiply(reciprocal, exponential), shift) - 128;
    return static_cast<std::int8_t>(y < -128 ? -128 : y > 127 ? 127 : y);
  }
};

}  // namespace op
}  // namespace tenon
