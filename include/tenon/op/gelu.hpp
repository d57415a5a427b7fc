// SPDX-License-Identifier: Apache-2.0
// gelu: a gate by the normal distribution.
#pragma once

#include <string_view>

#include <tenon/core/math.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon {

/// Whether a gelu is computed by a hyperbolic tangent that comes close to it.
struct approximate {
  bool by_tanh;
};

}  // namespace tenon

namespace tenon::op {

/// Computes y = x * P(X <= x) for a normal X: x / 2 * erfc(-x / sqrt 2), or, with `approximate{true}`, x / 2 *
/// (1 + tanh(sqrt(2 / pi) * (x + 0.044715 x^3))). Rule: TFLite GELU (int8 by a table), ONNX Gelu.
template <auto... Attributes>
struct gelu_ : nearest_of_real<gelu_<Attributes...>> {
  static constexpr std::string_view word = "gelu";
  using attributes = attribute_types<approximate>;
  static constexpr bool keeps_zero_channels = true;
  static constexpr bool by_tanh = attribute_or<approximate>({false}, Attributes...).by_tanh;

  static constexpr float real(float x) noexcept {
    const double wide = x;
    constexpr double root_of_half = 0x1.6a09e667f3bcdp-1;
    constexpr double root_of_two_over_pi = 0x1.9884533d43651p-1;
    if constexpr (by_tanh) {
      const double bent = root_of_two_over_pi * (wide + 0.044715 * wide * wide * wide);
      // 1 + tanh(b) = 2 / (1 + e^-2b), which keeps its places where it is small; e^1400 is infinite already.
      return static_cast<float>(math::select(bent < -700.0, -0.0, wide / (1.0 + math::exp(-2.0 * bent))));
    } else {
      return static_cast<float>(0.5 * wide * math::erfc(-wide * root_of_half));
    }
  }
};

/// Gate by the normal distribution: `gelu<"a.act">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, gelu_<Attributes...>> gelu{};

}  // namespace tenon::op
