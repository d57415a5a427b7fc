// SPDX-License-Identifier: Apache-2.0
// The loops around the register tile hand every sum of the product to the epilogue once, and no other.
#include <tenon/backend/kryo/gemm_loop.hpp>

#include "matrices.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace {

using namespace tenon;
using namespace tenon::kryo_kernels;

/// An epilogue that keeps sums as they are, and counts how often each was given.
template <class Isa>
struct keep_sums {
  int columns;
  std::vector<std::int32_t>& values;
  std::vector<int>& given;

  template <int Valid, int Rows, int Vectors>
  void store(const tile<Isa, Rows, Vectors>& sums, int row, int column) const {
    static_assert(Valid > 0 && Valid <= Vectors * Isa::lanes);
    for (int i = 0; i < Rows; ++i)
      for (int j = 0; j < Valid; ++j) {
        std::int32_t lanes[std::size_t{Isa::lanes}];
        Isa::store(lanes, sums.at[i * Vectors + j / Isa::lanes]);
        const auto at = static_cast<std::size_t>((row + i) * columns + column + j);
        values.at(at) = lanes[j % Isa::lanes];
        ++given.at(at);
      }
  }
};

/// A whole product, as kernels drive it.
template <class Isa, class Layout, int Columns, int Pitch>
struct product_body {
  const typename Isa::staged* x;
  const typename Isa::weight* w;
  const std::int32_t* bias;
  const keep_sums<Isa>& epilogue;

  template <int Count>
  void rows(int row) const {
    static_assert(Count <= Layout::tile_rows);
    multiply_rows<Isa, Layout, Count, Columns, Pitch>(x + row * Pitch, w, from_bias{bias}, row, epilogue);
  }
};

template <class Isa, int Rows, int Columns, int Depth>
void check_product() {
  using layout = gemm_layout<Isa, Rows, Columns, Depth>;
  std::mt19937 random(Rows + Columns + Depth);
  const tenon_test::matrices matrices(random, Rows, Columns, Depth);
  const auto x = matrices.staged<Isa>(layout::depth);
  const auto w = matrices.packed<Isa, layout>();
  const auto bias = matrices.folded_bias<Isa>();
  std::vector<std::int32_t> values(std::size_t{Rows * Columns});
  std::vector<int> given(values.size());
  const keep_sums<Isa> epilogue{Columns, values, given};
  for_row_tiles<layout, Rows>(
      product_body<Isa, layout, Columns, layout::depth>{x.data(), w.data(), bias.data(), epilogue});
  CHECK(given == std::vector<int>(given.size(), 1));
  std::vector<std::int32_t> expected;
  for (int row = 0; row < Rows; ++row)
    for (int column = 0; column < Columns; ++column) expected.push_back(matrices.product(row, column));
  CHECK(values == expected);
}

TEST_CASE("products of odd sizes are those of the definition") {
  tenon_test::usable_sets::each([]<class Isa>() {
    check_product<Isa, 1, 1, 1>();
    check_product<Isa, 1, 131, 19>();
    check_product<Isa, 3, 5, 7>();
    check_product<Isa, 15, 33, 30>();
    check_product<Isa, 29, 64, 9>();
    check_product<Isa, 17, 47, 65>();
  });
}

/// Runs of rows as they are handed out.
struct note_rows {
  std::vector<int>& firsts;
  std::vector<int>& counts;

  template <int Count>
  void rows(int row) const {
    firsts.push_back(row);
    counts.push_back(Count);
  }
};

template <int TileRows>
struct rows_only {
  static constexpr int tile_rows = TileRows;
};

template <int TileRows, int Rows>
std::vector<int> counts_of_runs() {
  std::vector<int> firsts;
  std::vector<int> counts;
  for_row_tiles<rows_only<TileRows>, Rows>(note_rows{firsts, counts});
  int next = 0;
  for (std::size_t i = 0; i < firsts.size(); ++i) {
    CHECK(firsts[i] == next);
    next += counts[i];
  }
  return counts;
}

TEST_CASE("rows are handed out in runs of a tile, the rest last") {
  CHECK(counts_of_runs<4, 12>() == std::vector<int>{4, 4, 4});
  CHECK(counts_of_runs<4, 13>() == std::vector<int>{4, 4, 4, 1});
  CHECK(counts_of_runs<6, 5>() == std::vector<int>{5});
  CHECK(counts_of_runs<1, 3>() == std::vector<int>{1, 1, 1});
}

}  // namespace
