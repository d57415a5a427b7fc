// SPDX-License-Identifier: Apache-2.0
// int8 depthwise convolution with lanes as channels: the taps of a window are gathered a few at a time and multiplied
// channel by channel.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <tenon/backend/kryo/depthwise_columns.hpp>
#include <tenon/backend/kryo/im2col.hpp>
#include <tenon/backend/kryo/product.hpp>
#include <tenon/backend/kryo/requantize.hpp>

namespace tenon::kryo_kernels {

/// What a depthwise convolution streams: weights as [block of channels][group of taps][vector][lane][tap]. Taps follow each
/// other row by row; with `Rows` above 0 each column of so many taps is a group of its own.
template <class Isa, class Rule, int Channels, int Taps, int Rows = 0>
struct packed_depthwise {
  static constexpr int width = Isa::tap_blocks * Isa::lanes;  ///< channels of a block
  static constexpr int columns = round_up(Channels, width);
  static constexpr int tap_groups = Rows > 0 ? Taps / Rows : (Taps + Isa::tap_group - 1) / Isa::tap_group;
  static constexpr int block_weights = tap_groups * width * Isa::tap_group;
  static constexpr std::size_t weight_count = static_cast<std::size_t>(columns / width * block_weights);

  requantization<Rule, static_cast<std::size_t>(columns)> output{};
  std::array<std::int32_t, static_cast<std::size_t>(round_up(columns, 2))> bias{};
  std::array<typename Isa::weight, (weight_count + 7) / 8 * 8> weights{};
  /// A pixel outside the image: the zero point in every channel.
  std::array<std::int8_t, static_cast<std::size_t>(round_up(width, 8))> outside{};
  std::int32_t input_zero_point{};
  std::int32_t kernel_zero_point{};

  /// Where a tap stands among all, those counted in that fill up groups.
  static constexpr int place_of(int tap) noexcept {
    if constexpr (Rows == 0) return tap;
    else return tap % tap_groups * Isa::tap_group + tap / tap_groups;
  }

  static constexpr std::size_t index(int channel, int tap) noexcept {
    const int block = channel / width;
    const int within = channel % width;
    const int place = place_of(tap);
    return static_cast<std::size_t>(block * block_weights + (place / Isa::tap_group * width + within) * Isa::tap_group +
                                    place % Isa::tap_group);
  }

  /// Packs weights that stand as [tap][channel], biases and factors (one a channel).
  constexpr void pack(const std::int8_t* kernel, const std::int32_t* biases, const typename Rule::factor* factors,
                      const int8_terms& terms) noexcept {
    input_zero_point = terms.input_zero_point;
    kernel_zero_point = terms.kernel_zero_point;
    outside.fill(static_cast<std::int8_t>(terms.input_zero_point));
    output.set_output(terms.output_zero_point, terms.low, terms.high, terms.try_to_prove);
    for (int c = 0; c < Channels; ++c) {
      for (int tap = 0; tap < Taps; ++tap) weights[index(c, tap)] = kernel[tap * Channels + c];
      const auto sums = weight_sums::of(kernel + c, Channels, Taps, terms.kernel_zero_point);
      bias[static_cast<std::size_t>(c)] = sums.folded(biases[c], terms.input_zero_point, Isa::stage_offset);
      output.set(c, factors[c], sums.bound(biases[c], terms.input_zero_point));
    }
  }
};

/// The way from image to result; output channel o reads input channel o / Multiple.
template <class Isa, class Rule, window_geometry Geometry, int Multiple>
struct depthwise {
  static constexpr window_geometry g = Geometry;
  static constexpr int channels = g.channels * Multiple;
  static constexpr int taps = g.kernel_rows * g.kernel_columns;
  using columns = depthwise_columns<Isa, Geometry>;
  /// Windows that share columns are computed column by column.
  static constexpr bool by_columns = Multiple == 1 && columns::serves;
  using packed = packed_depthwise<Isa, Rule, channels, taps, by_columns ? g.kernel_rows : 0>;
  static constexpr int width = packed::width;
  static constexpr int padded_taps = packed::tap_groups * Isa::tap_group;

  /// image: input pixels of `channels` each. y: outputs, `result_pitch` apart.
  [[gnu::always_inline]] static void run(const packed& with, std::int8_t* y, std::ptrdiff_t result_pitch,
                                         const std::int8_t* image) noexcept {
    with_store_int8<Isa>(with.output, y, result_pitch, [&](const auto& epilogue) __attribute__((always_inline)) {
      constexpr int whole = by_columns ? channels / width * width : 0;
      if constexpr (whole > 0)
        if (with.kernel_zero_point == 0) {
          for (int row = 0; row < g.output_rows; ++row)
            for (int channel = 0; channel < whole; channel += width) columns::run(with, image, row, channel, epilogue);
          if constexpr (whole < channels) each_pixel<whole>(with, image, epilogue);
          return;
        }
      each_pixel<0>(with, image, epilogue);
    });
  }

 private:
  /// The channels from First on, window by window.
  template <int First, class Epilogue>
  [[gnu::always_inline]] static void each_pixel(const packed& with, const std::int8_t* image,
                                                const Epilogue& epilogue) noexcept {
    for (int row = 0; row < g.output_rows; ++row)
      for (int column = 0; column < g.output_columns; ++column) pixel<First>(with, image, row, column, epilogue);
  }

