// SPDX-License-Identifier: Apache-2.0
// Windows of images with fewer channels than a vector has lanes: the channels of neighbouring results are its lanes.
#pragma once

#include <array>
#include <cstddef>

#include <tenon/backend/kryo/im2col.hpp>

namespace tenon::kryo_kernels {

/// Walks over a depthwise convolution by groups of neighbouring results, whose values under a tap lie side by side.
///
/// Rows of the image are staged in borrowed memory with their padding, as many as a window reaches over; for a step s
/// of columns as s phases (columns 0, s, 2 s, ..., then 1, s + 1, ...), so that neighbours are neighbours there too.
template <class Value, window_geometry Geometry, int Lanes>
struct folded_windows {
  static constexpr window_geometry g = Geometry;
  static constexpr bool serves = g.channels == g.pixel_pitch && g.channels < Lanes;
  static constexpr int taps = g.kernel_rows * g.kernel_columns;
  /// Results of one group, and values of one of them all.
  static constexpr int together = Lanes / g.channels > g.output_columns ? g.output_columns : Lanes / g.channels;
  static constexpr int valid = together * g.channels;

  static constexpr int lines = (g.kernel_rows - 1) * g.row_spread + 1;
  static constexpr int phase_columns = g.output_columns + (g.kernel_columns - 1) * g.column_spread / g.column_step;
  static constexpr int phase_pitch = phase_columns * g.channels;
  static constexpr int line_pitch = g.column_step * phase_pitch;
  /// Bytes borrowed: the lines, and what the last vector reads beyond them.
  static constexpr std::size_t scratch = static_cast<std::size_t>(lines * line_pitch + Lanes) * sizeof(Value);

  using pointers = std::array<const Value*, static_cast<std::size_t>(taps)>;

  /// Calls `body(under, first)` for each group: where its Lanes values under each tap are, and its first result. The
  /// last group of a row overlaps the one before it. Pixels outside the image are `outside`.
  template <class Body>
  [[gnu::always_inline]] static void for_each_group(Value* borrowed, const Value* image, Value outside,
                                                    const Body& body) noexcept {
    int staged = 0;
    for (int row = 0; row < g.output_rows; ++row) {
      const int first = row * g.row_step;
      for (staged = staged < first ? first : staged; staged < first + lines; ++staged)
        stage_line(borrowed + staged % lines * line_pitch, image, staged - g.top, outside);
      pointers under = under_taps(borrowed, first);
      for (int column = 0; column < g.output_columns; column += together) {
        const int at = column < g.output_columns - together ? column : g.output_columns - together;
        pointers moved = under;
        for (const Value*& tap : moved) tap += at * g.channels;
        body(moved, row * g.output_columns + at);
      }
    }
  }

 private:
  /// Where the first result of a row has its taps.
  [[gnu::always_inline]] static pointers under_taps(const Value* borrowed, int first) noexcept {
    pointers under{};
    for (int i = 0; i < g.kernel_rows; ++i) {
      const Value* const line = borrowed + (first + i * g.row_spread) % lines * line_pitch;
      for (int j = 0; j < g.kernel_columns; ++j) {
        const int column = j * g.column_spread;
        under[static_cast<std::size_t>(i * g.kernel_columns + j)] =
            line + column % g.column_step * phase_pitch + column / g.column_step * g.channels;
      }
    }
    return under;
  }

  [[gnu::always_inline]] static void stage_line(Value* to, const Value* image, int row, Value outside) noexcept {
    const bool there = row >= 0 && row < g.input_rows;
    const Value* const line = image + (there ? row : 0) * g.row_pitch();
    for (int phase = 0; phase < g.column_step; ++phase, to += phase_pitch) {
      if (there) stage_phase(to, line, phase - g.left, outside);
      else fill(to, phase_columns, outside);
    }
  }

  /// Copies every column_step-th pixel from column `from` on, which may lie before the image.
  [[gnu::always_inline]] static void stage_phase(Value* to, const Value* line, int from, Value outside) noexcept {
    const int before = from >= 0 ? 0 : (-from + g.column_step - 1) / g.column_step;
    const int end = g.input_columns <= from ? 0 : (g.input_columns - from + g.column_step - 1) / g.column_step;
    const int last = end < phase_columns ? end : phase_columns;
    const int begin = before < phase_columns ? before : phase_columns;
    fill(to, begin, outside);
    for (int k = begin; k < last; ++k)
      __builtin_memcpy(to + k * g.channels, line + (from + k * g.column_step) * g.channels,
                       static_cast<std::size_t>(g.channels) * sizeof(Value));
    const int filled = last > begin ? last : begin;
    fill(to + filled * g.channels, phase_columns - filled, outside);
  }

  [[gnu::always_inline]] static void fill(Value* to, int pixels, Value outside) noexcept {
    for (int i = 0; i < pixels * g.channels; ++i) to[i] = outside;
  }
};

}  // namespace tenon::kryo_kernels
