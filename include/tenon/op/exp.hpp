// SPDX-License-Identifier: Apache-2.0
// exp: e to a power.
#pragma once

#include <limits>
#include <string_view>

#include <tenon/core/math.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes y = e^x. Rule: TFLite EXP (int8 by a table; what overflows is stored as the largest integer).
template <auto... Attributes>
struct exp_ : nearest_of_real<exp_<Attributes...>> {
  static constexpr std::string_view word = "exp";

  static constexpr float real(float x) noexcept {
    const double y = math::exp(double{x});
    using limits = std::numeric_limits<float>;
    const bool is_large = y > double{limits::max()};
    return math::select(is_large, limits::infinity(), static_cast<float>(math::select(is_large, 0.0, y)));
  }
};

/// Exponential, spelt `op::exp<"growth">` where the C library is in sight.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, exp_<Attributes...>> exp{};

}  // namespace tenon::op
