// SPDX-License-Identifier: Apache-2.0
// round: rounded to the nearest, halves to even.
#pragma once

#include <string_view>

#include <tenon/core/math.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes the nearest whole number, halves to even. Rule: TFLite ROUND, ONNX Round.
/// Integers: the nearest of the real result (the rule of TFLite's tables).
template <auto... Attributes>
struct round_ : nearest_of_real<round_<Attributes...>> {
  static constexpr std::string_view word = "round";
  static constexpr bool keeps_zero_channels = true;

  static constexpr float real(float x) noexcept { return math::round_even(x); }
};

/// Rounded, spelt `op::round<"whole">` where the C library is in sight.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, round_<Attributes...>> round{};

}  // namespace tenon::op
