// SPDX-License-Identifier: Apache-2.0
// Operators that only bound their input: relu, relu6, clip.
#pragma once

#include <cstdint>

#include <tenon/core/fixed_point.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes y = min(max(x, bounds.low), bounds.high). Integers: y = clamp(requantize(x - input zero point) +
/// output zero point), with the factor formed in float32 (TFLite RELU, RELU6).
template <class Operator>
struct bounded : elementwise<Operator> {
  static constexpr float real(float x) noexcept {
    constexpr clamp range = Operator::bounds;
    return x < range.low ? range.low : x > range.high ? range.high : x;
  }

  template <class Rounding>
  static constexpr std::int32_t integer(std::int32_t q, encoding input, const edge_type& output) noexcept {
    using rule = typename Rounding::rescale_rule;
    const integer_range range = bounded_range(Operator::bounds, output);
    const auto factor = rule::make_from_real(static_cast<double>(input.scale / output.code.scale));
    const std::int32_t y =
        wrapping_add(rule::apply(wrapping_subtract(q, input.zero_point), factor), output.code.zero_point);
    return y < range.low ? range.low : y > range.high ? range.high : y;
  }

  template <class Rounding>
  static constexpr auto prepare_int16(encoding input, const edge_type& output) noexcept {
    return prepare_rescaling<typename Rounding::rescale_rule>(double{input.scale / output.code.scale}, input, output,
                                                              Operator::bounds);
  }
};

}  // namespace tenon::op
