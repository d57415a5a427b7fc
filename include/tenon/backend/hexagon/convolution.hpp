// SPDX-License-Identifier: Apache-2.0
// Where the activations of a convolution lie: in the image itself, in a padded copy of it, or in patches side
// by side.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/product.hpp>
#include <tenon/backend/hexagon/sums.hpp>
#include <tenon/op/image.hpp>

namespace tenon::hexagon_kernels {

/// A window over one image, of whose pixels `channels` from some channel on belong to the window's group.
struct window_over {
  op::image in{};
  op::image out{};
  op::sliding moving{};
  int channels = 1;

  /// Rows and columns that windows reach, padding included.
  constexpr int reached_rows() const noexcept { return (out.rows - 1) * moving.step.rows + moving.reach_rows(); }
  constexpr int reached_columns() const noexcept {
    return (out.columns - 1) * moving.step.columns + moving.reach_columns();
  }
  /// True if no window leaves the image.
  constexpr bool stays_inside() const noexcept {
    return moving.around.top == 0 && moving.around.left == 0 && reached_rows() <= in.rows &&
           reached_columns() <= in.columns;
  }
  constexpr bool is_pointwise() const noexcept {
    return moving.taps() == 1 && moving.step.rows == 1 && moving.step.columns == 1 && in.rows == out.rows &&
           in.columns == out.columns;
  }
};

/// Copies an image into one whose border of zero points is part of it: reached_rows x reached_columns pixels.
/// Writes up to a vector more behind it.
template <window_over Over>
[[gnu::always_inline]] inline void pad_image(std::int8_t* to, const std::int8_t* x, std::int8_t zero) noexcept {
  constexpr int channels = Over.in.channels;
  constexpr int pitch = Over.reached_columns() * channels;
  constexpr int before =
      Over.moving.around.left < Over.reached_columns() ? Over.moving.around.left : Over.reached_columns();
  constexpr int left = Over.reached_columns() - before;
  constexpr int copied = left < Over.in.columns ? left : Over.in.columns;
  for (int row = 0; row < Over.reached_rows(); ++row, to += pitch) {
    const int from = row - Over.moving.around.top;
    const bool inside = from >= 0 && from < Over.in.rows;
    // What lies behind the row is written afterwards.
    if (copied < Over.reached_columns() || !inside) fill_beyond(to, zero, pitch);
    if (inside) copy_bytes<copied * channels>(to + before * channels, x + from * Over.in.columns * channels);
  }
}

/// Windows over whole pixels of 4, 8, 12 ... channels: activations are read where they lie, or in a padded
/// copy.
template <class Rule, window_over Over, int Columns, int Pitch>
struct direct_convolution {
  static constexpr bool pads = !Over.stays_inside();
  static constexpr int image_rows = pads ? Over.reached_rows() : Over.in.rows;
  static constexpr int image_columns = pads ? Over.reached_columns() : Over.in.columns;
  static constexpr int channels = Over.in.channels;
  static constexpr bool runs_together = Over.moving.spread.columns == 1;
  static constexpr taps under{Over.moving.size.rows,
                              runs_together ? 1 : Over.moving.size.columns,
                              Over.moving.spread.rows* image_columns* channels,
                              Over.moving.spread.columns* channels,
                              (runs_together ? Over.moving.size.columns : 1) * channels / 4,
                              Over.moving.step.columns* channels};
  /// Pointwise convolutions take the image for one row.
  static constexpr int run_length = Over.is_pointwise() ? Over.out.rows * Over.out.columns : Over.out.columns;
  static constexpr int runs = Over.is_pointwise() ? 1 : Over.out.rows;
  static constexpr int image_pixels = image_rows * image_columns;
  static constexpr int copied_bytes = pads ? round_up(image_pixels * channels, vector_bytes) + vector_bytes : 0;
  /// Sums of windows are formed 32 at a time and may read beyond the last one.
  static constexpr int sums_bytes = round_up(image_pixels * 4, vector_bytes) + vector_bytes;
  static constexpr int window_bytes = Over.is_pointwise() ? 0 : round_up(run_length * 4, vector_bytes);
  static constexpr std::size_t scratch = scratch_for(copied_bytes + sums_bytes + window_bytes);
  using packed = packed_product<Rule, Columns, under>;

  /// Tap (row, column, channel) of the kernel's order lies in that order under the window.
  static constexpr int place(int tap) noexcept { return tap; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte* borrowed, std::int8_t* y,
                                         const std::int8_t* x) noexcept {
    std::int8_t* const memory = aligned(borrowed);
    auto* const sums = reinterpret_cast<std::int32_t*>(memory + copied_bytes);
    auto* const window_sums = reinterpret_cast<std::int32_t*>(memory + copied_bytes + sums_bytes);
    if constexpr (pads) {
      pad_image<Over>(memory, x, static_cast<std::int8_t>(w.input_zero_point));
      x = memory;
    }
    sum_pixels<channels>(x, image_pixels, sums, -w.offset_of_weights);
    with_steps<packed::layout::has_quads>(w.output, [&]<rounding_steps Steps>() __attribute__((always_inline)) {
      if (pads || is_aligned(x, 8))
        run_rows<true, Steps>(w, y, x, sums, window_sums);
      else
        run_rows<false, Steps>(w, y, x, sums, window_sums);
    });
  }

