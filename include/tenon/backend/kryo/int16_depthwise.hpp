// SPDX-License-Identifier: Apache-2.0
// Depthwise convolutions of int16 by weights of int8: lanes are channels.
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <tenon/backend/kryo/channels.hpp>
#include <tenon/backend/kryo/im2col.hpp>
#include <tenon/backend/kryo/patch.hpp>
#include <tenon/core/fixed_point.hpp>

namespace tenon::kryo_kernels {

/// One convolution of each channel by itself, `Multiple` outputs a channel, over portable parameters.
template <class Parameters, window_geometry Geometry, int Multiple>
struct int16_depthwise {
  static constexpr window_geometry g = Geometry;
  static constexpr int channels = g.channels * Multiple;
  /// Products have 25 bits, so that an int32 is sure to hold a sum of so many of them.
  static constexpr int int32_taps = 127;

  /// Outputs lie `result_pitch` apart.
  [[gnu::always_inline]] static void run(const Parameters& w, std::int16_t* y, std::ptrdiff_t result_pitch,
                                         const std::int16_t* image) noexcept {
    for (int row = 0; row < g.output_rows; ++row)
      for (int column = 0; column < g.output_columns; ++column, y += result_pitch) make_pixel(w, y, image, row, column);
  }

 private:
  using sum_type = std::conditional_t<Parameters::taps <= int32_taps, std::int32_t, std::int64_t>;

  [[gnu::always_inline]] static void make_pixel(const Parameters& w, std::int16_t* y, const std::int16_t* image,
                                                int row, int column) noexcept {
    for_each_channel_block<channels>([&](auto size, int first) __attribute__((always_inline)) {
      channel_numbers<sum_type, size()> sums(0);
      for_each_tap_inside<Geometry>(image, row, column, [&](int tap,
                                                            const std::int16_t* x) __attribute__((always_inline)) {
        const std::int8_t* const weights = w.kernel.data() + tap * channels + first;
        for (int c = 0; c < size(); ++c)
          sums.at[c] += sum_type{weights[c] - w.kernel_zero_point} * (x[(first + c) / Multiple] - w.input_zero_point);
      });
      for (int c = 0; c < size(); ++c) y[first + c] = store(w, first + c, sums.at[c]);
    });
  }

  [[gnu::always_inline]] static std::int16_t store(const Parameters& w, int output, std::int64_t sum) noexcept {
    const auto at = static_cast<std::size_t>(output);
    const auto biased = static_cast<std::int64_t>(static_cast<std::uint64_t>(sum) +
                                                  static_cast<std::uint64_t>(std::int64_t{w.bias[at]}));
    const std::int32_t y = wrapping_add(Parameters::rule::apply(biased, w.factors[at]), w.output_zero_point);
    return static_cast<std::int16_t>(y < w.low ? w.low : y > w.high ? w.high : y);
  }
};

}  // namespace tenon::kryo_kernels
