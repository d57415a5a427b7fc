// SPDX-License-Identifier: Apache-2.0
// A window over each channel by itself, in planes: lanes are pixels, weights are scalars.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/channel_planes.hpp>
#include <tenon/backend/hexagon/convolution.hpp>
#include <tenon/backend/hexagon/plane_scales.hpp>
#include <tenon/backend/hexagon/plane_window.hpp>
#include <tenon/backend/hexagon/requantization.hpp>
#include <tenon/core/fixed_point.hpp>

namespace tenon::hexagon_kernels {

/// Four weights as the instruction that multiplies takes them, the first in the lowest byte.
constexpr std::int32_t four_weights(int first, int second, int third, int fourth) noexcept {
  const auto byte = [](int x, int place) { return (static_cast<std::uint32_t>(x) & 0xff) << (8 * place); };
  return static_cast<std::int32_t>(byte(first, 0) | byte(second, 1) | byte(third, 2) | byte(fourth, 3));
}

/// True for windows of up to three rows and columns that move by one pixel and keep the size of the image, which is
/// what the padding of planes has room for.
constexpr bool suits_planes(const window_over& over) noexcept {
  const op::sliding& moving = over.moving;
  return over.in.batch == 1 && over.in.rows == over.out.rows && over.in.columns == over.out.columns &&
         moving.step.rows == 1 && moving.step.columns == 1 && moving.reach_rows() <= 3 && moving.reach_columns() <= 3 &&
         moving.spread.rows == 1 && moving.spread.columns == 1 && moving.around.top <= 1 && moving.around.bottom <= 1 &&
         moving.around.left <= 1 && moving.around.right <= 1;
}

/// What a depthwise convolution over planes streams: a row of the window as two words, for windows that start at a
/// word's first byte, and for those that start at its second.
template <window_over Over>
struct packed_plane_depthwise {
  static constexpr int rows = Over.moving.size.rows;
  using row_weights = std::array<std::int32_t, 2>;
  plane_scales<Over.in.channels> output{};
  std::array<std::int32_t, static_cast<std::size_t>(Over.in.channels)> bias{};
  std::array<std::array<row_weights, static_cast<std::size_t>(rows)>, static_cast<std::size_t>(Over.in.channels)>
      weights{};
  std::int32_t kernel_zero_point{};
};

/// One kernel for each channel's plane.
template <window_over Over>
struct plane_depthwise {
  static constexpr plane_geometry planes{Over.in};
  using packed = packed_plane_depthwise<Over>;
  using padding = plane_padding<planes>;
  using row_weights = typename packed::row_weights;
  static constexpr std::size_t scratch = scratch_for(padding::scratch_bytes);

  [[gnu::always_inline]] static void run(const packed& w, std::byte* borrowed, std::int8_t* y,
                                         const std::int8_t* x) noexcept {
    const padding outside(aligned(borrowed), w.output.output.zero_point);
    outside.surround(y);
    // Weights with a zero point, factors above 1 and memory that is not the engine's are rare: one form serves all.
    const bool any = w.kernel_zero_point != 0 || w.output.steps().any_factor || !is_aligned(x, vector_bytes) ||
                     !is_aligned(y, vector_bytes);
    if (any) return run_planes<false, true, rounding_steps{}>(w, outside, y, x);
    with_steps(w.output, [&]<rounding_steps Steps>() __attribute__((always_inline)) {
      if constexpr (!Steps.any_factor) run_planes<true, false, Steps>(w, outside, y, x);
    });
  }

  /// Both words of a row of the window whose weight of column j is `weight(j)`.
  template <class Weight>
  static constexpr row_weights row_of(const Weight& weight) noexcept {
    const auto column = [&](int j) { return j < moving.size.columns ? static_cast<int>(weight(j)) : 0; };
    return {four_weights(column(0), column(1), column(2), 0), four_weights(0, column(0), column(1), column(2))};
  }

 private:
  static constexpr op::sliding moving = Over.moving;
  static constexpr int vectors = planes.vectors();
  /// Rounds of the inner loop that share registers without copying them; an emulation has none.
  static constexpr int unrolled = hvx::is_emulated ? 1 : 4;
  /// From a result to the first activation under its window.
  static constexpr int first_tap = -moving.around.top * planes.pitch() - moving.around.left;
  using rows_in_turn = std::make_integer_sequence<int, moving.size.rows>;

  /// A plane, walked through vector by vector.
  template <bool Aligned, bool Affine>
  class plane_walk {
   public:
    [[gnu::always_inline]] plane_walk(const packed& w, const std::int8_t* x, int channel) noexcept
        : window_(x + planes.place(channel, 0, 0)),
          bias_(hvx::splat_words(w.bias[static_cast<std::size_t>(channel)])),
          weights_(w.weights[static_cast<std::size_t>(channel)]),
          zero_point_(w.kernel_zero_point) {}

