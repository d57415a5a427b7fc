// SPDX-License-Identifier: Apache-2.0
// An int8 convolution that stages the whole image once, with its padding, and reads every window where it lies.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <tenon/backend/kryo/gemm_loop.hpp>
#include <tenon/backend/kryo/im2col.hpp>
#include <tenon/backend/kryo/product.hpp>

namespace tenon::kryo_kernels {

/// Rows x columns and the way from image to result; the same numbers as `convolution`, without copies of patches.
///
/// Pixels are staged with their channels rounded up to `depth_group`. A window is a few runs of neighbouring values:
/// its rows, or its taps where they are spread.
template <class Isa, class Rule, window_geometry Geometry, int Columns>
struct direct_convolution {
  static constexpr window_geometry g = Geometry;
  static constexpr int channels = round_up(g.channels, Isa::depth_group);
  static constexpr int image_columns =
      g.left + g.input_columns > (g.output_columns - 1) * g.column_step + (g.kernel_columns - 1) * g.column_spread + 1
          ? g.left + g.input_columns
          : (g.output_columns - 1) * g.column_step + (g.kernel_columns - 1) * g.column_spread + 1;
  static constexpr int image_rows = (g.output_rows - 1) * g.row_step + (g.kernel_rows - 1) * g.row_spread + 1;
  static constexpr std::ptrdiff_t image_pitch = static_cast<std::ptrdiff_t>(image_columns) * channels;

  static constexpr bool runs_are_rows = g.column_spread == 1;
  static constexpr int run_length = runs_are_rows ? g.kernel_columns * channels : channels;
  static constexpr int runs = runs_are_rows ? g.kernel_rows : g.kernel_rows * g.kernel_columns;

  using layout = gemm_layout<Isa, g.output_columns, Columns, runs * run_length>;
  using packed = packed_product<Isa, Rule, g.output_columns, Columns, runs * run_length>;
  static constexpr std::size_t scratch = static_cast<std::size_t>(image_rows * image_pitch) * sizeof(typename Isa::staged);

  /// Packs weights that stand as first[c * taps * channels + tap * channels + k].
  static constexpr void pack(packed& to, const std::int8_t* first, const std::int32_t* bias,
                             const typename Rule::factor* factors, const int8_terms& terms) noexcept {
    constexpr int taps = g.kernel_rows * g.kernel_columns;
    to.input_zero_point = terms.input_zero_point;
    to.kernel_zero_point = terms.kernel_zero_point;
    to.output.set_output(terms.output_zero_point, terms.low, terms.high, terms.try_to_prove);
    for (int c = 0; c < Columns; ++c) {
      const std::int8_t* const weights = first + c * taps * g.channels;
      for (int tap = 0; tap < taps; ++tap)
        for (int k = 0; k < g.channels; ++k)
          to.weights[layout::index(c, tap * channels + k)] = weights[tap * g.channels + k];
      const auto sums = weight_sums::of(weights, 1, taps * g.channels, terms.kernel_zero_point);
      to.bias[static_cast<std::size_t>(c)] = sums.folded(bias[c], terms.input_zero_point, Isa::stage_offset);
      to.output.set(c, factors[c], sums.bound(bias[c], terms.input_zero_point));
    }
  }

  [[gnu::always_inline]] static void run(const packed& with, std::byte* borrowed, std::int8_t* y,
                                         std::ptrdiff_t result_pitch, const std::int8_t* image) noexcept {
    auto* const staged = reinterpret_cast<typename Isa::staged*>(borrowed);
    stage_image(image, with.input_zero_point, staged);
    with_store_int8<Isa>(with.output, y, result_pitch, [&](const auto& epilogue) __attribute__((always_inline)) {
      for (int row = 0; row < g.output_rows; ++row)
        for_row_tiles<layout, g.output_columns>(
            body<decltype(epilogue)>{with, staged + row * g.row_step * image_pitch, row * g.output_columns, epilogue});
    });
  }

 private:
  using staged_type = typename Isa::staged;

  [[gnu::always_inline]] static void stage_image(const std::int8_t* image, std::int32_t zero_point,
                                                 staged_type* to) noexcept {
    for (int row = 0; row < image_rows; ++row, to += image_pitch) {
      const int from_row = row - g.top;
      if (from_row < 0 || from_row >= g.input_rows) {
        fill_run<Isa, static_cast<int>(image_pitch)>(zero_point, to);
        continue;
      }
      stage_line(image + from_row * g.row_pitch(), zero_point, to);
    }
  }

