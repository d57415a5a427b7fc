// SPDX-License-Identifier: Apache-2.0
// The pixels under the windows of a pool, channel by channel in vectors.
#pragma once

#include <cstddef>
#include <cstdint>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/op/image.hpp>

namespace tenon::hexagon_kernels {

/// The part of a window's taps along one axis that lie inside the image.
struct inner_taps {
  int first = 0;
  int last = 0;

  static constexpr inner_taps of(int start, int size, int spread, int extent) noexcept {
    inner_taps inside{0, size};
    while (inside.first < size && start + inside.first * spread < 0) ++inside.first;
    while (inside.last > inside.first && start + (inside.last - 1) * spread >= extent) --inside.last;
    return inside;
  }
  constexpr int count() const noexcept { return last - first; }
};

/// The pixels of one result.
template <class Call>
class window_pixels {
 public:
  static constexpr op::image in = op::image_of(Call::x.extents);
  static constexpr op::image out = op::image_of(Call::y.extents);
  static constexpr op::sliding moving = Call::op::window_over(in);

  constexpr window_pixels(int row, int column) noexcept
      : row_(row * moving.step.rows - moving.around.top),
        column_(column * moving.step.columns - moving.around.left),
        rows_(inner_taps::of(row_, moving.size.rows, moving.spread.rows, in.rows)),
        columns_(inner_taps::of(column_, moving.size.columns, moving.spread.columns, in.columns)) {}

  constexpr int count() const noexcept { return rows_.count() * columns_.count(); }

  /// Calls `body(pixel)` for each pixel inside the image.
  template <class Body>
  [[gnu::always_inline]] void for_each(const std::int8_t* x, const Body& body) const noexcept {
    for (int i = rows_.first; i < rows_.last; ++i)
      for (int j = columns_.first; j < columns_.last; ++j)
        body(x + ((row_ + i * moving.spread.rows) * in.columns + column_ + j * moving.spread.columns) *
                     in.channels);
  }

 private:
  int row_;
  int column_;
  inner_taps rows_;
  inner_taps columns_;
};

/// Calls `body(y, x, window, count)` for up to 128 channels of each result: `x` is the first pixel of the
/// image at them.
template <class Call, class Body>
[[gnu::always_inline]] inline void for_each_window(std::int8_t* y, const std::int8_t* x,
                                                   const Body& body) noexcept {
  using window = window_pixels<Call>;
  for (int batch = 0; batch < window::out.batch;
       ++batch, x += window::in.rows * window::in.columns * window::in.channels)
    for (int row = 0; row < window::out.rows; ++row)
      for (int column = 0; column < window::out.columns; ++column, y += Call::result.row_pitch()) {
        const window under(row, column);
        for_each_vector<window::in.channels>([&](int first, int count) __attribute__((always_inline)) {
          body(y + first, x + first, under, count);
        });
      }
}

}  // namespace tenon::hexagon_kernels
