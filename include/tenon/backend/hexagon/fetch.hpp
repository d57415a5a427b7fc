// SPDX-License-Identifier: Apache-2.0
// Asks for bytes to be brought into the second-level cache while others are worked on.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tenon::hexagon_kernels {

/// l2fetch takes a box of lines: their distance, their width and how many there are, 16 bits each.
constexpr std::uint64_t fetched_box(std::size_t bytes) noexcept {
  constexpr std::uint64_t line = 128;
  constexpr std::uint64_t most = 0xffff;
  const std::uint64_t lines = (bytes + line - 1) / line;
  return line << 32 | line << 16 | (lines < most ? lines : most);
}

/// Starts a fetch of `bytes` from `from` and does not wait for it. Nothing off Hexagon, and under emulators, which have
/// no caches: it changes no result.
[[gnu::always_inline]] inline void fetch_ahead([[maybe_unused]] const void* from,
                                               [[maybe_unused]] std::size_t bytes) noexcept {
#if defined(__hexagon__)
  __builtin_HEXAGON_Y5_l2fetch(const_cast<void*>(from), static_cast<long long>(fetched_box(bytes)));
#endif
}

}  // namespace tenon::hexagon_kernels
