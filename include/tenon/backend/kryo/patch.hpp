// SPDX-License-Identifier: Apache-2.0
// The patch of one output of a convolution: copied as it is, or walked tap by tap.
#pragma once

#include <algorithm>
#include <cstddef>

#include <tenon/backend/kryo/im2col.hpp>

namespace tenon::kryo_kernels {

/// Copies Count values in pieces of 64 bytes, the last of which overlaps the one before; compilers would call a function.
template <int Count, class Value>
[[gnu::always_inline]] inline void copy_values(const Value* from, Value* to) noexcept {
  constexpr int piece = 64 / static_cast<int>(sizeof(Value));
  constexpr std::size_t bytes = sizeof(Value) * static_cast<std::size_t>(Count < piece ? Count : piece);
  if constexpr (Count < piece) {
    __builtin_memcpy(to, from, bytes);
  } else {
    for (int i = 0; i + piece <= Count; i += piece) __builtin_memcpy(to + i, from + i, bytes);
    if constexpr (Count % piece != 0) __builtin_memcpy(to + Count - piece, from + Count - piece, bytes);
  }
}

/// Copies the patch of one output, row by row of its window; pixels outside the image hold `outside`.
template <window_geometry Geometry, class Value>
[[gnu::always_inline]] inline void stage_patch(const Value* image, int row, int column, Value outside,
                                               Value* to) noexcept {
  constexpr window_geometry g = Geometry;
  constexpr bool rows_are_runs = g.column_spread == 1 && g.channels == g.pixel_pitch;
  const int top = row * g.row_step - g.top;
  const int left = column * g.column_step - g.left;
  const bool inside = left >= 0 && left + (g.kernel_columns - 1) * g.column_spread < g.input_columns;
  for (int i = 0; i < g.kernel_rows; ++i) {
    const int from_row = top + i * g.row_spread;
    const bool there = from_row >= 0 && from_row < g.input_rows;
    const Value* const line = image + from_row * g.row_pitch();
    if (rows_are_runs && inside && there) {
      copy_values<g.kernel_columns * g.channels>(line + static_cast<std::ptrdiff_t>(left) * g.pixel_pitch, to);
      to += g.kernel_columns * g.channels;
      continue;
    }
    for (int j = 0; j < g.kernel_columns; ++j, to += g.channels) {
      const int x = left + j * g.column_spread;
      if (there && x >= 0 && x < g.input_columns)
        copy_values<g.channels>(line + static_cast<std::ptrdiff_t>(x) * g.pixel_pitch, to);
      else std::fill_n(to, g.channels, outside);
    }
  }
}

/// Calls `body(tap, pixel)` for the taps of one output that are inside the image, in order.
template <window_geometry Geometry, class Value, class Body>
[[gnu::always_inline]] inline void for_each_tap_inside(const Value* image, int row, int column,
                                                       const Body& body) noexcept {
  constexpr window_geometry g = Geometry;
  for (int i = 0; i < g.kernel_rows; ++i) {
    const int from_row = row * g.row_step + i * g.row_spread - g.top;
    if (from_row < 0 || from_row >= g.input_rows) continue;
    for (int j = 0; j < g.kernel_columns; ++j) {
      const int from_column = column * g.column_step + j * g.column_spread - g.left;
      if (from_column < 0 || from_column >= g.input_columns) continue;
      body(i * g.kernel_columns + j,
           image + from_row * g.row_pitch() + static_cast<std::ptrdiff_t>(from_column) * g.pixel_pitch);
    }
  }
}

}  // namespace tenon::kryo_kernels
