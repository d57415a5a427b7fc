// SPDX-License-Identifier: Apache-2.0
// conv2d on the reference backend.
#pragma once

#include <cstddef>
#include <cstdint>

#include <tenon/backend/reference/backend.hpp>
#include <tenon/backend/reference/linear.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/op/conv2d.hpp>

namespace tenon {

template <calls<op::conv2d_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8> || all_elements<Call, i16>
struct kernel<reference, Call> {
  using op = typename Call::op;
  using packed = typename op::template parameters<Call>;
  using value_type = storage_t<Call::x.type>;
  static constexpr std::string_view variant = "loops";
  static constexpr std::size_t scratch = 0;

  static constexpr packed pack(const packed& parameters) noexcept { return parameters; }

  [[gnu::always_inline]] static constexpr void run(const packed& w, std::byte*, value_type* y,
                                                   const value_type* x) noexcept {
    constexpr tenon::op::image out = tenon::op::image_of(Call::y.extents);
    for (int batch = 0; batch < out.batch; ++batch)
      for (int row = 0; row < out.rows; ++row)
        for (int column = 0; column < out.columns; ++column, y += Call::result.row_pitch())
          for (int o = 0; o < out.channels; ++o)
            y[o] = reference_linear::store(w, o, sum(w, x, batch, row, column, o));
  }

 private:
  [[gnu::always_inline]] static constexpr auto sum(const packed& w, const value_type* x, int batch, int row, int column,
                                                   int output) noexcept {
    constexpr tenon::op::image in = tenon::op::image_of(Call::x.extents);
    constexpr tenon::op::sliding moving = op::window_over(in);
    constexpr int channels = in.channels / op::group_count;
    const int first_channel = output / (op::filter_count / op::group_count) * channels;
    auto acc = reference_linear::start(w, output);
    for (int i = 0; i < moving.size.rows; ++i) {
      const int from_row = row * moving.step.rows + i * moving.spread.rows - moving.around.top;
      if (from_row < 0 || from_row >= in.rows) continue;
      for (int j = 0; j < moving.size.columns; ++j) {
        const int from_column = column * moving.step.columns + j * moving.spread.columns - moving.around.left;
        if (from_column < 0 || from_column >= in.columns) continue;
        const value_type* pixel =
            x + ((batch * in.rows + from_row) * in.columns + from_column) * in.channels + first_channel;
        const auto* taps = w.kernel.data() + ((output * moving.size.rows + i) * moving.size.columns + j) * channels;
        for (int k = 0; k < channels; ++k) acc = reference_linear::accumulate(w, acc, taps[k], pixel[k]);
      }
    }
    return acc;
  }
};

}  // namespace tenon
