// SPDX-License-Identifier: Apache-2.0
// square: a number times itself.
#pragma once

#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes y = x * x. Integers: the nearest of the real result (the rule of TFLite's tables).
template <auto... Attributes>
struct square_ : nearest_of_real<square_<Attributes...>> {
  static constexpr std::string_view word = "square";
  static constexpr bool keeps_zero_channels = true;

  static constexpr float real(float x) noexcept { return x * x; }
};

/// Square of an edge: `square<"energy">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, square_<Attributes...>> square{};

}  // namespace tenon::op
