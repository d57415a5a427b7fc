// SPDX-License-Identifier: Apache-2.0
// celu: an elu without a bend.
#pragma once

#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/elu.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes y = x for x >= 0, alpha * (e^(x / alpha) - 1) else. Attribute: `alpha{1.0f}` unless given. Rule: ONNX Celu.
/// Integers: the nearest of the real result (the rule of TFLite's tables).
template <auto... Attributes>
struct celu_ : nearest_of_real<celu_<Attributes...>> {
  static constexpr std::string_view word = "celu";
  using attributes = attribute_types<alpha>;
  static constexpr bool keeps_zero_channels = true;
  static constexpr float limit = attribute_or<alpha>({1.0f}, Attributes...).value;

  static constexpr float real(float x) noexcept {
    const bool is_negative = x < 0.0f;
    const double share = double{math::select(is_negative, x, 0.0f)} / double{limit};
    return math::select(is_negative, static_cast<float>(double{limit} * exponential_less_one(share)), x);
  }
};

/// Continuously differentiable rectifier: `celu<"a.act">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, celu_<Attributes...>> celu{};

}  // namespace tenon::op
