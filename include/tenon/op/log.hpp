// SPDX-License-Identifier: Apache-2.0
// log: the natural logarithm.
#pragma once

#include <string_view>

#include <tenon/core/math.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes y = ln x. Of 0 that is minus infinity, of negative numbers no number; int8 stores both as the lowest
/// integer. Rule: TFLite LOG (int8 by a table).
template <auto... Attributes>
struct log_ : nearest_of_real<log_<Attributes...>> {
  static constexpr std::string_view word = "log";

  static constexpr float real(float x) noexcept { return static_cast<float>(math::log(double{x})); }
};

/// Natural logarithm, spelt `op::log<"level">` where the C library is in sight.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, log_<Attributes...>> log{};

}  // namespace tenon::op
