// SPDX-License-Identifier: Apache-2.0
// sign: 1 or -1.
#pragma once

#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes 1 for x > 0, -1 for x < 0, else x. Rule: TFLite SIGN, ONNX Sign.
/// Integers: the nearest of the real result (the rule of TFLite's tables).
template <auto... Attributes>
struct sign_ : nearest_of_real<sign_<Attributes...>> {
  static constexpr std::string_view word = "sign";
  static constexpr bool keeps_zero_channels = true;

  static constexpr float real(float x) noexcept { return x > 0.0f ? 1.0f : x < 0.0f ? -1.0f : x; }
};

/// Sign of an edge: `sign<"side">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, sign_<Attributes...>> sign{};

}  // namespace tenon::op
