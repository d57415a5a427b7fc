// SPDX-License-Identifier: Apache-2.0
// A window over each channel by itself: lanes are channels. Two rows of results at a time where windows move by one
// pixel.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/convolution.hpp>
#include <tenon/backend/hexagon/depthwise_rows.hpp>
#include <tenon/backend/hexagon/depthwise_taps.hpp>
#include <tenon/backend/hexagon/halves.hpp>
#include <tenon/backend/hexagon/requantization.hpp>
#include <tenon/backend/hexagon/requantize.hpp>
#include <tenon/core/fixed_point.hpp>

namespace tenon::hexagon_kernels {

/// A depthwise convolution over an image of `Over.in.channels * Multiple` channels.
template <class Rule, window_over Over, int Multiple, int Pitch>
struct depthwise_convolution {
  static constexpr int channels = Over.in.channels * Multiple;
  using packed = packed_depthwise<Rule, Over, channels>;
  using layout = typename packed::layout;
  /// Vectors reach beyond the last channels of a pixel, so those of an image that is not copied have to be
  /// whole.
  static constexpr bool copies = !Over.stays_inside() || Multiple > 1 || channels % vector_bytes != 0;
  static constexpr bool moves_by_one = Over.moving.step.rows == 1 && Over.moving.step.columns == 1 &&
                                       Over.moving.spread.rows == 1 && Over.moving.spread.columns == 1;
  static constexpr int image_columns = copies ? Over.reached_columns() : Over.in.columns;
  static constexpr int copied_bytes =
      copies ? Over.reached_rows() * Over.reached_columns() * channels + vector_bytes : 0;
  /// A row more than windows reach may be read of a copy.
  static constexpr bool in_row_pairs = moves_by_one && Over.moving.size.rows <= 3 && Over.out.rows >= 2 &&
                                       (Multiple == 1 || channels % vector_bytes != 0);
  using pairs = depthwise_row_pair<packed, Over, channels, Pitch>;
  static constexpr int pair_bytes = in_row_pairs ? pairs::scratch_bytes : 0;
  static constexpr std::size_t scratch = scratch_for(round_up(copied_bytes, vector_bytes) + pair_bytes);

  [[gnu::always_inline]] static void run(const packed& w, std::byte* borrowed, std::int8_t* y,
                                         const std::int8_t* x) noexcept {
    std::int8_t* const memory = aligned(borrowed);
    with_steps<true>(w.output, [&]<rounding_steps Steps>() __attribute__((always_inline)) {
      if constexpr (in_row_pairs) {
        if (w.kernel_zero_point == 0)
          return run_pairs<Steps>(w, memory + round_up(copied_bytes, vector_bytes), y,
                                  pairs::pads ? x : copied(w, memory, x));
      }
      const std::int8_t* const image = copied(w, memory, x);
      if (w.kernel_zero_point == 0)
        run_rows<false, Steps>(w, y, image);
      else
        run_rows<true, Steps>(w, y, image);
    });
  }

 private:
  static constexpr const op::sliding& moving = Over.moving;
  static constexpr int row_pitch = image_columns * channels;
  /// Columns of taps serve the windows beside them too, where those are one pixel apart.
  static constexpr bool keeps_columns =
      moving.step.columns == 1 && moving.spread.columns == 1 && layout::parts == 1 && layout::columns <= 3;
  using kept = std::array<tap_words, static_cast<std::size_t>(layout::columns)>;
  using columns_in_turn = std::make_integer_sequence<int, layout::columns>;

  /// The image with its border, in borrowed memory unless it can stay where it is.
  [[gnu::always_inline]] static const std::int8_t* copied(const packed& w, std::int8_t* memory,
                                                          const std::int8_t* x) noexcept {
    if constexpr (!copies) return x;
    copy_image(memory, x, static_cast<std::int8_t>(w.input_zero_point));
    return memory;
  }

