// SPDX-License-Identifier: Apache-2.0
// Rows of a depthwise convolution of int8 whose windows share columns: each column of pixels is gathered once and
// multiplied for all windows that it belongs to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include <tenon/backend/kryo/gemm.hpp>
#include <tenon/backend/kryo/im2col.hpp>

namespace tenon::kryo_kernels {

/// One row of results for a block of channels. Windows that have begun and not ended have their sums in registers; a
/// column ends one window, is in the middle of others, and begins one.
template <class Isa, window_geometry Geometry>
struct depthwise_columns {
  static constexpr window_geometry g = Geometry;
  static constexpr int width = g.kernel_columns;
  static constexpr int channels = Isa::tap_blocks * Isa::lanes;
  /// A column of the window fills most of one group of taps, and the next window is one column on.
  static constexpr bool serves = g.column_step == 1 && g.column_spread == 1 && width > 1 && width <= 4 &&
                                 g.kernel_rows > 1 &&
                                 g.kernel_rows <= Isa::tap_group&& g.left < width&& g.output_columns >= width;

  template <class Packed, class Epilogue>
  [[gnu::always_inline]] static void run(const Packed& with, const std::int8_t* image, int row, int channel,
                                         const Epilogue& epilogue) noexcept {
    walk<Packed, Epilogue>{with,
                           epilogue,
                           row * g.output_columns,
                           channel,
                           column_of(with, image, row, channel),
                           with.weights.data() + Packed::first_weight(channel)}
        .run();
  }

 private:
  using sums = tile<Isa, 1, Isa::tap_blocks>;

  /// The pixels of one column under the rows of the window; rows outside the image do not move on.
  struct column {
    const std::int8_t* at[Isa::tap_group];
    std::ptrdiff_t step[Isa::tap_group];
  };

  template <class Packed>
  [[gnu::always_inline]] static column column_of(const Packed& with, const std::int8_t* image, int row,
                                                 int channel) noexcept {
    column first{};
    for (int i = 0; i < Isa::tap_group; ++i) {
      // What fills up the group has weights of zero.
      const int tap = i < g.kernel_rows ? i : g.kernel_rows - 1;
      const int from = row * g.row_step + tap * g.row_spread - g.top;
      const bool there = from >= 0 && from < g.input_rows;
      first.at[i] = there ? image + from * g.row_pitch() + channel : with.outside.data();
      first.step[i] = there ? g.pixel_pitch : 0;
    }
    return first;
  }

  template <class Packed, class Epilogue>
  struct walk {
    const Packed& with;
    const Epilogue& epilogue;
    int first_output;
    int channel;
    column under;
    const typename Isa::weight* weights;
    sums open[static_cast<std::size_t>(width)] = {};

    // Columns are counted from the first one of the first window: column j belongs to the windows j - width + 1 to j.
    static constexpr int columns = g.output_columns + width - 1;
    /// The columns inside the image that end a window and begin one.
    static constexpr int first_common = width - 1;
    static constexpr int end_common =
        g.output_columns < g.input_columns + g.left ? g.output_columns : g.input_columns + g.left;
    static constexpr int common = end_common > first_common ? end_common - first_common : 0;
    static constexpr int rounds = common / width;
    static constexpr int after = first_common + rounds * width;

    [[gnu::always_inline]] void run() noexcept {
      each<0>(std::make_integer_sequence<int, first_common>{});
      for (int round = 0; round < rounds; ++round)
        common_columns(first_output + round * width, std::make_integer_sequence<int, width>{});
      each<after>(std::make_integer_sequence<int, columns - after>{});
    }

   private:
    template <int First, int... J>
    [[gnu::always_inline]] void each(std::integer_sequence<int, J...>) noexcept {
      (one<First + J>(), ...);
    }

    /// A column near an edge, of which the compiler knows where it is.
    template <int J>
    [[gnu::always_inline]] void one() noexcept {
      constexpr bool inside = J >= g.left && J < g.left + g.input_columns;
      constexpr int oldest = J - width + 1 > 0 ? J - width + 1 : 0;
      constexpr int newest = J < g.output_columns - 1 ? J : g.output_columns - 1;
      multiply<inside, J % width, J - newest, J - oldest>();
      if constexpr (J >= width - 1) store<J % width>(first_output + J - width + 1);
    }

    template <int... I>
    [[gnu::always_inline]] void common_columns(int output, std::integer_sequence<int, I...>) noexcept {
      ((multiply<true, (first_common + I) % width, 0, width - 1>(), store<(first_common + I) % width>(output + I)),
       ...);
    }

    /// Adds a column to the windows in which it is tap column First to Last; tap column 0 begins a window.
    template <bool Inside, int Slot, int First, int Last>
    [[gnu::always_inline]] void multiply() noexcept {
      typename Isa::taps x[static_cast<std::size_t>(Isa::tap_blocks)];
      gather<Inside>(x);
      add_all<Slot, First>(x, std::make_integer_sequence<int, Last - First + 1>{});
    }

    template <bool Inside>
    [[gnu::always_inline]] void gather(typename Isa::taps (&x)[static_cast<std::size_t>(Isa::tap_blocks)]) noexcept {
      const std::int8_t* rows[static_cast<std::size_t>(Isa::tap_group)];
      for (int i = 0; i < Isa::tap_group; ++i) {
        rows[i] = Inside ? under.at[i] : with.outside.data();
        if (Inside) under.at[i] += under.step[i];
      }
      Isa::interleave(rows, x);
    }

    template <int Slot, int First, int... I>
    [[gnu::always_inline]] void add_all(const typename Isa::taps (&x)[static_cast<std::size_t>(Isa::tap_blocks)],
                                        std::integer_sequence<int, I...>) noexcept {
      (add<(Slot + width - (First + I)) % width, First + I>(x), ...);
    }

    template <int Slot, int Column>
    [[gnu::always_inline]] void add(const typename Isa::taps (&x)[static_cast<std::size_t>(Isa::tap_blocks)]) noexcept {
      for (int v = 0; v < Isa::tap_blocks; ++v) {
        const auto start = Column == 0 ? Isa::load(with.bias.data() + channel + v * Isa::lanes) : open[Slot].at[v];
        open[Slot].at[v] = Isa::dot_taps(start, x[v], weights + (Column * channels + v * Isa::lanes) * Isa::tap_group);
      }
    }

    /// Writes the window whose last column `Slot` tells.
    template <int Slot>
    [[gnu::always_inline]] void store(int output) noexcept {
      epilogue.template store<channels>(open[(Slot + 1) % width], output, channel);
    }
  };
};

}  // namespace tenon::kryo_kernels
