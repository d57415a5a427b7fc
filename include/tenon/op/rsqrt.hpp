// SPDX-License-Identifier: Apache-2.0
// rsqrt: one over the square root.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

#include <tenon/core/fixed_point.hpp>
#include <tenon/core/math.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes y = 1 / the square root of x. Of 0 that is infinity, of negative numbers no number; int8 stores them as the
/// largest and the lowest integer. Rule: TFLite RSQRT (int8 in fixed point, whatever the rounding policy; TFLite
/// refuses negative numbers when it meets them).
template <auto... Attributes>
struct rsqrt_ : elementwise<rsqrt_<Attributes...>> {
  static constexpr std::string_view word = "rsqrt";

  static constexpr float real(float x) noexcept {
    using limits = std::numeric_limits<float>;
    const bool is_positive = x > 0.0f;
    const double root = math::sqrt(double{math::select(is_positive, x, 1.0f)});
    const float outside = math::select(x == 0.0f, limits::infinity(), limits::quiet_NaN());
    return math::select(is_positive, static_cast<float>(1.0 / root), outside);
  }

  template <class Rounding>
  static constexpr std::int32_t integer(std::int32_t q, encoding input, const edge_type& output) noexcept {
    const std::int32_t x = wrapping_subtract(q, input.zero_point);
    const integer_range range = range_of(output.tensor.type);
    if (x <= 0) return x == 0 ? range.high : range.low;
    constexpr std::int32_t spare_bits = 20;
    const q31_factor root = inverse_root(x);
    const float scales = math::sqrt(input.scale) * output.code.scale;
    q31_factor to_output = to_q31(1.0 / double{scales});
    to_output.exponent -= spare_bits;
    return store_value(scale32(scale32(1, {root.multiplier, root.exponent + spare_bits}), to_output), output);
  }

 private:
  /// 1 / the square root of an integer, by five Newton steps from 1.
  static constexpr q31_factor inverse_root(std::int32_t x) noexcept {
    if (x <= 1) return {2147483647, 0};
    std::int32_t halvings = 11;
    for (; x >= 1 << 29; x /= 4) ++halvings;                // far beyond int8
    constexpr std::int32_t three_halves = 3 << 27;          // in Q3.28, like the estimate
    constexpr std::int32_t inverse_root_of_2 = 1518500250;  // in Q0.31
    const std::int32_t pairs = (leading_zeros(static_cast<std::uint32_t>(x)) - 1) / 2 - 1;
    const std::int32_t half = rounding_shift_right((x << (2 * pairs)) >> 1, 1);
    std::int32_t estimate = 1 << 28;
    for (int step = 0; step < 5; ++step) {
      const std::int32_t cube = high_multiply(high_multiply(estimate, estimate), estimate);
      const std::int32_t scaled_cube = saturate_to_int32(std::int64_t{cube} * 64);
      const std::int32_t next = high_multiply(three_halves, estimate) - high_multiply(half, scaled_cube);
      estimate = saturate_to_int32(std::int64_t{next} * 8);
    }
    return {high_multiply(estimate, inverse_root_of_2), pairs - halvings};
  }
};

/// Reciprocal square root: `rsqrt<"inverse.deviation">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, rsqrt_<Attributes...>> rsqrt{};

}  // namespace tenon::op