  [[gnu::always_inline]] static void stage_line(const std::int8_t* line, std::int32_t zero_point,
                                                staged_type* to) noexcept {
    fill_run<Isa, g.left * channels>(zero_point, to);
    to += g.left * channels;
    constexpr int kept = g.input_columns < image_columns - g.left ? g.input_columns : image_columns - g.left;
    if constexpr (channels == g.channels && g.channels == g.pixel_pitch) {
      stage_run<Isa, kept * channels>(line, to);
    } else {
      for (int x = 0; x < kept; ++x) {
        stage_run<Isa, g.channels>(line + static_cast<std::ptrdiff_t>(x) * g.pixel_pitch, to + x * channels);
        fill_run<Isa, channels - g.channels>(zero_point, to + x * channels + g.channels);
      }
    }
    fill_run<Isa, (image_columns - g.left - kept) * channels>(zero_point, to + kept * channels);
  }

  /// Where run `run` of a window starts, counted from the window's first pixel.
  static constexpr std::ptrdiff_t start_of(int run) noexcept {
    if constexpr (runs_are_rows) return run * g.row_spread * image_pitch;
    else return run / g.kernel_columns * g.row_spread * image_pitch + run % g.kernel_columns * g.column_spread * channels;
  }

  template <class Epilogue>
  struct body {
    const packed& with;
    const staged_type* line;
    int first_output;
    Epilogue epilogue;

    template <int Count>
    [[gnu::always_inline]] void rows(int column) const noexcept {
      const staged_type* const x = line + static_cast<std::ptrdiff_t>(column) * pitch;
      if (with.kernel_zero_point == 0) {
        columns<Count, 0>(x, from_bias{with.bias.data()}, first_output + column);
      } else {
        std::int32_t offsets[static_cast<std::size_t>(Count)];
        for (int i = 0; i < Count; ++i) offsets[i] = offset_of(x + i * pitch);
        columns<Count, 0>(x, from_bias_and_rows{with.bias.data(), offsets}, first_output + column);
      }
    }

   private:
    static constexpr int pitch = g.column_step * channels;

    [[gnu::always_inline]] std::int32_t offset_of(const staged_type* x) const noexcept {
      std::int32_t sum = 0;
      for (int i = 0; i < runs; ++i)
        sum = wrapping_add(sum,
                           row_offset<Isa>(x + start_of(i), run_length, with.input_zero_point, with.kernel_zero_point));
      return sum;
    }

    template <int Count, int Column, class Start>
    [[gnu::always_inline]] void columns(const staged_type* x, const Start& start, int output) const noexcept {
      constexpr int width = layout::vectors * Isa::lanes;
      constexpr int whole = Columns / width * width;
      for (int column = 0; column < whole; column += width) block<Count, layout::vectors, width>(x, start, output, column);
      last_columns<Count, whole>(x, start, output);
    }

    template <int Count, int Column, class Start>
    [[gnu::always_inline]] void last_columns(const staged_type* x, const Start& start, int output) const noexcept {
      if constexpr (Column < Columns) {
        constexpr int vectors = layout::vectors_at(Column);
        constexpr int width = vectors * Isa::lanes;
        block<Count, vectors, (Columns - Column < width ? Columns - Column : width)>(x, start, output, Column);
        last_columns<Count, Column + width>(x, start, output);
      }
    }

    template <int Count, int Vectors, int Valid, class Start>
    [[gnu::always_inline]] void block(const staged_type* x, const Start& start, int output, int column) const noexcept {
      tile<Isa, Count, Vectors> sums;
      start.start(sums, output, column);
      const typename Isa::weight* const w = with.weights.data() + static_cast<std::ptrdiff_t>(column) * layout::depth;
      for (int i = 0; i < runs; ++i)
        accumulate<Isa, run_length, pitch>(sums, x + start_of(i), w + i * run_length * Vectors * Isa::lanes);
      epilogue.template store<Valid>(sums, output, column);
    }
  };
};

}  // namespace tenon::kryo_kernels
