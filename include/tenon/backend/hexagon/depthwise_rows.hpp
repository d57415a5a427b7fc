// SPDX-License-Identifier: Apache-2.0
// Windows over each channel by themselves, two rows of results at a time: one set of taps serves both.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/convolution.hpp>
#include <tenon/backend/hexagon/depthwise_taps.hpp>
#include <tenon/backend/hexagon/requantization.hpp>
#include <tenon/backend/hexagon/requantize.hpp>

namespace tenon::hexagon_kernels {

/// Two rows of results of windows of up to three rows that move by one pixel: four taps of a column serve
/// both.
///
/// Vectors of taps are made once for a pair of rows. Then 64 channels at a time are computed, so that their
/// weights and factors stay in registers while the row is walked through.
template <class Packed, window_over Over, int Channels, int Pitch>
struct depthwise_row_pair {
  using layout = typename Packed::layout;
  static constexpr int window_rows = Over.moving.size.rows;
  static constexpr int window_columns = Over.moving.size.columns;
  static constexpr int taps_bytes = Over.reached_columns() * 4 * vector_bytes;
  static constexpr int scratch_bytes = taps_bytes + (2 * Over.out.columns + 4) * vector_bytes;

  /// Whole vectors of channels are read from the image itself; parts of vectors from a padded copy of it.
  static constexpr bool pads = Channels % vector_bytes == 0;

  /// The results of rows `row` and `row + 1` at up to 128 channels.
  template <rounding_steps Steps>
  [[gnu::always_inline]] static void run(const Packed& w, std::int8_t* borrowed, std::int8_t* y, const std::int8_t* x,
                                         int row, int first, int count) noexcept {
    if constexpr (pads)
      gather_padded(borrowed, x + first, row, w.input_zero_point);
    else
      gather(borrowed, x + first + row * Over.reached_columns() * Channels, Over.reached_columns());
    const std::int8_t* const weights = w.weights.data() + first * 4 * layout::groups;
    std::int8_t* const halves = borrowed + taps_bytes;
    walk_even(pair_sums<Steps>(w, weights, first), halves, borrowed);
    const pair_sums<Steps> odd(w, weights + 2 * vector_bytes, first + 2 * vector_words);
    if (Pitch % vector_bytes == 0 && count == vector_bytes && is_aligned(y, vector_bytes))
      walk_odd<Steps, true>(odd, w.output.output, y + first, halves, borrowed + 2 * vector_bytes, count);
    else
      walk_odd<Steps, false>(odd, w.output.output, y + first, halves, borrowed + 2 * vector_bytes, count);
  }

 private:
  /// A row of the image, or one that shows the same pixel all along.
  struct row_walk {
    const std::int8_t* at;
    int step;
  };

  [[gnu::always_inline]] static void store_taps(std::int8_t* to, const tap_words& taps) noexcept {
    for (int i = 0; i < 4; ++i) hvx::store(to + i * vector_bytes, taps[static_cast<std::size_t>(i)]);
  }

  [[gnu::always_inline]] static void gather(std::int8_t* to, const std::int8_t* x, int columns) noexcept {
    constexpr int pitch = Over.reached_columns() * Channels;
    const auto row = [&](int i) __attribute__((always_inline)) {
      return i <= window_rows ? hvx::load_unaligned(x + i * pitch) : hvx::splat_words(0);
    };
    for (int column = 0; column < columns; ++column, x += Channels, to += 4 * vector_bytes)
      store_taps(to, gather_taps(row(0), row(1), row(2), row(3)));
  }

  /// Pixels outside the image are zero points.
  [[gnu::always_inline]] static void gather_padded(std::int8_t* to, const std::int8_t* x, int row,
                                                   std::int32_t zero_point) noexcept {
    constexpr int left =
        Over.moving.around.left < Over.reached_columns() ? Over.moving.around.left : Over.reached_columns();
    constexpr int inside =
        Over.reached_columns() - left < Over.in.columns ? Over.reached_columns() - left : Over.in.columns;
    alignas(vector_bytes) std::int8_t outside[vector_bytes];
    const hvx::vector zero = hvx::splat_bytes(zero_point);
    hvx::store(outside, zero);
    const auto walk_row = [&](int i) __attribute__((always_inline)) {
      const int from = row + i - Over.moving.around.top;
      return i <= window_rows && from >= 0 && from < Over.in.rows
                 ? row_walk{x + from * Over.in.columns * Channels, Channels}
                 : row_walk{outside, 0};
    };
    for (int column = 0; column < left; ++column, to += 4 * vector_bytes) store_taps(to, {zero, zero, zero, zero});
    if (is_aligned(x, vector_bytes))
      gather_rows<true>(to, walk_row(0), walk_row(1), walk_row(2), walk_row(3), inside);
    else
      gather_rows<false>(to, walk_row(0), walk_row(1), walk_row(2), walk_row(3), inside);
    to += inside * 4 * vector_bytes;
    for (int column = left + inside; column < Over.reached_columns(); ++column, to += 4 * vector_bytes)
      store_taps(to, {zero, zero, zero, zero});
  }

