// SPDX-License-Identifier: Apache-2.0
// softplus: a smooth rectifier.
#pragma once

#include <string_view>

#include <tenon/core/math.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes y = ln(1 + e^x). Rule: ONNX Softplus; integers: the nearest of the real result (the rule of TFLite's
/// tables).
template <auto... Attributes>
struct softplus_ : nearest_of_real<softplus_<Attributes...>> {
  static constexpr std::string_view word = "softplus";

  static constexpr float real(float x) noexcept {
    // Written so that nothing overflows; what the smaller term adds to 1 below a float's last place is lost on purpose.
    const double small = math::exp(-double{math::abs(x)});
    const double rest = math::select(small < 1e-9, small, math::log(1.0 + small));
    return static_cast<float>(double{math::select(x > 0.0f, x, 0.0f)} + rest);
  }
};

/// Smooth rectifier: `softplus<"rate">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, softplus_<Attributes...>> softplus{};

}  // namespace tenon::op