  [[gnu::always_inline]] static void copy_image(std::int8_t* to, const std::int8_t* x, std::int8_t zero) noexcept {
    if constexpr (Multiple == 1) {
      pad_image<Over>(to, x, zero);
    } else {
      for (int row = 0; row < Over.reached_rows(); ++row)
        for (int column = 0; column < Over.reached_columns(); ++column, to += channels) {
          const int from_row = row - moving.around.top;
          const int from_column = column - moving.around.left;
          const bool inside =
              from_row >= 0 && from_row < Over.in.rows && from_column >= 0 && from_column < Over.in.columns;
          const std::int8_t* const pixel =
              x + (inside ? from_row * Over.in.columns + from_column : 0) * Over.in.channels;
          for (int c = 0; c < channels; ++c) to[c] = inside ? pixel[c / Multiple] : zero;
        }
    }
  }

  /// Two rows of results at a time; of an odd number, the last pair lies over the one before.
  template <rounding_steps Steps>
  [[gnu::always_inline]] static void run_pairs(const packed& w, std::int8_t* borrowed, std::int8_t* y,
                                               const std::int8_t* x) noexcept {
    for_each_vector<channels>([&](int first, int count) __attribute__((always_inline)) {
      for (int row = 0; row < Over.out.rows; row += 2) {
        const int from = row + 1 < Over.out.rows ? row : row - 1;
        pairs::template run<Steps>(w, borrowed, y + from * Over.out.columns * Pitch, x, from, first, count);
      }
    });
  }

  template <bool Affine, rounding_steps Steps>
  [[gnu::always_inline]] static void run_rows(const packed& w, std::int8_t* y, const std::int8_t* x) noexcept {
    for_each_vector<channels>([&](int first, int count) __attribute__((always_inline)) {
      for (int row = 0; row < Over.out.rows; ++row)
        run_row<Affine, Steps>(w, y + row * Over.out.columns * Pitch + first,
                               x + row * moving.step.rows * row_pitch + first, first, count);
    });
  }

  template <bool Affine, rounding_steps Steps>
  [[gnu::always_inline]] static void run_row(const packed& w, std::int8_t* y, const std::int8_t* x, int first,
                                             int count) noexcept {
    if constexpr (keeps_columns) {
      kept columns;
      for (int j = 0; j + 1 < layout::columns; ++j)
        columns[static_cast<std::size_t>(j)] = load_taps(x + j * channels, 0);
      constexpr int whole = Over.out.columns / layout::columns * layout::columns;
      for (int column = 0; column < whole; column += layout::columns)
        in_turn<Affine, Steps>(w, columns, y + column * Pitch, x + column * channels, first, count, columns_in_turn{});
      in_turn<Affine, Steps>(w, columns, y + whole * Pitch, x + whole * channels, first, count,
                             std::make_integer_sequence<int, Over.out.columns - whole>{});
    } else {
      for (int column = 0; column < Over.out.columns; ++column) {
        const std::int8_t* const window = x + column * moving.step.columns * channels;
        tap_words sums = start(w, first);
        for (int j = 0; j < layout::columns; ++j)
          for (int part = 0; part < layout::parts; ++part)
            add<Affine>(sums, w, load_taps(window + j * moving.spread.columns * channels, part), first,
                        j * layout::parts + part);
        finish<Steps>(w, sums, y + column * Pitch, first, count);
      }
    }
  }

  /// Windows of as many results as a window has columns: each replaces the column that the one before it was
  /// the last to need.
  template <bool Affine, rounding_steps Steps, int... I>
  [[gnu::always_inline]] static void in_turn([[maybe_unused]] const packed& w, [[maybe_unused]] kept& columns,
                                             [[maybe_unused]] std::int8_t* y, [[maybe_unused]] const std::int8_t* x,
                                             [[maybe_unused]] int first, [[maybe_unused]] int count,
                                             std::integer_sequence<int, I...>) noexcept {
    (one_of_kept<I, Affine, Steps>(w, columns, y + I * Pitch, x + I * channels, first, count, columns_in_turn{}), ...);
  }

