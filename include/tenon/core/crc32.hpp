// SPDX-License-Identifier: Apache-2.0
// CRC-32 of bytes, in the compiler and at run time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace tenon {
namespace detail {

/// Remainders of the 16 possible low nibbles.
inline constexpr std::array<std::uint32_t, 16> crc32_of_nibble = [] {
  std::array<std::uint32_t, 16> table{};
  for (std::uint32_t nibble = 0; nibble < 16; ++nibble) {
    std::uint32_t remainder = nibble;
    for (int bit = 0; bit < 4; ++bit) remainder = (remainder >> 1) ^ ((remainder & 1u) != 0 ? 0xEDB88320u : 0u);
    table[nibble] = remainder;
  }
  return table;
}();

}  // namespace detail

/// CRC-32 (IEEE 802.3, reflected) of bytes; `seed` is the CRC of what came before them.
constexpr std::uint32_t crc32(std::span<const std::uint8_t> bytes, std::uint32_t seed = 0) noexcept {
  std::uint32_t remainder = ~seed;
  for (const std::uint8_t byte : bytes) {
    remainder ^= byte;
    remainder = (remainder >> 4) ^ detail::crc32_of_nibble[remainder & 15u];
    remainder = (remainder >> 4) ^ detail::crc32_of_nibble[remainder & 15u];
  }
  return ~remainder;
}

}  // namespace tenon
