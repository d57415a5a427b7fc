// SPDX-License-Identifier: Apache-2.0
// Weights of conv2d and dense as the product of pixels and channels streams them.
//
// The instruction that multiplies at the full rate takes unsigned vectors and signed scalars, so weights are
// stored with 128 added, which each sum then has too much of: 128 times the sum of its activations.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/halves.hpp>
#include <tenon/backend/hexagon/requantization.hpp>
#include <tenon/core/fixed_point.hpp>

namespace tenon::hexagon_kernels {

/// What lies under a window of one pixel: `segments` runs of bytes, each `words` words long.
struct taps {
  int rows = 1;  ///< runs in both directions
  int columns = 1;
  int row_pitch = 0;     ///< bytes from a run to the one below
  int column_pitch = 0;  ///< bytes from a run to the one beside
  int words = 1;
  int pixel_pitch = 4;  ///< bytes from a pixel's window to the next one's

  constexpr int bytes() const noexcept { return rows * columns * words * 4; }
  /// True if every run can be read by 8 bytes at a time.
  constexpr bool come_in_pairs() const noexcept {
    return words % 2 == 0 && row_pitch % 8 == 0 && column_pitch % 8 == 0 && pixel_pitch % 8 == 0;
  }
};

/// How the weights of `Columns` channels lie in memory: blocks of up to four vectors of 32 channels; in a
/// block [run][word][vector][channel][4]. Blocks of four vectors have their channels in the order of `lane_of`.
template <int Columns, taps Taps>
struct weight_layout {
  static constexpr int whole_blocks = Columns / vector_bytes;
  /// Vectors of the last block, which is not full; three are filled up.
  static constexpr int last_vectors = [] {
    const int needed = round_up(Columns % vector_bytes, vector_words) / vector_words;
    return needed == 3 ? 4 : needed;
  }();
  static constexpr int columns = (whole_blocks * 4 + last_vectors) * vector_words;
  static constexpr int words = Taps.bytes() / 4;
  static constexpr std::size_t size = static_cast<std::size_t>(columns) * static_cast<std::size_t>(Taps.bytes());

  static constexpr int vectors_at(int column) noexcept {
    return column / vector_bytes < whole_blocks ? 4 : last_vectors;
  }
  /// True if four vectors of channels come together in any block.
  static constexpr bool has_quads = whole_blocks > 0 || last_vectors == 4;
  /// Where the bias and the factor of a channel lie.
  static constexpr int lane(int column) noexcept { return vectors_at(column) == 4 ? lane_of(column) : column; }
  /// Where the weight of a channel and a tap lies.
  static constexpr std::size_t index(int column, int tap) noexcept {
    const int first = column / vector_bytes * vector_bytes;
    const int width = vectors_at(column) * vector_bytes;
    return static_cast<std::size_t>(first) * static_cast<std::size_t>(Taps.bytes()) +
           static_cast<std::size_t>(tap / 4 * width + (lane(column) - first) * 4 + tap % 4);
  }
};

/// What a product streams.
template <class Rule, int Columns, taps Taps>
struct packed_product {
  using layout = weight_layout<Columns, Taps>;
  requantization<Rule, layout::columns> output{};
  std::array<std::int32_t, static_cast<std::size_t>(layout::columns)> bias{};
  std::array<std::uint8_t, layout::size> weights{};
  std::int32_t input_zero_point{};
  /// What the sum of a pixel's activations is multiplied with, and taken off.
  std::int32_t offset_of_weights{};
  std::array<std::int32_t, 30> unused{};
};

/// Packs the weights of one channel: tap k lies at place(k) under the window.
template <class Packed, class Factor, class Place>
constexpr void pack_column(Packed& to, int column, const std::int8_t* weights, int count, std::int32_t bias,
                           const Factor& factor, std::int32_t kernel_zero_point, const Place& place) noexcept {
  std::int32_t sum = 0;
  for (int k = 0; k < count; ++k) {
    const int weight = weights[k];
    sum += weight;
    to.weights[Packed::layout::index(column, place(k))] = static_cast<std::uint8_t>(weight + 128);
  }
  const int lane = Packed::layout::lane(column);
  to.bias[static_cast<std::size_t>(lane)] =
      wrapping_subtract(bias, wrapping_multiply(to.input_zero_point, sum - count * kernel_zero_point));
  to.output.set(lane, factor);
}

}  // namespace tenon::hexagon_kernels
