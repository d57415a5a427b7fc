// SPDX-License-Identifier: Apache-2.0
// relu6: values below 0 become 0, values above 6 become 6.
#pragma once

#include <tenon/graph/value.hpp>
#include <tenon/op/bounded.hpp>

namespace tenon::op {

/// Computes y = min(max(x, 0), 6). Rule: TFLite RELU6.
template <auto... Attributes>
struct relu6_ : bounded<relu6_<Attributes...>> {
  static constexpr std::string_view word = "relu6";
  static constexpr bool keeps_zero_channels = true;
  static constexpr clamp bounds{0.0f, 6.0f};
};

/// Bounds to 0..6: `relu6<"stem.relu">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, relu6_<Attributes...>> relu6{};

}  // namespace tenon::op
