// SPDX-License-Identifier: Apache-2.0
// neg: the sign turned.
#pragma once

#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes y = -x. Integers: the nearest of the real result (the rule of TFLite's tables).
template <auto... Attributes>
struct neg_ : nearest_of_real<neg_<Attributes...>> {
  static constexpr std::string_view word = "neg";
  static constexpr bool keeps_zero_channels = true;

  static constexpr float real(float x) noexcept { return -x; }
};

/// Negative of an edge: `neg<"turned">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, neg_<Attributes...>> neg{};

}  // namespace tenon::op
