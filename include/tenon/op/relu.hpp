// SPDX-License-Identifier: Apache-2.0
// relu: negative values become 0.
#pragma once

#include <limits>

#include <tenon/graph/value.hpp>
#include <tenon/op/bounded.hpp>

namespace tenon::op {

/// Computes y = max(x, 0). Rule: TFLite RELU.
template <auto... Attributes>
struct relu_ : bounded<relu_<Attributes...>> {
  static constexpr std::string_view word = "relu";
  static constexpr bool keeps_zero_channels = true;
  static constexpr clamp bounds{0.0f, std::numeric_limits<float>::infinity()};
};

/// Bounds below by 0: `relu<"stem.relu">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, relu_<Attributes...>> relu{};

}  // namespace tenon::op