 private:
  template <bool Aligned, rounding_steps Steps>
  [[gnu::always_inline]] static void run_rows(const packed& w, std::int8_t* y, const std::int8_t* x,
                                              const std::int32_t* sums, std::int32_t* window_sums) noexcept {
    for (int row = 0; row < runs; ++row) {
      const int first = row * Over.moving.step.rows * image_columns;
      const std::int32_t* under_windows = sums;
      if constexpr (!Over.is_pointwise()) {
        sum_windows(sums + first, window_sums);
        under_windows = window_sums;
      }
      multiply<under, run_length, Columns, Pitch, Aligned, Steps>(
          w, {x + first * channels, under_windows, y + row * Over.out.columns * Pitch});
    }
  }

  /// Sums of the pixels under each window of a row.
  [[gnu::always_inline]] static void sum_windows(const std::int32_t* sums, std::int32_t* to) noexcept {
    if constexpr (Over.moving.step.columns == 1) {
      for (int column = 0; column < run_length; column += vector_words) {
        hvx::vector total = hvx::splat_words(0);
        for_each_tap([&](int offset) __attribute__((always_inline)) {
          total = hvx::add_words(total, hvx::load_unaligned(sums + column + offset));
        });
        hvx::store(to + column, total);
      }
    } else {
      for (int column = 0; column < run_length; ++column) {
        std::int32_t total = 0;
        for_each_tap([&](int offset)
                         __attribute__((always_inline)) { total += sums[column * Over.moving.step.columns + offset]; });
        to[column] = total;
      }
    }
  }

  template <class Body>
  [[gnu::always_inline]] static void for_each_tap(const Body& body) noexcept {
    for (int i = 0; i < Over.moving.size.rows; ++i)
      for (int j = 0; j < Over.moving.size.columns; ++j)
        body(i * Over.moving.spread.rows * image_columns + j * Over.moving.spread.columns);
  }
};

/// Any other window: the activations under those of a row are copied side by side, filled up to whole groups
/// of 8 bytes.
template <class Rule, window_over Over, int Columns, int Pitch>
struct patch_convolution {
  static constexpr int depth = Over.moving.taps() * Over.channels;
  static constexpr int patch = depth <= 4 ? 4 : round_up(depth, 8);
  static constexpr taps under{1, 1, 0, 0, patch / 4, patch};
  static constexpr int run_length = Over.out.columns;
  /// Patches that are summed up: 32 at a time where they part vectors, the last ones being of no pixel.
  static constexpr int summed = vector_bytes % patch == 0 ? round_up(run_length, vector_words) : run_length;
  static constexpr int patch_bytes = round_up(summed * patch, vector_bytes);
  static constexpr std::size_t scratch = scratch_for(patch_bytes + summed * 4 + vector_bytes);
  using packed = packed_product<Rule, Columns, under>;

  static constexpr int place(int tap) noexcept { return tap; }

  [[gnu::always_inline]] static void run(const packed& w, std::byte* borrowed, std::int8_t* y,
                                         const std::int8_t* x) noexcept {
    std::int8_t* const patches = aligned(borrowed);
    auto* const sums = reinterpret_cast<std::int32_t*>(patches + patch_bytes);
    with_steps<packed::layout::has_quads>(w.output, [&]<rounding_steps Steps>() __attribute__((always_inline)) {
      for (int row = 0; row < Over.out.rows; ++row) {
        for (int column = 0; column < run_length; ++column)
          copy_patch(patches + column * patch, x, row, column, static_cast<std::int8_t>(w.input_zero_point));
        sum_pixels<patch>(patches, summed, sums, -w.offset_of_weights);
        multiply<under, run_length, Columns, Pitch, true, Steps>(w, {patches, sums, y + row * run_length * Pitch});
      }
    });
  }

 private:
  [[gnu::always_inline]] static void copy_patch(std::int8_t* to, const std::int8_t* x, int row, int column,
                                                std::int8_t zero) noexcept {
    const auto& moving = Over.moving;
    std::int8_t* const start = to;
    for (int i = 0; i < moving.size.rows; ++i) {
      const int from_row = row * moving.step.rows + i * moving.spread.rows - moving.around.top;
      for (int j = 0; j < moving.size.columns; ++j, to += Over.channels) {
        const int from_column = column * moving.step.columns + j * moving.spread.columns - moving.around.left;
        const bool inside =
            from_row >= 0 && from_row < Over.in.rows && from_column >= 0 && from_column < Over.in.columns;
        const std::int8_t* const pixel = x + (inside ? from_row * Over.in.columns + from_column : 0) * Over.in.channels;
        for (int c = 0; c < Over.channels; ++c) to[c] = inside ? pixel[c] : zero;
      }
    }
    for (int k = depth; k < patch; ++k) start[k] = 0;
  }
};

/// The way in which a convolution reads its activations.
template <class Rule, window_over Over, int Columns, int Pitch>
using convolution =
    std::conditional_t<Over.channels == Over.in.channels && Over.channels % 4 == 0,
                       direct_convolution<Rule, Over, Columns, Pitch>, patch_convolution<Rule, Over, Columns, Pitch>>;

/// Packs `Columns` channels from `first` on of a linear operator's numbers, whose weights stand in the order
/// [output][tap].
template <class Convolution, int Columns, class Parameters>
constexpr void pack_columns(typename Convolution::packed& to, const Parameters& w, int first) noexcept {
  to.input_zero_point = w.input_zero_point;
  to.offset_of_weights = 128 + w.kernel_zero_point;
  to.output.set_output({w.output_zero_point, w.low, w.high});
  for (int column = 0; column < Columns; ++column) {
    const auto o = static_cast<std::size_t>(first + column);
    pack_column(to, column, w.kernel.data() + (first + column) * Parameters::taps, Parameters::taps, w.bias[o],
                w.factors[o], w.kernel_zero_point, Convolution::place);
  }
  to.output.settle();
}

}  // namespace tenon::hexagon_kernels
