// SPDX-License-Identifier: Apache-2.0
// resize on Hexagon, bit-equal to the reference: nearest copies pixels, bilinear goes number by number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/backend/hexagon/backend.hpp>
#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/resize.hpp>

namespace tenon {

template <since<v66> Architecture, calls<op::resize_> Call>
  requires(Call::op::method == interpolation::nearest || Call::x.type == i8)
struct kernel<hexagon<Architecture>, Call> {
  using packed = no_parameters;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant =
      Call::op::method == interpolation::nearest ? "nearest" : "bilinear_scalar";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static void run(const packed&, std::byte*, value_type* y,
                                         const value_type* x) noexcept {
    for (int batch = 0; batch < out.batch; ++batch, x += in.rows * in.columns * in.channels)
      for (int row = 0; row < out.rows; ++row)
        for (int column = 0; column < out.columns; ++column, y += out.channels)
          write_pixel(y, x, row, column);
  }

 private:
  static constexpr op::image in = op::image_of(Call::x.extents);
  static constexpr op::image out = op::image_of(Call::y.extents);
  static constexpr op::resampling rows = Call::op::rows_of(Call::x.extents);
  static constexpr op::resampling columns = Call::op::columns_of(Call::x.extents);

  [[gnu::always_inline]] static const value_type* pixel(const value_type* x, int row, int column) noexcept {
    return x + (row * in.columns + column) * in.channels;
  }

  [[gnu::always_inline]] static void write_pixel(value_type* y, const value_type* x, int row,
                                                 int column) noexcept {
    if constexpr (Call::op::method == interpolation::nearest) {
      hexagon_kernels::copy_bytes<in.channels * static_cast<int>(sizeof(value_type))>(
          y, pixel(x, rows.nearest_to(row), columns.nearest_to(column)));
    } else {
      const auto down = rows.between_fixed(row);
      const auto right = columns.between_fixed(column);
      const value_type* const corners[]{pixel(x, down.low, right.low), pixel(x, down.low, right.high),
                                        pixel(x, down.high, right.low), pixel(x, down.high, right.high)};
      for (int c = 0; c < out.channels; ++c) {
        const std::int32_t sum = corners[0][c] * (1024 - down.fraction) * (1024 - right.fraction) +
                                 corners[1][c] * (1024 - down.fraction) * right.fraction +
                                 corners[2][c] * down.fraction * (1024 - right.fraction) +
                                 corners[3][c] * down.fraction * right.fraction;
        // Halves away from zero: below zero, one unit less is added before the floor.
        y[c] = static_cast<value_type>((sum + (1 << 19) + (sum >> 31)) >> 20);
      }
    }
  }
};

}  // namespace tenon
