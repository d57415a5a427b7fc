// SPDX-License-Identifier: Apache-2.0
// Weights that look like trained ones: of both signs, most of them small.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace hexagon_networks {

/// So many weights, of a seed.
template <std::size_t Size>
constexpr std::array<float, Size> drawn(std::uint32_t seed) {
  std::array<float, Size> made{};
  for (float& value : made) {
    float sum = 0.0f;
    for (int i = 0; i < 3; ++i) {
      seed = seed * 1664525u + 1013904223u;
      sum += static_cast<float>(seed >> 16) / 65536.0f - 0.5f;
    }
    value = sum / 2.0f;
  }
  return made;
}

}  // namespace hexagon_networks
