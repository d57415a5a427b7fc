// SPDX-License-Identifier: Apache-2.0
// An int8 convolution that stages each line of the image once, with its padding, and reads every window where it lies.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <tenon/backend/kryo/gemm_loop.hpp>
#include <tenon/backend/kryo/im2col.hpp>
#include <tenon/backend/kryo/product.hpp>

namespace tenon::kryo_kernels {

/// Rows x columns and the way from image to result; the same numbers as `convolution`, without copies of patches.
///
/// Lines of the image are staged when a window first reaches them, as many as a window reaches over. A window is a few
/// runs of neighbouring values: its rows, or its taps where they are spread. What fills up the last group of a run has
/// weights of zero.
template <class Isa, class Rule, window_geometry Geometry, int Columns>
struct direct_convolution {
  static constexpr window_geometry g = Geometry;
  static constexpr bool runs_are_rows = g.column_spread == 1;
  static constexpr int runs = runs_are_rows ? g.kernel_rows : g.kernel_rows * g.kernel_columns;
  static constexpr int run_values = runs_are_rows ? g.kernel_columns * g.channels : g.channels;
  static constexpr int run_length = round_up(run_values, Isa::depth_group);

  static constexpr int lines = (g.kernel_rows - 1) * g.row_spread + 1;
  static constexpr int line_columns =
      g.left + g.input_columns > (g.output_columns - 1) * g.column_step + (g.kernel_columns - 1) * g.column_spread + 1
          ? g.left + g.input_columns
          : (g.output_columns - 1) * g.column_step + (g.kernel_columns - 1) * g.column_spread + 1;
  static constexpr std::ptrdiff_t line_pitch = static_cast<std::ptrdiff_t>(line_columns) * g.channels;

  using layout = gemm_layout<Isa, g.output_columns, Columns, runs * run_length>;
  using packed = packed_product<Isa, Rule, g.output_columns, Columns, runs * run_length>;
  /// Bytes borrowed: the lines, and what the last group of the last run reads beyond them.
  static constexpr std::size_t scratch =
      static_cast<std::size_t>(lines * line_pitch + run_length - run_values) * sizeof(typename Isa::staged);

  /// Packs weights that stand as first[c * taps * channels + tap * channels + k].
  static constexpr void pack(packed& to, const std::int8_t* first, const std::int32_t* bias,
                             const typename Rule::factor* factors, const int8_terms& terms) noexcept {
    constexpr int taps = g.kernel_rows * g.kernel_columns;
    to.input_zero_point = terms.input_zero_point;
    to.kernel_zero_point = terms.kernel_zero_point;
    to.output.set_output(terms.output_zero_point, terms.low, terms.high, terms.try_to_prove);
    layout::pack(to.weights.data(), first, taps * g.channels, 1, runs, run_values);
    for (int c = 0; c < Columns; ++c) {
      const std::int8_t* const weights = first + c * taps * g.channels;
      const auto sums = weight_sums::of(weights, 1, taps * g.channels, terms.kernel_zero_point);
      to.bias[static_cast<std::size_t>(c)] = sums.folded(bias[c], terms.input_zero_point, Isa::stage_offset);
      to.output.set(c, factors[c], sums.bound(bias[c], terms.input_zero_point));
    }
  }

  [[gnu::always_inline]] static void run(const packed& with, std::byte* borrowed, std::int8_t* y,
                                         std::ptrdiff_t result_pitch, const std::int8_t* image) noexcept {
    auto* const borrowed_lines = reinterpret_cast<staged_type*>(borrowed);
    with_store_int8<Isa>(with.output, y, result_pitch, [&](const auto& epilogue) __attribute__((always_inline)) {
      int staged = 0;
      for (int row = 0; row < g.output_rows; ++row) {
        const int first = row * g.row_step;
        for (staged = staged < first ? first : staged; staged < first + lines; ++staged)
          stage_line(image, staged - g.top, with.input_zero_point, borrowed_lines + staged % lines * line_pitch);
        for_row_tiles<layout, g.output_columns>(
            body<decltype(epilogue)>{with, runs_of(borrowed_lines, first), row * g.output_columns, epilogue});
      }
    });
  }

 private:
  using staged_type = typename Isa::staged;
  using run_starts = std::array<const staged_type*, static_cast<std::size_t>(runs)>;

  /// Where the first window of a row of results has its runs.
  [[gnu::always_inline]] static run_starts runs_of(const staged_type* borrowed_lines, int first) noexcept {
    constexpr int runs_a_row = runs / g.kernel_rows;
    run_starts starts{};
    for (int run = 0; run < runs; ++run)
      starts[static_cast<std::size_t>(run)] =
          borrowed_lines + (first + run / runs_a_row * g.row_spread) % lines * line_pitch +
          run % runs_a_row * g.column_spread * g.channels;
    return starts;
  }

  /// One row of the image between its padding; rows outside the image are padding.
  [[gnu::always_inline]] static void stage_line(const std::int8_t* image, int row, std::int32_t zero_point,
                                                staged_type* to) noexcept {
    constexpr int kept = g.input_columns < line_columns - g.left ? g.input_columns : line_columns - g.left;
    if (row < 0 || row >= g.input_rows) {
      fill_run<Isa, static_cast<int>(line_pitch)>(zero_point, to);
      return;
    }
    const std::int8_t* const line = image + row * g.row_pitch();
    fill_run<Isa, g.left * g.channels>(zero_point, to);
    to += g.left * g.channels;
    if constexpr (g.channels == g.pixel_pitch) {
      stage_run<Isa, kept * g.channels>(line, to);
    } else {
      for (int x = 0; x < kept; ++x)
        stage_run<Isa, g.channels>(line + static_cast<std::ptrdiff_t>(x) * g.pixel_pitch, to + x * g.channels);
    }
    fill_run<Isa, (line_columns - g.left - kept) * g.channels>(zero_point, to + kept * g.channels);
  }

