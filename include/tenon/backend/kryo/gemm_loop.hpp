// SPDX-License-Identifier: Apache-2.0
// The loops around the register tile: all columns of some rows, and all rows.
#pragma once

#include <tenon/backend/kryo/gemm.hpp>

#include <cstddef>
#include <cstdint>

namespace tenon::kryo_kernels {

namespace detail {

template <class Isa, class Layout, int Rows, int Vectors, int Valid, int Pitch, class Start, class Epilogue>
[[gnu::always_inline]] inline void compute_tile(const typename Isa::staged* x, const typename Isa::weight* weights,
                                                const Start& from, int row, int column,
                                                const Epilogue& epilogue) noexcept {
  tile<Isa, Rows, Vectors> sums;
  from.start(sums, row, column);
  const auto first = static_cast<std::ptrdiff_t>(column) * Layout::depth;
  accumulate<Isa, Layout::depth, Pitch>(sums, x, weights + first);
  epilogue.template store<Valid>(sums, row, column);
}

/// The columns that do not fill whole blocks, block by block.
template <class Isa, class Layout, int Rows, int Columns, int Column, int Pitch, class Start, class Epilogue>
[[gnu::always_inline]] inline void compute_last_columns(const typename Isa::staged* x,
                                                        const typename Isa::weight* weights, const Start& from,
                                                        int row, const Epilogue& epilogue) noexcept {
  if constexpr (Column < Columns) {
    constexpr int vectors = Layout::vectors_at(Column);
    constexpr int width = vectors * Isa::lanes;
    constexpr int valid = Columns - Column < width ? Columns - Column : width;
    compute_tile<Isa, Layout, Rows, vectors, valid, Pitch>(x, weights, from, row, Column, epilogue);
    compute_last_columns<Isa, Layout, Rows, Columns, Column + width, Pitch>(x, weights, from, row, epilogue);
  }
}

}  // namespace detail

/// All columns of Rows rows (at most a tile's). `row` is handed on to the epilogue.
///
/// The epilogue's `store<Valid>(tile, row, column)` gets each tile once; Valid of its columns exist.
template <class Isa, class Layout, int Rows, int Columns, int Pitch, class Start, class Epilogue>
[[gnu::always_inline]] inline void multiply_rows(const typename Isa::staged* x, const typename Isa::weight* weights,
                                                 const Start& from, int row, const Epilogue& epilogue) noexcept {
  constexpr int width = Layout::vectors * Isa::lanes;
  constexpr int whole = Columns / width * width;
  for (int column = 0; column < whole; column += width)
    detail::compute_tile<Isa, Layout, Rows, Layout::vectors, width, Pitch>(x, weights, from, row, column, epilogue);
  detail::compute_last_columns<Isa, Layout, Rows, Columns, whole, Pitch>(x, weights, from, row, epilogue);
}

/// All rows, tile by tile.
///
/// `body.rows<Count>(row)` is called for consecutive runs of rows that cover 0 .. Rows - 1, each of a tile's rows or fewer.
template <class Layout, int Rows, class Body>
[[gnu::always_inline]] inline void for_row_tiles(const Body& body) noexcept {
  constexpr int step = Layout::tile_rows;
  constexpr int whole = Rows / step * step;
  for (int row = 0; row < whole; row += step) body.template rows<step>(row);
  if constexpr (whole < Rows) body.template rows<Rows - whole>(whole);
}

}  // namespace tenon::kryo_kernels
