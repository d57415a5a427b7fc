// SPDX-License-Identifier: Apache-2.0
// Windows of pools: the taps that lie inside an image, counted another way.
#include <tenon/backend/hexagon/pooling.hpp>

#include <doctest/doctest.h>

using tenon::hexagon_kernels::inner_taps;

TEST_CASE("taps inside are those that a plain loop finds") {
  for (int start = -9; start < 9; ++start)
    for (int size = 1; size < 5; ++size)
      for (int spread = 1; spread < 4; ++spread)
        for (int extent = 1; extent < 6; ++extent) {
          const inner_taps taps = inner_taps::of(start, size, spread, extent);
          for (int i = 0; i < size; ++i) {
            const bool inside = start + i * spread >= 0 && start + i * spread < extent;
            CHECK((i >= taps.first && i < taps.last) == inside);
          }
        }
}
