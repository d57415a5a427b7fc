// SPDX-License-Identifier: Apache-2.0
// Weights for networks that nobody trained.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

/// Weights as good as any for a measurement: a fixed pseudo-random sequence, scaled so that values keep their size.
template <std::size_t Size>
consteval std::array<float, Size> sequence(std::uint32_t seed, float scale) {
  std::array<float, Size> values{};
  for (float& value : values) {
    seed = seed * 1664525u + 1013904223u;
    value = (static_cast<float>(seed >> 8) / 8388608.0f - 1.0f) * scale;
  }
  return values;
}