  template <bool Aligned>
  [[gnu::always_inline]] static void gather_rows(std::int8_t* to, row_walk first, row_walk second, row_walk third,
                                                 row_walk fourth, int columns) noexcept {
    const auto next = [](row_walk& row) __attribute__((always_inline)) {
      const std::int8_t* const at = row.at;
      row.at += row.step;
      if constexpr (Aligned)
        return hvx::load(at);
      else
        return hvx::load_unaligned(at);
    };
#pragma GCC unroll 2
    for (int column = 0; column < columns; ++column, to += 4 * vector_bytes) {
      const hvx::vector a = next(first);
      const hvx::vector b = next(second);
      const hvx::vector c = next(third);
      store_taps(to, gather_taps(a, b, c, next(fourth)));
    }
  }

  /// Weights of 32 channels for the upper row of a pair, and for the lower: the same one tap further on.
  struct lane_weights {
    std::array<hvx::vector, static_cast<std::size_t>(window_columns)> upper;
    std::array<hvx::vector, static_cast<std::size_t>(window_columns)> lower;

    [[gnu::always_inline]] explicit lane_weights(const std::int8_t* from) noexcept {
      for (int j = 0; j < window_columns; ++j) {
        const auto at = static_cast<std::size_t>(j);
        upper[at] = hvx::load(from + j * 4 * vector_bytes);
        lower[at] = hvx::shift_left_words(upper[at], hvx::splat_words(8));
      }
    }
  };

  using column_weights = std::array<hvx::vector, static_cast<std::size_t>(window_columns)>;

  /// 64 channels of both rows: what their sums start with, and what they are scaled with.
  template <rounding_steps Steps>
  struct pair_sums {
    lane_weights lower;
    lane_weights upper;
    hvx::vector lower_bias;
    hvx::vector upper_bias;
    decltype(pair_at<Steps>(std::declval<const Packed&>().output, 0)) factors;

    [[gnu::always_inline]] pair_sums(const Packed& w, const std::int8_t* weights, int lane) noexcept
        : lower(weights),
          upper(weights + vector_bytes),
          lower_bias(hvx::load(w.bias.data() + lane)),
          upper_bias(hvx::load(w.bias.data() + lane + vector_words)),
          factors(pair_at<Steps>(w.output, lane)) {}

    [[gnu::always_inline]] tap_words sum_up(const std::int8_t* taps) const noexcept {
      column_weights first;
      column_weights second;
      for (int j = 0; j < window_columns; ++j) {
        first[static_cast<std::size_t>(j)] = hvx::load(taps + j * 4 * vector_bytes);
        second[static_cast<std::size_t>(j)] = hvx::load(taps + (j * 4 + 1) * vector_bytes);
      }
      return {sum(lower_bias, first, lower.upper), sum(upper_bias, second, upper.upper),
              sum(lower_bias, first, lower.lower), sum(upper_bias, second, upper.lower)};
    }
    /// The row above and the row below.
    [[gnu::always_inline]] std::array<hvx::vector, 2> join(const tap_words& sums) const noexcept {
      return {factors.join(sums[1], sums[0]), factors.join(sums[3], sums[2])};
    }
  };

  [[gnu::always_inline]] static hvx::vector sum(hvx::vector bias, const column_weights& taps,
                                                const column_weights& weights) noexcept {
    for (std::size_t j = 0; j < taps.size(); ++j) bias = hvx::add_words(bias, hvx::dot(taps[j], weights[j]));
    return bias;
  }

  /// The even channels, left as 16 bits. The sums of the next column, beyond the last one of whatever lies there, are
  /// formed while those of this one are scaled.
  template <class Sums>
  [[gnu::always_inline]] static void walk_even(const Sums& w, std::int8_t* halves, const std::int8_t* taps) noexcept {
    tap_words sums = w.sum_up(taps);
    for (int column = 0; column < Over.out.columns; ++column, halves += 2 * vector_bytes) {
      taps += 4 * vector_bytes;
      const tap_words next = w.sum_up(taps);
      const std::array<hvx::vector, 2> rows = w.join(sums);
      sums = next;
      hvx::store(halves, rows[0]);
      hvx::store(halves + vector_bytes, rows[1]);
    }
  }

  /// The odd channels, joined to bytes with the even ones. A column a round: so short a loop is one whose rounds
  /// compilers overlap by themselves.
  template <rounding_steps Steps, bool Aligned, class Sums>
  [[gnu::always_inline]] static void walk_odd(const Sums& w, const output_terms terms, std::int8_t* y,
                                              const std::int8_t* halves, const std::int8_t* taps, int count) noexcept {
#pragma GCC unroll 1
    for (int column = 0; column < Over.out.columns; ++column, taps += 4 * vector_bytes) {
      const std::array<hvx::vector, 2> rows = w.join(w.sum_up(taps));
      store<Aligned>(y, join_bytes<Steps>(rows[0], hvx::load(halves), terms), count);
      store<Aligned>(y + Over.out.columns * Pitch, join_bytes<Steps>(rows[1], hvx::load(halves + vector_bytes), terms),
                     count);
      halves += 2 * vector_bytes;
      y += Pitch;
    }
  }

  template <bool Aligned>
  [[gnu::always_inline]] static void store(std::int8_t* y, hvx::vector bytes, int count) noexcept {
    if constexpr (Aligned)
      hvx::store(y, bytes);
    else
      store_part(y, bytes, count);
  }
};

}  // namespace tenon::hexagon_kernels
