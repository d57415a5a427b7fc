// SPDX-License-Identifier: Apache-2.0
// clip: bounds values by two numbers.
#pragma once

#include <tenon/graph/value.hpp>
#include <tenon/op/bounded.hpp>

namespace tenon::op {

/// Computes y = min(max(x, low), high). Attribute: `clamp{low, high}`, infinite where it is not given. Rule:
/// ONNX Clip, with the integer rule of TFLite's RELU family.
template <auto... Attributes>
struct clip_ : bounded<clip_<Attributes...>> {
  static constexpr std::string_view word = "clip";
  using attributes = attribute_types<clamp>;
  static constexpr clamp bounds = attribute_or<clamp>({}, Attributes...);

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    if (!(bounds.low <= bounds.high))
      return refuse("tenon: clip has its lower bound above its upper bound; exchange them");
    return elementwise<clip_>::infer(inputs);
  }
};

/// Bounds to two numbers: `clip<"gate", clamp{-1.0f, 1.0f}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, clip_<Attributes...>> clip{};

}  // namespace tenon::op
