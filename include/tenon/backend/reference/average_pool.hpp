// SPDX-License-Identifier: Apache-2.0
// average_pool on the reference backend.
#pragma once

#include <cstddef>
#include <cstdint>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/average_pool.hpp>

namespace tenon {

template <calls<op::average_pool_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8> || all_elements<Call, i16>
struct kernel<reference, Call> {
  using op = typename Call::op;
  using packed = typename op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  using sum_type = decltype(packed{}.bounds.low);
  static constexpr std::string_view variant = "loops";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, value_type* y,
                                                   const value_type* x) noexcept {
    constexpr tenon::op::image out = tenon::op::image_of(Call::y.extents);
    for (int batch = 0; batch < out.batch; ++batch)
      for (int row = 0; row < out.rows; ++row)
        for (int column = 0; column < out.columns; ++column, y += Call::result.row_pitch())
          for (int c = 0; c < out.channels; ++c) y[c] = mean_under(w, x, batch, row, column, c);
  }

 private:
  [[gnu::always_inline]] static constexpr value_type mean_under(const packed& w, const value_type* x, int batch, int row,
                                                                int column, int channel) noexcept {
    constexpr tenon::op::image in = tenon::op::image_of(Call::x.extents);
    constexpr tenon::op::sliding moving = op::window_over(in);
    sum_type sum = 0;
    int inside = 0;
    for (int i = 0; i < moving.size.rows; ++i) {
      const int from_row = row * moving.step.rows + i * moving.spread.rows - moving.around.top;
      if (from_row < 0 || from_row >= in.rows) continue;
      for (int j = 0; j < moving.size.columns; ++j) {
        const int from_column = column * moving.step.columns + j * moving.spread.columns - moving.around.left;
        if (from_column < 0 || from_column >= in.columns) continue;
        sum += static_cast<sum_type>(x[((batch * in.rows + from_row) * in.columns + from_column) * in.channels + channel]);
        ++inside;
      }
    }
    if constexpr (op::counts_padding) {
      if constexpr (Call::x.type != f32) sum += (moving.taps() - inside) * w.padded_with;
      inside = moving.taps();
    }
    const sum_type y = op::mean_of(sum, inside);
    return static_cast<value_type>(y < w.bounds.low ? w.bounds.low : y > w.bounds.high ? w.bounds.high : y);
  }
};

}  // namespace tenon
