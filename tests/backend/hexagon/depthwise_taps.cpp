// SPDX-License-Identifier: Apache-2.0
// Depthwise taps: four rows of 128 channels meet in words, and weights lie where those words want them.
#include <tenon/backend/hexagon/depthwise_taps.hpp>
#include <tenon/backend/hexagon/halves.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

using namespace tenon;
using namespace tenon::hexagon_kernels;

namespace {

constexpr window_over tall{{1, 9, 9, 130}, {1, 5, 7, 130}, {{5, 3}, {1, 1}, {1, 1}, {}}, 130};
using layout = depthwise_layout<tall, 130>;

hvx::vector counted(int first, int step) {
  hvx::lanes<std::int8_t> made{};
  for (std::size_t i = 0; i < 128; ++i) made[i] = static_cast<std::int8_t>(first + step * static_cast<int>(i));
  return hvx::from<std::int8_t>(made);
}

}  // namespace

// Five rows are two parts of a column, of four rows and of one.
static_assert(layout::parts == 2 && layout::groups == 6 && layout::blocks == 2 && layout::rows_of(0) == 4 &&
              layout::rows_of(1) == 1);
static_assert(layout::index(0, 0, 0) == 0 && layout::index(7, 2, 0) == lane_of(7) * 4 + 2);
static_assert(layout::index(7, 4, 1) == (3 * 128 + lane_of(7)) * 4 &&
              layout::index(129, 1, 2) == ((6 + 4) * 128 + lane_of(1)) * 4 + 1);

TEST_CASE("the word in the lane of a channel holds its four taps, the first in its lowest byte") {
  const std::array<hvx::vector, 4> rows{counted(0, 1), counted(5, 3), counted(-7, 7), counted(100, -1)};
  const tap_words words = gather_taps(rows[0], rows[1], rows[2], rows[3]);
  int wrong = 0;
  for (std::size_t channel = 0; channel < 128; ++channel)
    for (std::size_t tap = 0; tap < 4; ++tap) {
      const auto lane = static_cast<std::size_t>(lane_of(static_cast<int>(channel)));
      wrong += words[lane / 32].bytes[lane % 32 * 4 + tap] != rows[tap].bytes[channel];
    }
  CHECK(wrong == 0);
}

TEST_CASE("no two weights of a window share a place") {
  std::vector<int> taken(layout::size);
  int wrong = 0;
  for (int channel = 0; channel < 130; ++channel)
    for (int row = 0; row < 5; ++row)
      for (int column = 0; column < 3; ++column) wrong += taken.at(layout::index(channel, row, column))++ != 0;
  CHECK(wrong == 0);
}
