// SPDX-License-Identifier: Apache-2.0
// int8 depthwise convolution with lanes as channels: the taps of a window are gathered a few at a time and multiplied
// channel by channel.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <tenon/backend/kryo/depthwise_columns.hpp>
#include <tenon/backend/kryo/folded_windows.hpp>
#include <tenon/backend/kryo/im2col.hpp>
#include <tenon/backend/kryo/product.hpp>
#include <tenon/backend/kryo/requantize.hpp>

namespace tenon::kryo_kernels {

/// What a depthwise convolution streams: weights as [block of lanes][group of taps][vector][lane][tap]. Taps follow
/// each other row by row; with `Rows` above 0 each column of so many taps is a group of its own. Lanes are channels, all
/// of them `Repeats` times over. A last block that they do not fill overlaps the one before it, unless `Apart`.
template <class Isa, class Rule, int Channels, int Taps, int Rows = 0, int Repeats = 1, bool Apart = false>
struct packed_depthwise {
  static constexpr int width = Isa::tap_blocks * Isa::lanes;  ///< lanes of a block
  static constexpr int used = Channels * Repeats;
  static constexpr int columns = round_up(used, width);
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

  /// The first lane of the last block, and how many lanes of it are used.
  static constexpr int last_start = Apart ? (used - 1) / width * width : used > width ? used - width : 0;
  static constexpr int last_used = used - last_start;
  static constexpr int start_of(int block) noexcept { return block * width < last_start ? block * width : last_start; }
  /// Where the weights of the block that starts with a lane stand.
  static constexpr int first_weight(int start) noexcept { return (start + width - 1) / width * block_weights; }

  static constexpr std::size_t index(int block, int lane, int tap) noexcept {
    const int place = place_of(tap);
    return static_cast<std::size_t>(block * block_weights + (place / Isa::tap_group * width + lane) * Isa::tap_group +
                                    place % Isa::tap_group);
  }

  /// Packs weights that stand as [tap][channel], biases and factors (one a channel).
  constexpr void pack(const std::int8_t* kernel, const std::int32_t* biases, const typename Rule::factor* factors,
                      const int8_terms& terms) noexcept {
    input_zero_point = terms.input_zero_point;
    kernel_zero_point = terms.kernel_zero_point;
    outside.fill(static_cast<std::int8_t>(terms.input_zero_point));
    output.set_output(terms.output_zero_point, terms.low, terms.high, terms.try_to_prove);
    for (int block = 0; block < columns / width; ++block)
      for (int lane = 0; lane < width && start_of(block) + lane < used; ++lane)
        for (int tap = 0; tap < Taps; ++tap)
          weights[index(block, lane, tap)] = kernel[tap * Channels + (start_of(block) + lane) % Channels];
    for (int lane = 0; lane < used; ++lane) {
      const int c = lane % Channels;
      const auto sums = weight_sums::of(kernel + c, Channels, Taps, terms.kernel_zero_point);
      bias[static_cast<std::size_t>(lane)] = sums.folded(biases[c], terms.input_zero_point, Isa::stage_offset);
      output.set(lane, factors[c], sums.bound(biases[c], terms.input_zero_point));
    }
  }
};

/// The way from image to result; output channel o reads input channel o / Multiple.
template <class Isa, class Rule, window_geometry Geometry, int Multiple>
struct depthwise {
  static constexpr window_geometry g = Geometry;
  static constexpr int channels = g.channels * Multiple;
  static constexpr int taps = g.kernel_rows * g.kernel_columns;
  static constexpr int width = Isa::tap_blocks * Isa::lanes;
  using columns = depthwise_columns<Isa, Geometry>;
  using folded = folded_windows<std::int8_t, Geometry, width>;
  /// Windows that share columns are computed column by column, those of few channels several at a time.
  static constexpr bool is_folded = Multiple == 1 && folded::serves;
  static constexpr bool by_columns = Multiple == 1 && columns::serves && channels >= width;
  /// Where results may be written over the pixels that they are made of no pixel may be read twice.
  static constexpr bool replaces_input = g.pointwise();
  using packed = packed_depthwise<Isa, Rule, channels, taps, by_columns ? g.kernel_rows : 0,
                                  is_folded ? folded::together : 1, replaces_input>;
  static constexpr int padded_taps = packed::tap_groups * Isa::tap_group;
  /// Bytes borrowed.
  static constexpr std::size_t scratch = is_folded ? folded::scratch : 0;

  /// image: input pixels of `channels` each. y: outputs, `result_pitch` apart.
  [[gnu::always_inline]] static void run(const packed& with, std::byte* borrowed, std::int8_t* y,
                                         std::ptrdiff_t result_pitch, const std::int8_t* image) noexcept {
    with_store_int8<Isa>(with.output, y, result_pitch, [&](const auto& epilogue) __attribute__((always_inline)) {
      if constexpr (is_folded) {
        each_group(with, reinterpret_cast<std::int8_t*>(borrowed), image, epilogue);
        return;
      }
      if constexpr (by_columns)
        if (with.kernel_zero_point == 0) {
          for (int row = 0; row < g.output_rows; ++row)
            for_each_block([&](auto, int channel) __attribute__((always_inline)) {
              columns::run(with, image, row, channel, epilogue);
            });
          return;
        }
      if constexpr (!is_folded) each_pixel(with, image, epilogue);
    });
  }