  template <int I, bool Affine, rounding_steps Steps, int... J>
  [[gnu::always_inline]] static void one_of_kept(const packed& w, kept& columns, std::int8_t* y, const std::int8_t* x,
                                                 int first, int count, std::integer_sequence<int, J...>) noexcept {
    constexpr int size = layout::columns;
    columns[(I + size - 1) % size] = load_taps(x + (size - 1) * channels, 0);
    tap_words sums = start(w, first);
    (add<Affine>(sums, w, columns[(I + J) % size], first, J), ...);
    finish<Steps>(w, sums, y, first, count);
  }

  /// Up to four taps of a column of the window.
  [[gnu::always_inline]] static tap_words load_taps(const std::int8_t* x, int part) noexcept {
    const int rows = layout::rows_of(part);
    const std::int8_t* const from = x + part * 4 * moving.spread.rows * row_pitch;
    const auto row = [&](int i) __attribute__((always_inline)) {
      return i < rows ? hvx::load_unaligned(from + i * moving.spread.rows * row_pitch) : hvx::splat_words(0);
    };
    return gather_taps(row(0), row(1), row(2), row(3));
  }

  [[gnu::always_inline]] static tap_words start(const packed& w, int first) noexcept {
    tap_words sums;
    for (std::size_t i = 0; i < 4; ++i)
      sums[i] = hvx::load(w.bias.data() + static_cast<std::size_t>(first) + i * vector_words);
    return sums;
  }

  template <bool Affine>
  [[gnu::always_inline]] static void add(tap_words& sums, const packed& w, const tap_words& x, int first,
                                         int group) noexcept {
    const std::int8_t* const weights =
        w.weights.data() + (first / vector_bytes * layout::groups + group) * 4 * vector_bytes;
    for (std::size_t i = 0; i < 4; ++i) {
      sums[i] = hvx::add_words(sums[i], hvx::dot(x[i], hvx::load(weights + i * vector_bytes)));
      if constexpr (Affine)
        sums[i] = hvx::subtract_words(sums[i], hvx::dot(x[i], zero_points(w.kernel_zero_point, group % layout::parts)));
    }
  }

  /// The kernel's zero point at the taps of a group, 0 where it has none.
  [[gnu::always_inline]] static hvx::vector zero_points(std::int32_t zero_point, int part) noexcept {
    const int rows = layout::rows_of(part);
    return hvx::bit_and(hvx::splat_bytes(zero_point), hvx::splat_words(rows == 4 ? -1 : (1 << 8 * rows) - 1));
  }

  template <rounding_steps Steps>
  [[gnu::always_inline]] static void finish(const packed& w, tap_words& sums, std::int8_t* y, int first,
                                            int count) noexcept {
    const hvx::vector even = pair_at<Steps>(w.output, first).join(sums[1], sums[0]);
    const hvx::vector odd = pair_at<Steps>(w.output, first + 2 * vector_words).join(sums[3], sums[2]);
    store_part(y, join_bytes<Steps>(odd, even, w.output.output), count);
  }
};

/// Packs a depthwise operator's numbers, whose weights stand in the order [tap][channel].
template <class Convolution, window_over Over, class Parameters>
constexpr typename Convolution::packed pack_depthwise(const Parameters& w) noexcept {
  typename Convolution::packed made;
  made.input_zero_point = w.input_zero_point;
  made.kernel_zero_point = w.kernel_zero_point;
  made.output.set_output({w.output_zero_point, w.low, w.high});
  for (int channel = 0; channel < Parameters::outputs; ++channel) {
    const auto at = static_cast<std::size_t>(channel);
    std::int32_t sum = 0;
    for (int tap = 0; tap < Parameters::taps; ++tap) {
      const std::int8_t weight = w.kernel[static_cast<std::size_t>(tap * Parameters::outputs) + at];
      sum += weight - w.kernel_zero_point;
      made.weights[Convolution::layout::index(channel, tap / Over.moving.size.columns,
                                              tap % Over.moving.size.columns)] = weight;
    }
    const int lane = lane_of(channel);
    made.bias[static_cast<std::size_t>(lane)] =
        wrapping_subtract(w.bias[at], wrapping_multiply(w.input_zero_point, sum));
    made.output.set(lane, w.factors[at]);
  }
  made.output.settle();
  return made;
}

}  // namespace tenon::hexagon_kernels
