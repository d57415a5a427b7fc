// SPDX-License-Identifier: Apache-2.0
// From real numbers to the integers of a quantized result: bounds of an activation, biases.
#pragma once

#include <cstdint>

#include <tenon/core/encoding.hpp>
#include <tenon/core/fixed_point.hpp>
#include <tenon/core/math.hpp>
#include <tenon/core/tensor.hpp>
#include <tenon/op/attribute.hpp>

namespace tenon::op {

/// The integers that a bounded, quantized result can take (TFLite's CalculateActivationRangeQuantized:
/// float32 quotient, halves away from zero, cut to the element's range).
constexpr integer_range bounded_range(const clamp& bounds, const edge_type& output) noexcept {
  const integer_range range = range_of(output.tensor.type);
  const auto bound = [&](float real, std::int32_t otherwise) {
    return math::is_infinite(real) ? otherwise : quantize_value(real, output.code, range.low, range.high);
  };
  return {bound(bounds.low, range.low), bound(bounds.high, range.high)};
}

/// Moves a scaled value to the output's zero point and cuts it to the element's range.
constexpr std::int32_t store_value(std::int32_t scaled, const edge_type& output) noexcept {
  const integer_range range = range_of(output.tensor.type);
  const std::int32_t y = wrapping_add(scaled, output.code.zero_point);
  return y < range.low ? range.low : y > range.high ? range.high : y;
}

/// A bias as int64 with scale = input scale * weight scale; beyond 2^62, where no sum needs it, cut to that.
constexpr std::int64_t quantize_wide_bias(float bias, float input_scale, float weight_scale) noexcept {
  const double scaled = math::round_away(double{bias} / (double{input_scale} * double{weight_scale}));
  if (!(math::abs(scaled) < 0x1p62)) return scaled < 0.0 ? -(std::int64_t{1} << 62) : std::int64_t{1} << 62;
  return static_cast<std::int64_t>(scaled);
}

/// A bias as int32 with scale = input scale * weight scale; saturates.
constexpr std::int32_t quantize_bias(float bias, float input_scale, float weight_scale) noexcept {
  const double scaled = math::round_away(double{bias} / (double{input_scale} * double{weight_scale}));
  if (scaled >= 2147483647.0) return 2147483647;
  if (scaled <= -2147483648.0) return -2147483647 - 1;
  return static_cast<std::int32_t>(scaled);
}

}  // namespace tenon::op
