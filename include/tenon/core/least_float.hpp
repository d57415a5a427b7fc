// SPDX-License-Identifier: Apache-2.0
// The least float32 of each integer under an encoding: kernels that do not divide compare with it.
#pragma once

#include <tenon/core/encoding.hpp>

#include <bit>
#include <cstdint>
#include <limits>

namespace tenon {

/// The place of a float among all floats, from -infinity up; both zeros are one. What is no number lies beyond the
/// infinities.
constexpr std::int32_t float_rank(float x) noexcept {
  const auto bits = std::bit_cast<std::int32_t>(x);
  return bits < 0 ? -(bits & 0x7fffffff) : bits;
}
constexpr float float_of_rank(std::int32_t rank) noexcept {
  return rank < 0 ? -std::bit_cast<float>(-rank) : std::bit_cast<float>(rank);
}

/// The least float that `quantize_value` makes `q` or more of in -128 .. 127; infinite if there is none, or all are.
constexpr float least_float_of(std::int32_t q, encoding code) noexcept {
  const auto reaches = [&](std::int32_t rank) { return quantize_value(float_of_rank(rank), code, -128, 127) >= q; };
  constexpr std::int32_t end = float_rank(std::numeric_limits<float>::infinity());
  if (reaches(-end)) return float_of_rank(-end);
  if (!reaches(end)) return float_of_rank(end);
  std::int32_t below = -end;
  std::int32_t above = end;
  // A guess leaves few steps; where it fails, the whole line is searched.
  const double guess = (double{static_cast<float>(q - code.zero_point)} - 0.5) * double{code.scale};
  if (guess > -3e38 && guess < 3e38) {
    const std::int32_t near = float_rank(static_cast<float>(guess));
    if (!reaches(near - 4)) below = near - 4;
    if (reaches(near + 4)) above = near + 4;
  }
  while (std::int64_t{above} - below > 1) {
    const auto middle = static_cast<std::int32_t>((std::int64_t{above} + below) >> 1);
    (reaches(middle) ? above : below) = middle;
  }
  return float_of_rank(above);
}

}  // namespace tenon
