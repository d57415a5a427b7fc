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

namespace reference_linear {

/// The loops of a convolution over one image; `Numbers` says how sums are started, added up and stored.
template <class Call>
struct convolution {
  using op = typename Call::op;
  using value_type = storage_t<Call::x.type>;
  static constexpr tenon::op::image in = tenon::op::image_of(Call::x.extents);
  static constexpr tenon::op::image out = tenon::op::image_of(Call::y.extents);
  static constexpr int image_size = in.rows * in.columns * in.channels;

  template <class Numbers>
  [[gnu::always_inline]] static constexpr void run(const Numbers& w, value_type* y, const value_type* x) noexcept {
    for (int row = 0; row < out.rows; ++row)
      for (int column = 0; column < out.columns; ++column, y += Call::result.row_pitch())
        for (int o = 0; o < out.channels; ++o) y[o] = store(w, o, sum(w, x, row, column, o));
  }

  /// From one result of the batch to the next.
  static constexpr std::ptrdiff_t result_size = std::ptrdiff_t{out.rows} * out.columns * Call::result.row_pitch();

 private:
  template <class Numbers>
  [[gnu::always_inline]] static constexpr auto sum(const Numbers& w, const value_type* x, int row, int column,
                                                   int output) noexcept {
    constexpr tenon::op::sliding moving = op::window_over(in);
    constexpr int channels = in.channels / op::group_count;
    const int first_channel = output / (op::filter_count / op::group_count) * channels;
    auto acc = start(w, output);
    for (int i = 0; i < moving.size.rows; ++i) {
      const int from_row = row * moving.step.rows + i * moving.spread.rows - moving.around.top;
      if (from_row < 0 || from_row >= in.rows) continue;
      for (int j = 0; j < moving.size.columns; ++j) {
        const int from_column = column * moving.step.columns + j * moving.spread.columns - moving.around.left;
        if (from_column < 0 || from_column >= in.columns) continue;
        const value_type* pixel =
            x + (from_row * in.columns + from_column) * in.channels + first_channel;
        const auto* taps = w.kernel.data() + ((output * moving.size.rows + i) * moving.size.columns + j) * channels;
        for (int k = 0; k < channels; ++k) acc = accumulate(w, acc, taps[k], pixel[k]);
      }
    }
    return acc;
  }
};

}  // namespace reference_linear

template <calls<op::conv2d_> Call>
  requires all_elements<Call, f32> || all_elements<Call, i8> || all_elements<Call, i16>
struct kernel<reference, Call> : reference_linear::over_images<Call, reference_linear::convolution<Call>> {};

template <calls_rounding<op::conv2d_> Call>
  requires all_elements<Call, f32>
struct kernel<reference, Call> : reference_linear::over_rounded_images<Call, reference_linear::convolution<Call>> {};

}  // namespace tenon
