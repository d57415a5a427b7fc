// SPDX-License-Identifier: Apache-2.0
// erf: the error function.
#pragma once

#include <string_view>

#include <tenon/core/math.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes y = erf(x). Integers: the nearest of the real result (the rule of TFLite's tables).
template <auto... Attributes>
struct erf_ : nearest_of_real<erf_<Attributes...>> {
  static constexpr std::string_view word = "erf";
  static constexpr bool keeps_zero_channels = true;

  static constexpr float real(float x) noexcept {
    const double wide = x;
    // Near 0 a difference from 1 would lose its places.
    constexpr double two_over_root_pi = 0x1.20dd750429b6dp+0;
    const bool is_small = math::abs(wide) < 1e-3;
    const double small = math::select(is_small, wide, 0.0);
    const double near_zero = two_over_root_pi * (small - small * small * small / 3.0);
    return static_cast<float>(math::select(is_small, near_zero, 1.0 - math::erfc(wide)));
  }
};

/// Error function, spelt `op::erf<"share">` where the C library is in sight.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, erf_<Attributes...>> erf{};

}  // namespace tenon::op
