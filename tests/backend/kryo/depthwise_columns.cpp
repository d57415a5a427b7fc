// SPDX-License-Identifier: Apache-2.0
// Depthwise convolutions column by column: which windows share columns, and the columns at the edges of an image.
#include <tenon/backend/kryo/depthwise_columns.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace {

using namespace tenon;
using namespace tenon::kryo_kernels;

/// Gathers four rows at once, as most instruction sets do.
struct four_rows : isa::scalar {
  static constexpr int tap_group = 4;
};

constexpr window_geometry same{4, 5, 4, 5, 3, 3, 1, 1, 1, 1, 1, 1};
template <auto Change>
constexpr window_geometry changed = [] {
  window_geometry g = same;
  Change(g);
  return g;
}();
template <window_geometry Geometry>
constexpr bool serves = depthwise_columns<four_rows, Geometry>::serves;

static_assert(serves<same>);
static_assert(serves<changed<[](window_geometry& g) { g.row_step = 2; }>>);
static_assert(!serves<changed<[](window_geometry& g) { g.column_step = 2; }>>);
static_assert(!serves<changed<[](window_geometry& g) { g.column_spread = 2; }>>);
static_assert(!serves<changed<[](window_geometry& g) { g.kernel_rows = 5; }>>);
static_assert(!serves<changed<[](window_geometry& g) { g.kernel_columns = 1; }>>);
static_assert(!serves<changed<[](window_geometry& g) { g.output_columns = 2; }>>);
static_assert(!depthwise_columns<isa::scalar, same>::serves, "one row at a time gains nothing");

/// What a walk asks of packed numbers.
struct counted {
  [[maybe_unused]] static constexpr int block_weights = 36;
  static constexpr int first_weight(int) noexcept { return 0; }
  std::array<std::int32_t, 4> bias{1, 2, 3, 4};
  std::array<std::int8_t, 36> weights{};
  std::array<std::int8_t, 4> outside{5, 5, 5, 5};
};

/// Adds one tap of each column, without weights.
struct adds_bytes : four_rows {
  static constexpr void interleave(const std::int8_t* const (&rows)[4], taps (&to)[1]) noexcept {
    for (int i = 0; i < lanes; ++i) to[0].lane[i] = static_cast<std::int8_t>(rows[0][i] + rows[1][i] + rows[2][i]);
  }
  static constexpr vector dot_taps(vector sum, taps x, const weight*) noexcept {
    for (int i = 0; i < lanes; ++i) sum.lane[i] += x.lane[i];
    return sum;
  }
};

struct keeps {
  int* sums;
  template <int Valid, class Tile>
  void store(const Tile& tile, int output, int) const noexcept {
    static_assert(Valid == 4);
    sums[output] = tile.at[0].lane[0];
  }
};

}  // namespace

TEST_CASE("a window at an edge has the zero point where there is no image") {
  constexpr window_geometry g{4, 5, 4, 5, 3, 3, 1, 1, 1, 1, 1, 1, 4, 4};
  std::array<std::int8_t, 4 * 5 * 4> image{};
  image.fill(1);
  std::array<int, 20> sums{};
  depthwise_columns<adds_bytes, g>::run(counted{}, image.data(), 0, 0, keeps{sums.data()});
  depthwise_columns<adds_bytes, g>::run(counted{}, image.data(), 1, 0, keeps{sums.data()});
  // 1 of the bias; of nine taps five lie outside in the corner, three at each edge.
  CHECK(sums[0] == 1 + 5 * 5 + 4);
  CHECK(sums[2] == 1 + 3 * 5 + 6);
  CHECK(sums[4] == 1 + 5 * 5 + 4);
  CHECK(sums[5] == 1 + 3 * 5 + 6);
  CHECK(sums[7] == 1 + 9);
  CHECK(sums[9] == 1 + 3 * 5 + 6);
}