  using pixels = std::array<const std::int8_t*, static_cast<std::size_t>(padded_taps)>;

  /// The input pixel under each tap, or null outside the image.
  [[gnu::always_inline]] static pixels pixels_under(const std::int8_t* image, int row, int column) noexcept {
    pixels under{};
    for (int i = 0; i < g.kernel_rows; ++i)
      for (int j = 0; j < g.kernel_columns; ++j) {
        const int from_row = row * g.row_step + i * g.row_spread - g.top;
        const int from_column = column * g.column_step + j * g.column_spread - g.left;
        const bool there = from_row >= 0 && from_row < g.input_rows && from_column >= 0 && from_column < g.input_columns;
        under[static_cast<std::size_t>(packed::place_of(i * g.kernel_columns + j))] =
            there ? image + from_row * g.row_pitch() + static_cast<std::ptrdiff_t>(from_column) * g.pixel_pitch : nullptr;
      }
    return under;
  }

  template <int First, class Epilogue>
  [[gnu::always_inline]] static void pixel(const packed& with, const std::int8_t* image, int row, int column,
                                           const Epilogue& epilogue) noexcept {
    const pixels under = pixels_under(image, row, column);
    constexpr int whole = Multiple == 1 ? channels / width * width : 0;
    for (int channel = First; channel < whole; channel += width)
      block<width, false>(with, under, row * g.output_columns + column, channel, epilogue);
    for (int channel = whole > First ? whole : First; channel + width <= channels; channel += width)
      block<width, true>(with, under, row * g.output_columns + column, channel, epilogue);
    if constexpr (channels % width != 0)
      block<channels % width, true>(with, under, row * g.output_columns + column, channels / width * width, epilogue);
  }

  /// One block of channels of one output. `Copied`: the bytes are copied first, as the block reaches beyond the pixel
  /// or reads each channel more than once.
  template <int Valid, bool Copied, class Epilogue>
  [[gnu::always_inline]] static void block(const packed& with, const pixels& under, int output, int channel,
                                           const Epilogue& epilogue) noexcept {
    std::array<const std::int8_t*, static_cast<std::size_t>(padded_taps)> rows;
    std::int8_t copies[Copied ? static_cast<std::size_t>(padded_taps) : 1][static_cast<std::size_t>(width)];
    for (int tap = 0; tap < padded_taps; ++tap) {
      const auto at = static_cast<std::size_t>(tap);
      if constexpr (Copied) {
        copy<Valid>(with, under[at], channel, copies[at]);
        rows[at] = copies[at];
      } else {
        rows[at] = under[at] != nullptr ? under[at] + channel : with.outside.data();
      }
    }
    tile<Isa, 1, Isa::tap_blocks> sums;
    accumulate(with, rows, channel, sums);
    if (with.kernel_zero_point != 0) take_off_zero_point(with, rows, sums);
    epilogue.template store<Valid>(sums, output, channel);
  }

  template <int Valid>
  [[gnu::always_inline]] static void copy(const packed& with, const std::int8_t* pixel, int channel,
                                          std::int8_t* to) noexcept {
    for (int c = 0; c < width; ++c)
      to[c] = pixel != nullptr && c < Valid ? pixel[(channel + c) / Multiple] : with.outside[0];
  }

  template <class Rows>
  [[gnu::always_inline]] static void accumulate(const packed& with, const Rows& rows, int channel,
                                                tile<Isa, 1, Isa::tap_blocks>& sums) noexcept {
    for (int v = 0; v < Isa::tap_blocks; ++v) sums.at[v] = Isa::load(with.bias.data() + channel + v * Isa::lanes);
    const typename Isa::weight* w = with.weights.data() + channel / width * packed::block_weights;
    for (int group = 0; group < packed::tap_groups; ++group) {
      const std::int8_t* gathered[static_cast<std::size_t>(Isa::tap_group)];
      for (int i = 0; i < Isa::tap_group; ++i) gathered[i] = rows[static_cast<std::size_t>(group * Isa::tap_group + i)];
      typename Isa::taps x[static_cast<std::size_t>(Isa::tap_blocks)];
      Isa::interleave(gathered, x);
      for (int v = 0; v < Isa::tap_blocks; ++v, w += Isa::lanes * Isa::tap_group)
        sums.at[v] = Isa::dot_taps(sums.at[v], x[v], w);
    }
  }

  /// -zw * sum (x - zx) in each lane; only affine kernels come here.
  template <class Rows>
  [[gnu::always_inline]] static void take_off_zero_point(const packed& with, const Rows& rows,
                                                         tile<Isa, 1, Isa::tap_blocks>& sums) noexcept {
    for (int v = 0; v < Isa::tap_blocks; ++v) {
      std::int32_t values[static_cast<std::size_t>(Isa::lanes)];
      Isa::store(values, sums.at[v]);
      for (int lane = 0; lane < Isa::lanes; ++lane)
        for (int tap = 0; tap < taps; ++tap)
          values[lane] = wrapping_add(
              values[lane], -with.kernel_zero_point *
                                (rows[static_cast<std::size_t>(packed::place_of(tap))][v * Isa::lanes + lane] -
                                 with.input_zero_point));
      sums.at[v] = Isa::load(values);
    }
  }
};

}  // namespace tenon::kryo_kernels
