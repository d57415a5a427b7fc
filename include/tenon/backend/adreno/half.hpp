// SPDX-License-Identifier: Apache-2.0
// IEEE half floats as bits: what devices store where real numbers take 16 bits.
#pragma once

#include <bit>
#include <cstdint>

namespace tenon::adreno_kernels {

/// The half nearest to a float, halves to even; beyond 65504 infinity, NaN stays NaN.
constexpr std::uint16_t to_half(float value) noexcept {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  const std::uint32_t sign = bits >> 16 & 0x8000u;
  const std::uint32_t size = bits & 0x7fffffffu;
  if (size > 0x7f800000u) return static_cast<std::uint16_t>(sign | 0x7e00u);
  if (size >= 0x477ff000u) return static_cast<std::uint16_t>(sign | 0x7c00u);
  if (size < 0x33000000u) return static_cast<std::uint16_t>(sign);
  const int exponent = static_cast<int>(size >> 23) - 127;
  const std::uint32_t significand = (size & 0x7fffffu) | 0x800000u;
  // Below 2^-14 fewer bits are kept, and there is no implied one.
  const int dropped = exponent < -14 ? -1 - exponent : 13;
  const std::uint32_t kept = significand >> dropped;
  const std::uint32_t rest = significand & ((1u << dropped) - 1);
  const std::uint32_t half = 1u << (dropped - 1);
  const std::uint32_t up = rest > half || (rest == half && (kept & 1u) != 0) ? 1 : 0;
  const std::uint32_t base = exponent < -14 ? 0 : static_cast<std::uint32_t>(exponent + 14) << 10;
  return static_cast<std::uint16_t>(sign | (base + kept + up));
}

/// The float that a half is.
constexpr float from_half(std::uint16_t half) noexcept {
  const std::uint32_t sign = static_cast<std::uint32_t>(half & 0x8000u) << 16;
  const std::uint32_t exponent = half >> 10 & 0x1fu;
  const std::uint32_t fraction = half & 0x3ffu;
  if (exponent == 0) {
    const float size = static_cast<float>(fraction) * 0x1p-24f;
    return sign != 0 ? -size : size;
  }
  if (exponent == 31) return std::bit_cast<float>(sign | 0x7f800000u | fraction << 13);
  return std::bit_cast<float>(sign | (exponent + 112) << 23 | fraction << 13);
}

}  // namespace tenon::adreno_kernels
