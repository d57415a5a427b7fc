// SPDX-License-Identifier: Apache-2.0
// elu: negative values approach a limit.
#pragma once

#include <string_view>

#include <tenon/core/math.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon {

/// The number that rectifiers call alpha: elu, celu and selu stay above minus it (selu times its gain),
/// thresholded_relu passes what is above it.
struct alpha {
  float value;
};

}  // namespace tenon

namespace tenon::op {

/// e^x - 1 for x <= 0. Near 0 the difference would lose its places to the 1.
constexpr double exponential_less_one(double x) noexcept {
  return math::select(x > -1e-5, x + 0.5 * x * x, math::exp(x) - 1.0);
}

/// Computes y = x for x >= 0, alpha * (e^x - 1) else. Attribute: `alpha{1.0f}` unless given.
/// Rule: TFLite ELU, ONNX Elu (int8 by a table).
template <auto... Attributes>
struct elu_ : nearest_of_real<elu_<Attributes...>> {
  static constexpr std::string_view word = "elu";
  using attributes = attribute_types<alpha>;
  static constexpr bool keeps_zero_channels = true;
  /// The limit below, but for its sign.
  static constexpr float limit = attribute_or<alpha>({1.0f}, Attributes...).value;

  static constexpr float real(float x) noexcept {
    const bool is_negative = x < 0.0f;
    const auto bent = static_cast<float>(double{limit} * exponential_less_one(math::select(is_negative, x, 0.0f)));
    return math::select(is_negative, bent, x);
  }
};

/// Exponential rectifier: `elu<"a.act">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, elu_<Attributes...>> elu{};

}  // namespace tenon::op