  template <class Epilogue>
  struct body {
    const packed& with;
    run_starts starts;
    int first_output;
    const Epilogue& epilogue;

    template <int Count>
    [[gnu::always_inline]] void rows(int column) const noexcept {
      if (with.kernel_zero_point == 0) {
        columns<Count>(from_bias{with.bias.data()}, column);
      } else {
        std::int32_t offsets[static_cast<std::size_t>(Count)];
        for (int i = 0; i < Count; ++i) offsets[i] = offset_of(column + i);
        columns<Count>(from_bias_and_rows{with.bias.data(), offsets}, column);
      }
    }

   private:
    static constexpr std::ptrdiff_t pitch = g.column_step * g.channels;

    [[gnu::always_inline]] std::int32_t offset_of(int column) const noexcept {
      std::int32_t sum = 0;
      for (const staged_type* const start : starts)
        sum = wrapping_add(sum, row_offset<Isa>(start + column * pitch, run_values, with.input_zero_point,
                                                with.kernel_zero_point));
      return sum;
    }

    template <int Count, class Start>
    [[gnu::always_inline]] void columns(const Start& start, int output) const noexcept {
      constexpr int width = layout::vectors * Isa::lanes;
      constexpr int whole = Columns / width * width;
      for (int column = 0; column < whole; column += width) block<Count, layout::vectors, width>(start, output, column);
      last_columns<Count, whole>(start, output);
    }

    template <int Count, int Column, class Start>
    [[gnu::always_inline]] void last_columns(const Start& start, int output) const noexcept {
      if constexpr (Column < Columns) {
        constexpr int vectors = layout::vectors_at(Column);
        constexpr int width = vectors * Isa::lanes;
        block<Count, vectors, (Columns - Column < width ? Columns - Column : width)>(start, output, Column);
        last_columns<Count, Column + width>(start, output);
      }
    }

    /// Whether a pixel is loaded once for all windows of a tile that it lies in. The sums and the weights of one row of
    /// taps have to fit the registers, which are four more than the sums of the largest tile.
    template <int Count, int Vectors>
    static constexpr bool shares_pixels =
        runs_are_rows && g.column_step == 1 && g.kernel_columns > 1 && g.channels % Isa::depth_group == 0 &&
        Isa::row_group == 1 && Isa::broadcast_groups == 1 &&
        (Count + g.kernel_columns) * Vectors < Isa::tile_rows * Isa::tile_vectors + 4;

    /// One group of depth of the pixels of a row of taps, times the weights of all its taps.
    template <int Count, int Vectors, int... Pixel>
    [[gnu::always_inline]] static void add_pixels(tile<Isa, Count, Vectors>& sums, const staged_type* x,
                                                  const typename Isa::weight* w,
                                                  std::integer_sequence<int, Pixel...>) noexcept {
      constexpr int taps = g.kernel_columns * Vectors;
      typename Isa::weights of_taps[static_cast<std::size_t>(taps)];
      for (int i = 0; i < taps; ++i)
        of_taps[i] = Isa::load_weights(
            w + (i / Vectors * g.channels * Vectors + i % Vectors * Isa::depth_group) * Isa::lanes);
      (add_pixel<Pixel>(sums, Isa::broadcast(x + Pixel * g.channels), of_taps, std::make_integer_sequence<int, taps>{}),
       ...);
    }

    /// Pixel p is under tap t of the window p - t.
    template <int Pixel, int Count, int Vectors, std::size_t Taps, int... I>
    [[gnu::always_inline]] static void add_pixel(tile<Isa, Count, Vectors>& sums, typename Isa::activations x,
                                                 const typename Isa::weights (&w)[Taps],
                                                 std::integer_sequence<int, I...>) noexcept {
      (add_product<(Pixel - I / Vectors) * Vectors + I % Vectors>(sums, x, w[I]), ...);
    }

    template <int Sum, int Count, int Vectors>
    [[gnu::always_inline]] static void add_product(tile<Isa, Count, Vectors>& sums, typename Isa::activations x,
                                                   typename Isa::weights w) noexcept {
      if constexpr (Sum >= 0 && Sum < Count * Vectors) sums.at[Sum] = Isa::template dot<0>(sums.at[Sum], x, w);
    }

    /// The results from `output` of this row on, `Vectors` vectors of channels of them.
    template <int Count, int Vectors, int Valid, class Start>
    [[gnu::always_inline]] void block(const Start& start, int output, int column) const noexcept {
      tile<Isa, Count, Vectors> sums;
      start.start(sums, first_output + output, column);
      const typename Isa::weight* const w = with.weights.data() + static_cast<std::ptrdiff_t>(column) * layout::depth;
      for (int run = 0; run < runs; ++run) {
        const staged_type* const x = starts[static_cast<std::size_t>(run)] + output * pitch;
        const typename Isa::weight* const of_run = w + run * run_length * Vectors * Isa::lanes;
        if constexpr (shares_pixels<Count, Vectors>) {
          for (int k = 0; k < g.channels; k += Isa::depth_group)
            add_pixels(sums, x + k, of_run + k * Vectors * Isa::lanes,
                       std::make_integer_sequence<int, Count + g.kernel_columns - 1>{});
        } else {
          accumulate<Isa, run_length, static_cast<int>(pitch)>(sums, x, of_run);
        }
      }
      epilogue.template store<Valid>(sums, first_output + output, column);
    }
  };
};

}  // namespace tenon::kryo_kernels
