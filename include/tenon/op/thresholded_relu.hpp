// SPDX-License-Identifier: Apache-2.0
// thresholded_relu: what is not above a threshold becomes 0.
#pragma once

#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/elu.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes y = x for x > alpha, 0 else. Attribute: `alpha{1.0f}` unless given. Rule: ONNX ThresholdedRelu.
/// Integers: the nearest of the real result (the rule of TFLite's tables).
template <auto... Attributes>
struct thresholded_relu_ : nearest_of_real<thresholded_relu_<Attributes...>> {
  static constexpr std::string_view word = "thresholded_relu";
  using attributes = attribute_types<alpha>;
  static constexpr float threshold = attribute_or<alpha>({1.0f}, Attributes...).value;

  static constexpr float real(float x) noexcept { return x > threshold ? x : 0.0f; }
};

/// Rectifier with a threshold: `thresholded_relu<"a.act", alpha{0.5f}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, thresholded_relu_<Attributes...>> thresholded_relu{};

}  // namespace tenon::op
