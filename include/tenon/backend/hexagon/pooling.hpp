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

/// The bytes of an image and of the results that are made of it.
struct pooled_memory {
  const std::int8_t* image_end;
  const std::int8_t* result_end;
};

/// The pixels of one result.
template <class Call>
class window_pixels {
 public:
  static constexpr op::image in = op::image_of(Call::x.extents);
  static constexpr op::image out = op::image_of(Call::y.extents);
  static constexpr op::sliding moving = Call::op::window_over(in);

  constexpr window_pixels(int row, int column, const pooled_memory& memory) noexcept
      : memory_(memory),
        row_(row * moving.step.rows - moving.around.top),
        column_(column * moving.step.columns - moving.around.left),
        rows_(are_whole ? inner_taps{0, moving.size.rows}
                        : inner_taps::of(row_, moving.size.rows, moving.spread.rows, in.rows)),
        columns_(are_whole ? inner_taps{0, moving.size.columns}
                           : inner_taps::of(column_, moving.size.columns, moving.spread.columns, in.columns)) {}

  /// The channels of a pixel. Lanes from `count` on are of no account, so what follows in the image may be in them.
  [[gnu::always_inline]] hvx::vector load(const std::int8_t* pixel, int count) const noexcept {
    if (memory_.image_end - pixel >= vector_bytes) return hvx::load_unaligned(pixel);
    return load_part(pixel, count);
  }

  /// Stores the channels of a result. Results are made in order, so those that follow may be overwritten as yet.
  [[gnu::always_inline]] void store(std::int8_t* to, hvx::vector x, int count) const noexcept {
    if (Call::result.pitch == 0 && memory_.result_end - to >= vector_bytes) hvx::store_unaligned(to, x);
    else store_part(to, x, count);
  }

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
  /// No window reaches beyond the image, so that nothing has to be looked for.
  static constexpr bool are_whole = moving.around.top == 0 && moving.around.left == 0 &&
                                    (out.rows - 1) * moving.step.rows + moving.reach_rows() <= in.rows &&
                                    (out.columns - 1) * moving.step.columns + moving.reach_columns() <= in.columns;

  pooled_memory memory_;
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
  const pooled_memory memory{x + Call::x.size(), y + Call::y.size()};
  for (int batch = 0; batch < window::out.batch;
       ++batch, x += window::in.rows * window::in.columns * window::in.channels)
    for (int row = 0; row < window::out.rows; ++row)
      for (int column = 0; column < window::out.columns; ++column, y += Call::result.row_pitch()) {
        const window under(row, column, memory);
        for_each_vector<window::in.channels>([&](int first, int count) __attribute__((always_inline)) {
          body(y + first, x + first, under, count);
        });
      }
}

}  // namespace tenon::hexagon_kernels
