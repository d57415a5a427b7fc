// SPDX-License-Identifier: Apache-2.0
// Depthwise convolution of real numbers with lanes as channels.
#pragma once

#include <array>
#include <cstddef>

#include <tenon/backend/kryo/batches.hpp>
#include <tenon/backend/kryo/im2col.hpp>
#include <tenon/backend/kryo/patch.hpp>

namespace tenon::kryo_kernels {

/// The way from image to result; output channel o reads input channel o / Multiple, weights stand as [tap][output
/// channel]. Products are rounded and added tap by tap, the bias last: results equal the reference, and with it LiteRT's
/// reference kernels, bit for bit as long as the compiler contracts nothing.
template <window_geometry Geometry, int Multiple>
struct real_depthwise {
  static constexpr window_geometry g = Geometry;
  static constexpr int channels = g.channels * Multiple;
  /// Lanes of a vector: narrow ones where channels do not fill the widest; 0 where they do not fill any.
  static constexpr int lanes = [] {
    int widest = Multiple == 1 ? float_lanes : 0;
    while (widest > channels) widest /= 2;
    return widest < 4 ? 0 : widest;
  }();

  /// y[o] = clamp(sum of kernel * x + bias[o]), outputs `result_pitch` apart.
  [[gnu::always_inline]] static void run(const float* kernel, const float* bias, float low, float high, float* y,
                                         std::ptrdiff_t result_pitch, const float* image) noexcept {
    const job all{kernel, bias, low, high, y, result_pitch, image};
    for (int row = 0; row < g.output_rows; ++row) {
      if constexpr (lanes > 0) {
        for (int channel = 0; channel <= channels - lanes; channel += lanes) block_of_row(all, row, channel);
        if constexpr (overlaps) block_of_row(all, row, channels - lanes);
      }
      if constexpr (first_alone < channels)
        for (int column = 0; column < g.output_columns; ++column) each_channel(all, row, column);
    }
  }

 private:
  using batch = typename sized_floats<lanes>::type;
  static constexpr int left_over = lanes == 0 ? channels : channels % lanes;
  /// The last block may overlap the one before it, unless results replace the pixels that they are made of.
  static constexpr bool overlaps = lanes > 0 && left_over > 0 && !g.pointwise();
  static constexpr int first_alone = overlaps ? channels : channels - left_over;
  static constexpr int taps = g.kernel_rows * g.kernel_columns;
  static constexpr int up(int x, int unit) { return (x + unit - 1) / unit; }
  /// The columns of results whose windows lie between the image's left and right edge.
  static constexpr int first_inside = up(g.left, g.column_step);
  static constexpr int room = g.input_columns + g.left - (g.kernel_columns - 1) * g.column_spread;
  static constexpr int end_inside = up(room < 0 ? 0 : room, g.column_step) < g.output_columns
                                        ? up(room < 0 ? 0 : room, g.column_step)
                                        : g.output_columns;

  struct job {
    const float* kernel;
    const float* bias;
    float low;
    float high;
    float* y;
    std::ptrdiff_t pitch;
    const float* image;

    [[gnu::always_inline]] float* result(int row, int column) const noexcept {
      return y + (row * g.output_columns + column) * pitch;
    }
    /// The pixel under a tap; it may lie outside the image.
    [[gnu::always_inline]] const float* pixel(int row, int column, int tap) const noexcept {
      const int from_row = row * g.row_step + tap / g.kernel_columns * g.row_spread - g.top;
      const int from_column = column * g.column_step + tap % g.kernel_columns * g.column_spread - g.left;
      return image + from_row * g.row_pitch() + static_cast<std::ptrdiff_t>(from_column) * g.pixel_pitch;
    }
  };

  /// `lanes` channels of a row of results.
  [[gnu::always_inline]] static void block_of_row(const job& all, int row, int channel) noexcept {
    const int from_row = row * g.row_step - g.top;
    int column = 0;
    if (first_inside < end_inside && from_row >= 0 && from_row + (g.kernel_rows - 1) * g.row_spread < g.input_rows) {
      for (; column < first_inside; ++column) checked(all, row, column, channel);
      column = inside(all, row, channel);
    }
    for (; column < g.output_columns; ++column) checked(all, row, column, channel);
  }

  /// Windows that lie inside the image: their weights stay in registers. Returns the first column after them.
  [[gnu::always_inline]] static int inside(const job& all, int row, int channel) noexcept {
    batch weights[static_cast<std::size_t>(taps)];
    for (int tap = 0; tap < taps; ++tap) weights[tap] = batch::load_unaligned(all.kernel + tap * channels + channel);
    const batch bias = batch::load_unaligned(all.bias + channel);
    const float* x = all.pixel(row, first_inside, 0) + channel;
    float* y = all.result(row, first_inside) + channel;
    for (int column = first_inside; column < end_inside; ++column) {
      batch sum(0.0f);
      for (int tap = 0; tap < taps; ++tap) {
        const std::ptrdiff_t at = tap / g.kernel_columns * g.row_spread * g.row_pitch() +
                                  tap % g.kernel_columns * g.column_spread * g.pixel_pitch;
        sum = sum + batch::load_unaligned(x + at) * weights[tap];
      }
      xsimd::min(xsimd::max(sum + bias, batch(all.low)), batch(all.high)).store_unaligned(y);
      x += g.column_step * g.pixel_pitch;
      y += all.pitch;
    }
    return end_inside;
  }

  [[gnu::always_inline]] static void checked(const job& all, int row, int column, int channel) noexcept {
    batch sum(0.0f);
    for_each_tap_inside<Geometry>(all.image, row, column, [&](int tap, const float* x) __attribute__((always_inline)) {
      sum = sum + batch::load_unaligned(x + channel) * batch::load_unaligned(all.kernel + tap * channels + channel);
    });
    const batch shifted = sum + batch::load_unaligned(all.bias + channel);
    xsimd::min(xsimd::max(shifted, batch(all.low)), batch(all.high)).store_unaligned(all.result(row, column) + channel);
  }

  [[gnu::always_inline]] static void each_channel(const job& all, int row, int column) noexcept {
    for (int channel = first_alone; channel < channels; ++channel) {
      float sum = 0.0f;
      for_each_tap_inside<Geometry>(all.image, row, column, [&](int tap, const float* x) __attribute__((always_inline)) {
        sum += x[channel / Multiple] * all.kernel[tap * channels + channel];
      });
      sum += all.bias[channel];
      all.result(row, column)[channel] = sum < all.low ? all.low : sum > all.high ? all.high : sum;
    }
  }
};

}  // namespace tenon::kryo_kernels
