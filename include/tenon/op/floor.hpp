// SPDX-License-Identifier: Apache-2.0
// floor: rounded down.
#pragma once

#include <string_view>

#include <tenon/core/math.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes the largest whole number that is not above x. Rule: TFLite FLOOR, ONNX Floor.
/// Integers: the nearest of the real result (the rule of TFLite's tables).
template <auto... Attributes>
struct floor_ : nearest_of_real<floor_<Attributes...>> {
  static constexpr std::string_view word = "floor";
  static constexpr bool keeps_zero_channels = true;

  static constexpr float real(float x) noexcept { return math::floor(x); }
};

/// Rounded down, spelt `op::floor<"whole">` where the C library is in sight.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, floor_<Attributes...>> floor{};

}  // namespace tenon::op
