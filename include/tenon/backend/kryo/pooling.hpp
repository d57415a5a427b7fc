// SPDX-License-Identifier: Apache-2.0
// Windows of pools: which of their taps lie inside the image.
#pragma once

#include <cstdint>

#include <tenon/op/image.hpp>

namespace tenon::kryo_kernels {

/// Taps first .. last - 1 of a window along one axis.
struct tap_range {
  int first = 0;
  int last = 0;

  constexpr int count() const noexcept { return last - first; }
};

/// The taps inside an image of a window that starts at `from`; all later ones lie behind them.
constexpr tap_range taps_inside(int from, int size, int spread, int extent) noexcept {
  const auto first_from = [&](int place) { return place <= from ? 0 : (place - from + spread - 1) / spread; };
  const int first = first_from(0);
  const int behind = first_from(extent);
  const int last = behind < size ? behind : size;
  return {first, last < first ? first : last};
}

/// One position of a window, and the image that it looks at.
template <class Call>
struct pool_window {
  static constexpr op::image in = op::image_of(Call::x.extents);
  static constexpr op::sliding moving = Call::op::window_over(in);

  int batch;
  int from_row;
  int from_column;
  tap_range rows;
  tap_range columns;

  [[gnu::always_inline]] pool_window(int batch_index, int row, int column) noexcept
      : batch(batch_index),
        from_row(row * moving.step.rows - moving.around.top),
        from_column(column * moving.step.columns - moving.around.left),
        rows(taps_inside(from_row, moving.size.rows, moving.spread.rows, in.rows)),
        columns(taps_inside(from_column, moving.size.columns, moving.spread.columns, in.columns)) {}

  [[gnu::always_inline]] int count() const noexcept { return rows.count() * columns.count(); }

  /// Calls `body(pixel)` for each pixel under the window, row by row.
  template <class Value, class Body>
  [[gnu::always_inline]] void for_each_pixel(const Value* x, const Body& body) const noexcept {
    for (int i = rows.first; i < rows.last; ++i) {
      const int row = batch * in.rows + from_row + i * moving.spread.rows;
      for (int j = columns.first; j < columns.last; ++j)
        body(x + (row * in.columns + from_column + j * moving.spread.columns) * in.channels);
    }
  }
};

/// Calls `body(window, y)` for each result pixel.
template <class Call, class Value, class Body>
[[gnu::always_inline]] inline void for_each_window(Value* y, const Body& body) noexcept {
  constexpr op::image out = op::image_of(Call::y.extents);
  for (int batch = 0; batch < out.batch; ++batch)
    for (int row = 0; row < out.rows; ++row)
      for (int column = 0; column < out.columns; ++column, y += Call::result.row_pitch())
        body(pool_window<Call>(batch, row, column), y);
}

/// Division by a count as a product: exact for what int8 values of up to `most` taps sum up to.
///
/// For v <= 129 * n, floor(v * (floor(2^24 / n) + 1) / 2^24) = floor(v / n) as long as 129 * n * n < 2^24: the product
/// exceeds the quotient by less than 1 / n. It stays below 2^32.
struct divide_by_count {
  static constexpr int most = 360;
  std::uint32_t half;
  std::uint32_t reciprocal;

  [[gnu::always_inline]] explicit divide_by_count(int count) noexcept
      : half(static_cast<std::uint32_t>(count) / 2), reciprocal((1u << 24) / static_cast<std::uint32_t>(count) + 1) {}

  /// sum / count, halves away from zero.
  [[gnu::always_inline]] std::int32_t operator()(std::int32_t sum) const noexcept {
    const auto size = static_cast<std::uint32_t>(sum < 0 ? -sum : sum) + half;
    const auto quotient = static_cast<std::int32_t>(size * reciprocal >> 24);
    return sum < 0 ? -quotient : quotient;
  }
};

}  // namespace tenon::kryo_kernels
