// SPDX-License-Identifier: Apache-2.0
// sqrt: the square root.
#pragma once

#include <cstdint>
#include <string_view>

#include <tenon/core/encoding.hpp>
#include <tenon/core/math.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes y = the square root of x; of negative numbers that is no number, which int8 stores as the lowest integer
/// (TFLite refuses them when it meets them). Rule: TFLite SQRT (int8: root and quotient in float32, rounded down,
/// whatever the rounding policy).
template <auto... Attributes>
struct sqrt_ : elementwise<sqrt_<Attributes...>> {
  static constexpr std::string_view word = "sqrt";
  static constexpr bool keeps_zero_channels = true;

  static constexpr float real(float x) noexcept { return math::sqrt(x); }

  template <class Rounding>
  static constexpr std::int32_t integer(std::int32_t q, encoding input, const edge_type& output) noexcept {
    const float x = dequantize_value(q, input);
    if (x < 0.0f) return range_of(output.tensor.type).low;
    const float steps = real(x) / output.code.scale;
    return store_value(static_cast<std::int32_t>(steps < 0x1p30f ? steps : 0x1p30f), output);
  }
};

/// Square root, spelt `op::sqrt<"root">` where the C library is in sight.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, sqrt_<Attributes...>> sqrt{};

}  // namespace tenon::op
