// SPDX-License-Identifier: Apache-2.0
// abs: the size without the sign.
#pragma once

#include <cstdint>
#include <string_view>

#include <tenon/core/fixed_point.hpp>
#include <tenon/core/math.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes y = |x|. Rule: TFLite ABS (one factor, formed in float32).
template <auto... Attributes>
struct abs_ : elementwise<abs_<Attributes...>> {
  static constexpr std::string_view word = "abs";
  static constexpr bool keeps_zero_channels = true;

  static constexpr float real(float x) noexcept { return math::abs(x); }

  template <class Rounding>
  static constexpr std::int32_t integer(std::int32_t q, encoding input, const edge_type& output) noexcept {
    using rule = typename Rounding::rescale_rule;
    const std::int32_t x = wrapping_subtract(q, input.zero_point);
    const float factor = input.scale / output.code.scale;
    return store_value(rule::apply(x < 0 ? wrapping_subtract(0, x) : x, rule::make_from_real(double{factor})), output);
  }

  template <class Rounding>
  static constexpr auto prepare_int16(encoding input, const edge_type& output) noexcept {
    using rule = typename Rounding::rescale_rule;
    const float factor = input.scale / output.code.scale;
    return rescaling_of_size<rule>{prepare_rescaling<rule>(double{factor}, input, output)};
  }
};

/// Magnitude of an edge, spelt `op::abs<"size">` where the C library is in sight.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, abs_<Attributes...>> abs{};

}  // namespace tenon::op
