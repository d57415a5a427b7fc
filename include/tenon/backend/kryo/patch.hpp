// SPDX-License-Identifier: Apache-2.0
// The patch of one output of a convolution: copied as it is, or walked tap by tap.
#pragma once

#include <algorithm>
#include <cstddef>

#include <tenon/backend/kryo/im2col.hpp>

namespace tenon::kryo_kernels {

/// Copies the patch of one output, row by row of its window; pixels outside the image hold `outside`.
template <window_geometry Geometry, class Value>
[[gnu::always_inline]] inline void stage_patch(const Value* image, int row, int column, Value outside,
                                               Value* to) noexcept {
  constexpr window_geometry g = Geometry;
  const int left = column * g.column_step - g.left;
  for (int i = 0; i < g.kernel_rows; ++i) {
    const int from_row = row * g.row_step + i * g.row_spread - g.top;
    const bool there = from_row >= 0 && from_row < g.input_rows;
    for (int j = 0; j < g.kernel_columns; ++j, to += g.channels) {
      const int x = left + j * g.column_spread;
      const Value* const pixel = image + from_row * g.row_pitch() + static_cast<std::ptrdiff_t>(x) * g.pixel_pitch;
      if (there && x >= 0 && x < g.input_columns) std::copy_n(pixel, g.channels, to);
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
