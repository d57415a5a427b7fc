// SPDX-License-Identifier: Apache-2.0
// Packed weights have one place each, and the sums of a register tile are those of the naive product.
#include <tenon/backend/kryo/gemm.hpp>

#include "matrices.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace {

using namespace tenon;
using namespace tenon::kryo_kernels;

static_assert(round_up(0, 4) == 0 && round_up(1, 4) == 4 && round_up(4, 4) == 4 && round_up(9, 8) == 16);

using small = gemm_layout<isa::scalar, 3, 5, 2>;
static_assert(small::columns == 8 && small::depth == 2 && small::weight_count == 16);
static_assert(small::vectors_at(0) * 4 <= 8 && small::block_of(0) == 0);

/// Weights of a layout that the compiler packed.
constexpr auto packed_by_compiler = [] {
  constexpr std::array<std::int8_t, 10> w{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  std::array<std::int8_t, small::weight_count> to{};
  small::pack(to.data(), w.data(), 2, 1);
  return to;
}();
static_assert(packed_by_compiler[small::index(0, 0)] == 1 && packed_by_compiler[small::index(0, 1)] == 2);
static_assert(packed_by_compiler[small::index(4, 0)] == 9 && packed_by_compiler[small::index(4, 1)] == 10);

/// Columns are covered by blocks of whole vectors, and each place belongs to one weight.
template <class Isa, int Rows, int Columns, int Depth>
void check_layout() {
  using layout = gemm_layout<Isa, Rows, Columns, Depth>;
  static_assert(layout::columns % Isa::lanes == 0 && layout::columns - Columns < Isa::lanes);
  static_assert(layout::depth % Isa::depth_group == 0 && layout::depth - Depth < Isa::depth_group);
  static_assert(layout::tile_rows % Isa::row_group == 0 && layout::tile_rows > 0);
  static_assert(
      layout::tile_rows * layout::vectors <= round_up(Isa::tile_rows, Isa::row_group) * Isa::tile_vectors ||
          layout::tile_rows == Isa::row_group,
      "a tile's sums fit the registers");
  int next = 0;
  while (next < layout::columns) {
    const int vectors = layout::vectors_at(next);
    CHECK((vectors > 0 && vectors <= layout::vectors && (vectors & (vectors - 1)) == 0));
    for (int column = next; column < next + vectors * Isa::lanes; ++column)
      CHECK(layout::block_of(column) == next);
    next += vectors * Isa::lanes;
  }
  CHECK(next == layout::columns);
  std::vector<int> used(layout::weight_count);
  for (int column = 0; column < layout::columns; ++column)
    for (int k = 0; k < layout::depth; ++k) ++used.at(layout::index(column, k));
  CHECK(used == std::vector<int>(layout::weight_count, 1));
}

/// `pack` puts weights of any steps where `index` says, and leaves the rest 0.
template <class Isa, int Columns, int Depth>
void check_pack() {
  using layout = gemm_layout<Isa, 4, Columns, Depth>;
  std::mt19937 random(1);
  const auto w = tenon_test::random_bytes(random, Columns * Depth);
  std::vector<typename Isa::weight> by_column(layout::weight_count);
  std::vector<typename Isa::weight> by_depth(layout::weight_count);
  std::vector<typename Isa::weight> expected(layout::weight_count);
  std::vector<typename Isa::weight> expected_by_depth(layout::weight_count);
  layout::pack(by_column.data(), w.data(), Depth, 1);
  layout::pack(by_depth.data(), w.data(), 1, Columns);
  for (int column = 0; column < Columns; ++column)
    for (int k = 0; k < Depth; ++k) {
      expected[layout::index(column, k)] = w[static_cast<std::size_t>(column * Depth + k)];
      expected_by_depth[layout::index(column, k)] = w[static_cast<std::size_t>(k * Columns + column)];
    }
  CHECK(by_column == expected);
  CHECK(by_depth == expected_by_depth);
}

TEST_CASE("every weight has a place of its own") {
  tenon_test::usable_sets::each([]<class Isa>() {
    check_layout<Isa, 1, 1, 1>();
    check_layout<Isa, 1, 1000, 3>();
    check_layout<Isa, 1, 15 * Isa::lanes - 3, 3>();
    check_layout<Isa, 3, 33, 7>();
    check_layout<Isa, 15, 17, 16>();
    check_layout<Isa, 100, 88, 5>();
    check_pack<Isa, 1, 1>();
    check_pack<Isa, 37, 11>();
    check_pack<Isa, 64, 8>();
  });
}

/// The sums of one tile of a block, read lane by lane in rows.
template <class Isa, int Rows, int Vectors>
std::vector<std::int32_t> values_of(const tile<Isa, Rows, Vectors>& sums) {
  std::vector<std::int32_t> values(std::size_t{Rows * Vectors * Isa::lanes});
  for (int i = 0; i < Rows * Vectors; ++i) Isa::store(values.data() + i * Isa::lanes, sums.at[i]);
  return values;
}

/// One tile of Rows x Vectors against the naive product; rows of x lie further apart than they are long.
template <class Isa, int Rows, int Vectors, int Depth>
void check_tile() {
  constexpr int columns = Vectors * Isa::lanes;
  using layout = gemm_layout<Isa, Rows, columns, Depth>;
  constexpr int pitch = layout::depth + 3 * Isa::depth_group;
  std::mt19937 random(Rows * 100 + Depth);
  const tenon_test::matrices given(random, Rows, columns, Depth);
  const auto x = given.staged<Isa>(pitch);
  const auto bias = given.folded_bias<Isa>();
  // One block of exactly Vectors, whatever the layout would choose.
  std::vector<typename Isa::weight> w(layout::weight_count);
  for (int column = 0; column < columns; ++column)
    for (int k = 0; k < Depth; ++k)
      w[static_cast<std::size_t>((k / Isa::depth_group * columns + column) * Isa::depth_group +
                                 k % Isa::depth_group)] =
          static_cast<typename Isa::weight>(given.w_at(column, k));
  std::vector<std::int32_t> expected;
  std::vector<std::int32_t> expected_with_rows;
  std::vector<std::int32_t> offsets;
  for (int row = 0; row < Rows; ++row) {
    offsets.push_back(tenon_test::random_word(random));
    for (int column = 0; column < columns; ++column) {
      expected.push_back(given.product(row, column));
      expected_with_rows.push_back(wrapping_add(given.product(row, column), offsets.back()));
    }
  }
  tile<Isa, Rows, Vectors> sums;
  from_bias{bias.data()}.template start<Isa>(sums, 0, 0);
  accumulate<Isa, layout::depth, pitch>(sums, x.data(), w.data());
  CHECK(values_of(sums) == expected);
  from_bias_and_rows{bias.data(), offsets.data()}.template start<Isa>(sums, 0, 0);
  accumulate<Isa, layout::depth, pitch>(sums, x.data(), w.data());
  CHECK(values_of(sums) == expected_with_rows);
}

TEST_CASE("the sums of a tile are those of the product") {
  tenon_test::usable_sets::each([]<class Isa>() {
    check_tile<Isa, 1, 1, 1>();
    check_tile<Isa, 2, 2, 5>();
    check_tile<Isa, 3, 1, 16>();
    check_tile<Isa, 4, 2, 37>();
    check_tile<Isa, 5, 2, 63>();
    check_tile<Isa, 1, 4, 100>();
    check_tile<Isa, Isa::tile_rows, Isa::tile_vectors, 21>();
  });
}

TEST_CASE("a tile starts at the biases of its own columns") {
  using isa::scalar;
  constexpr std::array<std::int32_t, 12> bias{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
  tile<scalar, 2, 2> sums;
  from_bias{bias.data()}.start(sums, 0, 4);
  CHECK(values_of(sums) == std::vector<std::int32_t>{5, 6, 7, 8, 9, 10, 11, 12, 5, 6, 7, 8, 9, 10, 11, 12});
  constexpr std::array<std::int32_t, 2> offsets{100, -100};
  tile<scalar, 2, 1> narrow;
  from_bias_and_rows{bias.data(), offsets.data()}.start(narrow, 0, 4);
  CHECK(values_of(narrow) == std::vector<std::int32_t>{105, 106, 107, 108, -95, -94, -93, -92});
}

}  // namespace
