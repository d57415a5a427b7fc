// SPDX-License-Identifier: Apache-2.0
// leaky_relu: negative values are made smaller.
#pragma once

#include <cstdint>

#include <tenon/core/fixed_point.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon {

/// What negative values are multiplied with.
struct slope {
  float value;
};

}  // namespace tenon

namespace tenon::op {

/// Computes y = x for x >= 0, slope * x else. Attribute: `slope{0.01f}` unless given. Rule: TFLite LEAKY_RELU
/// (two factors, each formed in float32; a negative slope scales by its size and changes the sign).
template <auto... Attributes>
struct leaky_relu_ : elementwise<leaky_relu_<Attributes...>> {
  static constexpr std::string_view word = "leaky_relu";
  using attributes = attribute_types<slope>;
  static constexpr bool keeps_zero_channels = true;
  static constexpr float negative_slope = attribute_or<slope>({0.01f}, Attributes...).value;

  static constexpr float real(float x) noexcept { return x >= 0.0f ? x : negative_slope * x; }

  template <class Rounding>
  static constexpr std::int32_t integer(std::int32_t q, encoding input, const edge_type& output) noexcept {
    using rule = typename Rounding::rescale_rule;
    constexpr float size = negative_slope < 0.0f ? -negative_slope : negative_slope;
    const std::int32_t x = wrapping_subtract(q, input.zero_point);
    const float factor = x >= 0 ? input.scale / output.code.scale : input.scale * size / output.code.scale;
    const std::int32_t scaled = rule::apply(x, rule::make_from_real(double{factor}));
    const bool turned = x < 0 && negative_slope < 0.0f;
    return store_value(turned ? wrapping_subtract(0, scaled) : scaled, output);
  }

  template <class Rounding>
  static constexpr auto prepare_int16(encoding input, const edge_type& output) noexcept {
    using rule = typename Rounding::rescale_rule;
    constexpr float size = negative_slope < 0.0f ? -negative_slope : negative_slope;
    const float factor = input.scale / output.code.scale;
    const float negative = input.scale * size / output.code.scale;
    return rescaling_by_sign<rule>{prepare_rescaling<rule>(double{factor}, input, output),
                                   rule::make_from_real(double{negative}), negative_slope < 0.0f ? 1 : 0};
  }
};

/// Leaky rectifier: `leaky_relu<"a.relu", slope{0.1f}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, leaky_relu_<Attributes...>> leaky_relu{};

}  // namespace tenon::op