    [[gnu::always_inline]] pixel_sums next() noexcept {
      window_.advance();
      pixel_sums sums{bias_, bias_, bias_, bias_};
      add_rows(sums, rows_in_turn{});
      return sums;
    }

   private:
    template <int... Row>
    [[gnu::always_inline]] void add_rows(pixel_sums& sums, std::integer_sequence<int, Row...>) const noexcept {
      (add_row<first_tap + Row * planes.pitch()>(sums, weights_[Row]), ...);
    }

    template <int Offset>
    [[gnu::always_inline]] void add_row(pixel_sums& sums, const row_weights& weights) const noexcept {
      const hvx::vector even = window_.template at<Offset>();
      const hvx::vector odd = window_.template at<Offset + 2>();
      multiply(sums, even, odd, weights);
      if constexpr (Affine) {
        const hvx::vector none = hvx::splat_words(0);
        pixel_sums taken{none, none, none, none};
        multiply(taken, even, odd, row_of([&](int) { return zero_point_; }));
        for (std::size_t i = 0; i < 4; ++i) sums[i] = hvx::subtract_words(sums[i], taken[i]);
      }
    }

    plane_window<Aligned> window_;
    hvx::vector bias_;
    std::array<row_weights, static_cast<std::size_t>(moving.size.rows)> weights_;
    std::int32_t zero_point_;
  };

  /// A word holds four taps, a row of the window has three at most: so a word serves two windows, which start at its
  /// first byte and at its second.
  [[gnu::always_inline]] static void multiply(pixel_sums& sums, hvx::vector even, hvx::vector odd,
                                              const row_weights& weights) noexcept {
    sums[0] = hvx::dot_unsigned(sums[0], even, weights[0]);
    sums[2] = hvx::dot_unsigned(sums[2], even, weights[1]);
    sums[1] = hvx::dot_unsigned(sums[1], odd, weights[0]);
    sums[3] = hvx::dot_unsigned(sums[3], odd, weights[1]);
  }

  /// The sums of the next vector are formed while those of this one are scaled, from plane to plane too.
  template <bool Aligned, bool Affine, rounding_steps Steps>
  [[gnu::always_inline]] static void run_planes(const packed& w, const padding& outside, std::int8_t* y,
                                                const std::int8_t* x) noexcept {
    const output_terms output = w.output.output;
    plane_walk<Aligned, Affine> walk(w, x, 0);
    pixel_sums sums = walk.next();
    for (int channel = 0; channel < Over.in.channels; ++channel) {
      std::int8_t* to = y + planes.place(channel, 0, 0);
      const channel_scale<Steps> scale(w.output.factors[static_cast<std::size_t>(channel)], output);
#pragma GCC unroll unrolled
      for (int i = 0; i < vectors - 1; ++i, to += vector_bytes) {
        const pixel_sums next = walk.next();
        store_plane<Aligned>(to, outside.around(scale.join(sums), i));
        sums = next;
      }
      walk = {w, x, channel + 1 < Over.in.channels ? channel + 1 : channel};
      const pixel_sums next = walk.next();
      store_plane<Aligned>(to, outside.around(scale.join(sums), vectors - 1));
      sums = next;
    }
  }
};

/// Packs a depthwise operator's numbers, whose weights stand in the order [tap][channel].
template <window_over Over, class Parameters>
constexpr packed_plane_depthwise<Over> pack_plane_depthwise(const Parameters& w) noexcept {
  packed_plane_depthwise<Over> made;
  made.kernel_zero_point = w.kernel_zero_point;
  made.output.set_output({w.output_zero_point, w.low, w.high});
  for (int channel = 0; channel < Over.in.channels; ++channel) {
    const auto at = static_cast<std::size_t>(channel);
    std::int32_t sum = 0;
    for (int row = 0; row < Over.moving.size.rows; ++row)
      made.weights[at][static_cast<std::size_t>(row)] = plane_depthwise<Over>::row_of([&](int column) {
        const int tap = row * Over.moving.size.columns + column;
        const std::int8_t weight = w.kernel[static_cast<std::size_t>(tap * Over.in.channels) + at];
        return weight;
      });
    for (int tap = 0; tap < Parameters::taps; ++tap)
      sum += w.kernel[static_cast<std::size_t>(tap * Over.in.channels) + at] - w.kernel_zero_point;
    made.bias[at] = wrapping_subtract(w.bias[at], wrapping_multiply(w.input_zero_point + 128, sum));
    made.output.set(channel, w.factors[at]);
  }
  return made;
}

}  // namespace tenon::hexagon_kernels
