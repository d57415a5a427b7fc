// SPDX-License-Identifier: Apache-2.0
// Groups of neighbouring results: the values under their taps, inside the image and outside, and what is borrowed.
#include <tenon/backend/kryo/folded_windows.hpp>

#include "backend/kryo/by_definition.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace {

using namespace tenon::kryo_kernels;
using namespace tenon_test;

constexpr window_geometry padded{4, 5, 4, 5, 3, 3, 1, 1, 1, 1, 1, 1, 3, 3};
constexpr window_geometry strided{7, 9, 3, 4, 3, 3, 2, 2, 1, 1, 0, 1, 2, 2};
constexpr window_geometry spread{5, 7, 3, 2, 2, 3, 2, 3, 3, 2, 2, 1, 1, 1};

template <window_geometry Geometry, int Lanes = 8>
using walk = folded_windows<std::int8_t, Geometry, Lanes>;

static_assert(walk<padded>::serves && !walk<padded, 3>::serves);
static_assert(walk<padded>::together == 2 && walk<padded>::valid == 6);
static_assert(walk<spread>::together == 2, "no more results than a row has");
// Three lines of seven pixels, and one vector.
static_assert(walk<padded>::scratch == 3 * 7 * 3 + 8);
static_assert(walk<strided>::scratch == 3 * 2 * 5 * 2 + 8);

/// Values under taps that are not those of the image, results that were not walked over, and writes beyond what is
/// borrowed.
template <window_geometry Geometry>
int wrong() {
  constexpr window_geometry g = Geometry;
  constexpr std::int8_t outside = 77;
  const auto image = scattered_image<std::int8_t>(image_size(g));
  scratch_memory borrowed(walk<Geometry>::scratch);
  std::array<int, static_cast<std::size_t>(g.outputs())> seen{};
  int wrong = 0;
  walk<Geometry>::for_each_group(
      reinterpret_cast<std::int8_t*>(borrowed.data()), image.data(), outside, [&](const auto& under, int first) {
        for (int i = 0; i < walk<Geometry>::together; ++i) {
          const int row = (first + i) / g.output_columns;
          const int column = (first + i) % g.output_columns;
          ++seen[static_cast<std::size_t>(first + i)];
          for (int tap = 0; tap < walk<Geometry>::taps; ++tap) {
            const int y = row * g.row_step + tap / g.kernel_columns * g.row_spread - g.top;
            const int x = column * g.column_step + tap % g.kernel_columns * g.column_spread - g.left;
            const bool there = y >= 0 && y < g.input_rows && x >= 0 && x < g.input_columns;
            for (int c = 0; c < g.channels; ++c) {
              const auto from = static_cast<std::size_t>((y * g.input_columns + x) * g.channels + c);
              wrong += under[static_cast<std::size_t>(tap)][i * g.channels + c] != (there ? image[from] : outside);
            }
          }
        }
      });
  for (const int count : seen) wrong += count == 0;
  return wrong + (borrowed.guard_holds() ? 0 : 1);
}

TEST_CASE("Each group has under its taps what the image has there") {
  CHECK(wrong<padded>() == 0);
  CHECK(wrong<strided>() == 0);
  CHECK(wrong<spread>() == 0);
}

}  // namespace
