// SPDX-License-Identifier: Apache-2.0
// mish: x times the hyperbolic tangent of its softplus.
#pragma once

#include <string_view>

#include <tenon/core/math.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes y = x * tanh(ln(1 + e^x)). Rule: ONNX Mish.
/// Integers: the nearest of the real result (the rule of TFLite's tables).
template <auto... Attributes>
struct mish_ : nearest_of_real<mish_<Attributes...>> {
  static constexpr std::string_view word = "mish";
  static constexpr bool keeps_zero_channels = true;

  static constexpr float real(float x) noexcept {
    // tanh(ln(1 + e)) = (e^2 + 2e) / (e^2 + 2e + 2); from 40 on it is 1.
    const bool is_large = x > 40.0f;
    const double small = math::select(is_large, 0.0f, x);
    const double grown = math::exp(small);
    const double part = grown * (grown + 2.0);
    return math::select(is_large, x, static_cast<float>(small * part / (part + 2.0)));
  }
};

/// Smooth rectifier: `mish<"a.act">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, mish_<Attributes...>> mish{};

}  // namespace tenon::op
