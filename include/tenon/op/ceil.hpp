// SPDX-License-Identifier: Apache-2.0
// ceil: rounded up.
#pragma once

#include <string_view>

#include <tenon/core/math.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes the smallest whole number that is not below x. Rule: TFLite CEIL, ONNX Ceil.
/// Integers: the nearest of the real result (the rule of TFLite's tables).
template <auto... Attributes>
struct ceil_ : nearest_of_real<ceil_<Attributes...>> {
  static constexpr std::string_view word = "ceil";
  static constexpr bool keeps_zero_channels = true;

  static constexpr float real(float x) noexcept { return math::ceil(x); }
};

/// Rounded up, spelt `op::ceil<"whole">` where the C library is in sight.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, ceil_<Attributes...>> ceil{};

}  // namespace tenon::op
