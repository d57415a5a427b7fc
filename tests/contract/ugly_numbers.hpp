// SPDX-License-Identifier: Apache-2.0
// Real numbers on which a quantization can go wrong.
#pragma once

#include <tenon/core/encoding.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <random>

namespace tenon_test {

inline float next_to(float x, int steps) {
  for (; steps > 0; --steps) x = std::nextafter(x, INFINITY);
  for (; steps < 0; ++steps) x = std::nextafter(x, -INFINITY);
  return x;
}

/// What is no number or hardly one, the ends of all integers with their neighbours, then numbers of all sizes.
inline std::array<float, 1024> ugly_numbers(const tenon::encoding& code, std::mt19937& random) {
  std::array<float, 1024> x{0.0f, -0.0f, INFINITY, -INFINITY, NAN, -NAN, 1e-40f, -1e-40f, 3e38f, -3e38f};
  std::size_t at = 10;
  for (int q = -140; q < 140; ++q)
    for (const int steps : {-1, 0, 1}) x[at++] = next_to((static_cast<float>(q) + 0.5f) * code.scale, steps);
  while (at < x.size()) x[at++] = std::normal_distribution<float>{}(random)*code.scale * 100.0f;
  return x;
}

}  // namespace tenon_test