 private:
  using pixels = std::array<const std::int8_t*, static_cast<std::size_t>(padded_taps)>;

  /// Calls `body(size, channel)` for each block of channels, with the first of them; the size is a constant.
  template <class Body>
  [[gnu::always_inline]] static void for_each_block(const Body& body) noexcept {
    for (int channel = 0; channel < packed::last_start; channel += width)
      body(std::integral_constant<int, width>{}, channel);
    body(std::integral_constant<int, packed::last_used>{}, packed::last_start);
  }

  template <class Epilogue>
  [[gnu::always_inline]] static void each_group(const packed& with, std::int8_t* borrowed, const std::int8_t* image,
                                                const Epilogue& epilogue) noexcept {
    const auto outside = static_cast<std::int8_t>(with.input_zero_point);
    folded::for_each_group(borrowed, image, outside, [&](const auto& under, int first) __attribute__((always_inline)) {
      pixels rows;
      for (int tap = 0; tap < padded_taps; ++tap)
        rows[static_cast<std::size_t>(tap)] = under[static_cast<std::size_t>(tap < taps ? tap : 0)];
      auto sums = summed(with, rows, 0);
      if (epilogue.pitch == channels) {
        epilogue.template store<folded::valid>(sums, first, 0);
        return;
      }
      std::int8_t apart[static_cast<std::size_t>(folded::valid)];
      Epilogue aside = epilogue;
      aside.y = apart;
      aside.template store<folded::valid>(sums, 0, 0);
      for (int i = 0; i < folded::together; ++i)
        __builtin_memcpy(epilogue.y + (first + i) * epilogue.pitch, apart + i * channels, channels);
    });
  }

  template <class Epilogue>
  [[gnu::always_inline]] static void each_pixel(const packed& with, const std::int8_t* image,
                                                const Epilogue& epilogue) noexcept {
    for (int row = 0; row < g.output_rows; ++row)
      for (int column = 0; column < g.output_columns; ++column) {
        const pixels under = pixels_under(image, row, column);
        for_each_block([&](auto size, int channel) __attribute__((always_inline)) {
          block<size()>(with, under, row * g.output_columns + column, channel, epilogue);
        });
      }
  }

  /// The input pixel under each tap, or null outside the image.
  [[gnu::always_inline]] static pixels pixels_under(const std::int8_t* image, int row, int column) noexcept {
    pixels under{};
    for (int i = 0; i < g.kernel_rows; ++i)
      for (int j = 0; j < g.kernel_columns; ++j) {
        const int from_row = row * g.row_step + i * g.row_spread - g.top;
        const int from_column = column * g.column_step + j * g.column_spread - g.left;
        const bool there = from_row >= 0 && from_row < g.input_rows &&  //
                           from_column >= 0 && from_column < g.input_columns;
        const std::ptrdiff_t at = from_row * g.row_pitch() + static_cast<std::ptrdiff_t>(from_column) * g.pixel_pitch;
        under[static_cast<std::size_t>(packed::place_of(i * g.kernel_columns + j))] = there ? image + at : nullptr;
      }
    return under;
  }

  /// One block of channels of one output. Its bytes are copied first where each channel is read more than once, or
  /// where a vector would reach beyond the pixel.
  template <int Size, class Epilogue>
  [[gnu::always_inline]] static void block(const packed& with, const pixels& under, int output, int channel,
                                           const Epilogue& epilogue) noexcept {
    constexpr bool copied = Multiple > 1 || Size < width;
    pixels rows;
    std::int8_t copies[copied ? static_cast<std::size_t>(padded_taps) : 1][static_cast<std::size_t>(width)];
    for (int tap = 0; tap < padded_taps; ++tap) {
      const auto at = static_cast<std::size_t>(tap);
      if constexpr (copied) {
        copy(with, under[at], channel, copies[at]);
        rows[at] = copies[at];
      } else {
        rows[at] = under[at] != nullptr ? under[at] + channel : with.outside.data();
      }
    }
    auto sums = summed(with, rows, channel);
    epilogue.template store<Size>(sums, output, channel);
  }

  [[gnu::always_inline]] static void copy(const packed& with, const std::int8_t* pixel, int channel,
                                          std::int8_t* to) noexcept {
    for (int c = 0; c < width; ++c)
      to[c] = pixel != nullptr && channel + c < channels ? pixel[(channel + c) / Multiple] : with.outside[0];
  }

  /// The sums of a block: the bytes under each tap times their weights.
  [[gnu::always_inline]] static tile<Isa, 1, Isa::tap_blocks> summed(const packed& with, const pixels& rows,
                                                                     int channel) noexcept {
    tile<Isa, 1, Isa::tap_blocks> sums;
    accumulate(with, rows, channel, sums);
    if (with.kernel_zero_point != 0) take_off_zero_point(with, rows, sums);
    return sums;
  }

  [[gnu::always_inline]] static void accumulate(const packed& with, const pixels& rows, int channel,
                                                tile<Isa, 1, Isa::tap_blocks>& sums) noexcept {
    for (int v = 0; v < Isa::tap_blocks; ++v) sums.at[v] = Isa::load(with.bias.data() + channel + v * Isa::lanes);
    const typename Isa::weight* w = with.weights.data() + packed::first_weight(channel);
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
  [[gnu::always_inline]] static void take_off_zero_point(const packed& with, const pixels& rows,
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
