// SPDX-License-Identifier: Apache-2.0
// Depthwise convolution of real numbers with lanes as channels.
#pragma once

#include <array>
#include <cstddef>

#include <tenon/backend/kryo/batches.hpp>
#include <tenon/backend/kryo/im2col.hpp>

namespace tenon::kryo_kernels {

/// The way from image to result; output channel o reads input channel o / Multiple, weights stand as [tap][output channel].
template <window_geometry Geometry, int Multiple>
struct real_depthwise {
  static constexpr window_geometry g = Geometry;
  static constexpr int channels = g.channels * Multiple;

  /// y[o] = clamp(sum of kernel * x + bias[o]), outputs `result_pitch` apart.
  [[gnu::always_inline]] static void run(const float* kernel, const float* bias, float low, float high, float* y,
                                         std::ptrdiff_t result_pitch, const float* image) noexcept {
    for (int row = 0; row < g.output_rows; ++row)
      for (int column = 0; column < g.output_columns; ++column, y += result_pitch)
        pixel(kernel, bias, low, high, y, image, row, column);
  }

 private:
  [[gnu::always_inline]] static void pixel(const float* kernel, const float* bias, float low, float high, float* y,
                                           const float* image, int row, int column) noexcept {
    constexpr int whole = Multiple == 1 ? channels / float_lanes * float_lanes : 0;
    for (int channel = 0; channel < whole; channel += float_lanes) {
      floats sum = floats::load_unaligned(bias + channel);
      for_each_tap(
          image, row, column, [&](int tap, const float* x) __attribute__((always_inline)) {
            sum = multiply_add(floats::load_unaligned(x + channel),
                               floats::load_unaligned(kernel + tap * channels + channel), sum);
          });
      xsimd::min(xsimd::max(sum, floats(low)), floats(high)).store_unaligned(y + channel);
    }
    for (int channel = whole; channel < channels; ++channel) {
      float sum = bias[channel];
      for_each_tap(image, row, column, [&](int tap, const float* x) __attribute__((always_inline)) {
        sum += x[channel / Multiple] * kernel[tap * channels + channel];
      });
      y[channel] = sum < low ? low : sum > high ? high : sum;
    }
  }

  /// Calls `body(tap, pixel)` for the taps inside the image, in order.
  template <class Body>
  [[gnu::always_inline]] static void for_each_tap(const float* image, int row, int column, const Body& body) noexcept {
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
};

}  // namespace tenon::kryo_kernels
