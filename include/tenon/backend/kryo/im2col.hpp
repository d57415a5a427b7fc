// SPDX-License-Identifier: Apache-2.0
// Stages the patches of a convolution as rows of a product, a register tile at a time.
#pragma once

#include <tenon/backend/kryo/gemm.hpp>

#include <cstddef>
#include <cstdint>

namespace tenon::kryo_kernels {

/// Which input pixels the outputs of a convolution read. Rows and columns of pixels; channels in elements.
struct window_geometry {
  int input_rows = 1;
  int input_columns = 1;
  int output_rows = 1;
  int output_columns = 1;
  int kernel_rows = 1;
  int kernel_columns = 1;
  int row_step = 1;
  int column_step = 1;
  int row_spread = 1;
  int column_spread = 1;
  /// Pixels of padding before the first row and column; those after follow from the sizes.
  int top = 0;
  int left = 0;
  /// Channels read of each pixel, and elements from one pixel to the next.
  int channels = 1;
  int pixel_pitch = 1;

  constexpr int outputs() const noexcept { return output_rows * output_columns; }
  constexpr int depth() const noexcept { return kernel_rows * kernel_columns * channels; }
  constexpr std::ptrdiff_t row_pitch() const noexcept {
    return static_cast<std::ptrdiff_t>(input_columns) * pixel_pitch;
  }
  /// Each output reads the one pixel at its own place.
  constexpr bool pointwise() const noexcept {
    return kernel_rows == 1 && kernel_columns == 1 && row_step == 1 && column_step == 1 && top == 0 && left == 0 &&
           input_rows == output_rows && input_columns == output_columns;
  }
  /// No output reads outside the image.
  constexpr bool unpadded() const noexcept {
    return top == 0 && left == 0 &&
           (output_rows - 1) * row_step + (kernel_rows - 1) * row_spread < input_rows &&
           (output_columns - 1) * column_step + (kernel_columns - 1) * column_spread < input_columns;
  }
};

/// Stages Count values: in the widest pieces there are, the last of which overlaps the one before.
template <class Isa, int Count>
[[gnu::always_inline]] inline void stage_run(const std::int8_t* from, typename Isa::staged* to) noexcept {
  constexpr int width = Count >= Isa::stage_width ? Isa::stage_width : Count >= 16 ? 16 : 8;
  if constexpr (Count >= width) {
    for (int i = 0; i + width <= Count; i += width) Isa::template stage<width>(from + i, to + i);
    if constexpr (Count % width != 0) Isa::template stage<width>(from + Count - width, to + Count - width);
  } else {
    for (int i = 0; i < Count; ++i) to[i] = static_cast<typename Isa::staged>(from[i] + Isa::stage_offset);
  }
}

template <class Isa, int Count>
[[gnu::always_inline]] inline void fill_run(std::int32_t value, typename Isa::staged* to) noexcept {
  for (int i = 0; i < Count; ++i) to[i] = static_cast<typename Isa::staged>(value + Isa::stage_offset);
}

/// Elements from one staged row to the next.
template <class Isa, window_geometry Geometry>
inline constexpr int staged_pitch = round_up(Geometry.depth(), Isa::depth_group);

/// Whether rows can be read where they are: int8 kept as it is, one contiguous pixel a row, no tail of depth.
template <class Isa, window_geometry Geometry>
inline constexpr bool reads_in_place = [] {
  return sizeof(typename Isa::staged) == 1 && Isa::stage_offset == 0 && Geometry.pointwise() &&
         Geometry.channels % Isa::depth_group == 0;
}();

namespace detail {

template <class Isa, window_geometry Geometry, bool Inside>
[[gnu::always_inline]] inline void stage_row(const std::int8_t* image, int row, int column, std::int32_t zero_point,
                                             typename Isa::staged* to) noexcept {
  constexpr window_geometry g = Geometry;
  constexpr bool run = Inside && g.column_spread == 1 && g.channels == g.pixel_pitch;
  for (int i = 0; i < g.kernel_rows; ++i) {
    const int from_row = row * g.row_step + i * g.row_spread - g.top;
    const std::int8_t* const line = image + from_row * g.row_pitch();
    const int from_column = column * g.column_step - g.left;
    if constexpr (run) {
      stage_run<Isa, g.kernel_columns * g.channels>(line + static_cast<std::ptrdiff_t>(from_column) * g.pixel_pitch, to);
      to += g.kernel_columns * g.channels;
    } else {
      for (int j = 0; j < g.kernel_columns; ++j, to += g.channels) {
        const int x = from_column + j * g.column_spread;
        const bool there = Inside || (from_row >= 0 && from_row < g.input_rows && x >= 0 && x < g.input_columns);
        if (there) stage_run<Isa, g.channels>(line + static_cast<std::ptrdiff_t>(x) * g.pixel_pitch, to);
        else fill_run<Isa, g.channels>(zero_point, to);
      }
    }
  }
}

}  // namespace detail

/// Stages Count outputs from number `first` on (row-major) as rows of `staged_pitch` elements; pixels outside the image
/// are the zero point, and so is the tail of depth, whose weights are zero.
template <class Isa, window_geometry Geometry, int Count>
[[gnu::always_inline]] inline void stage_outputs(const std::int8_t* image, int first, std::int32_t zero_point,
                                                 typename Isa::staged* to) noexcept {
  constexpr window_geometry g = Geometry;
  constexpr int pitch = staged_pitch<Isa, Geometry>;
  if constexpr (g.pointwise() && g.channels == g.pixel_pitch && pitch == g.channels) {
    stage_run<Isa, Count * g.channels>(image + static_cast<std::ptrdiff_t>(first) * g.channels, to);
    return;
  }
  int row = first / g.output_columns;
  int column = first % g.output_columns;
  for (int i = 0; i < Count; ++i, to += pitch) {
    const int top = row * g.row_step - g.top;
    const int left = column * g.column_step - g.left;
    const bool inside = g.unpadded() ||
                        (top >= 0 && top + (g.kernel_rows - 1) * g.row_spread < g.input_rows && left >= 0 &&
                         left + (g.kernel_columns - 1) * g.column_spread < g.input_columns);
    if (inside) detail::stage_row<Isa, Geometry, true>(image, row, column, zero_point, to);
    else detail::stage_row<Isa, Geometry, false>(image, row, column, zero_point, to);
    fill_run<Isa, pitch - g.depth()>(zero_point, to + g.depth());
    if (++column == g.output_columns) {
      column = 0;
      ++row;
    }
  }
}

}  // namespace tenon::kryo_kernels
