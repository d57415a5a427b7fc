// SPDX-License-Identifier: Apache-2.0
// selu: an elu that keeps the spread of its values.
#pragma once

#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/elu.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon {

/// What a selu multiplies its result with.
struct gain {
  float value;
};

}  // namespace tenon

namespace tenon::op {

/// Computes y = gain * x for x >= 0, gain * alpha * (e^x - 1) else. Attributes: `alpha{1.67326319f}` and
/// `gain{1.05070102f}` unless given. Rule: ONNX Selu. Integers: the nearest of the real result (the rule of TFLite's
/// tables).
template <auto... Attributes>
struct selu_ : nearest_of_real<selu_<Attributes...>> {
  static constexpr std::string_view word = "selu";
  using attributes = attribute_types<alpha, gain>;
  static constexpr bool keeps_zero_channels = true;
  static constexpr float limit = attribute_or<alpha>({1.67326319f}, Attributes...).value;
  static constexpr float factor = attribute_or<gain>({1.05070102f}, Attributes...).value;

  static constexpr float real(float x) noexcept {
    const bool is_negative = x < 0.0f;
    const double bent = double{limit} * exponential_less_one(math::select(is_negative, x, 0.0f));
    return static_cast<float>(double{factor} * math::select(is_negative, bent, double{x}));
  }
};

/// Self-normalizing rectifier: `selu<"a.act">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, selu_<Attributes...>> selu{};

}  // namespace tenon::op
