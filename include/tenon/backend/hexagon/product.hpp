// SPDX-License-Identifier: Apache-2.0
// The product at the heart of conv2d and dense: a tile of pixels by up to 128 output channels.
//
// Lanes are output channels, scalars are activations: results come out in the order in which memory holds
// them, and taps may stand anywhere. What the packed weights add to each sum is taken off at the start.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/hvx.hpp>
#include <tenon/backend/hexagon/packed_product.hpp>
#include <tenon/backend/hexagon/requantization.hpp>
#include <tenon/backend/hexagon/requantize.hpp>
#include <tenon/core/fixed_point.hpp>

namespace tenon::hexagon_kernels {

/// A run of pixels that lie `Taps.pixel_pitch` apart, and where their results go.
struct pixel_run {
  const std::int8_t* x{};
  const std::int32_t* sums{};  ///< of the activations under each window
  std::int8_t* y{};
};

/// A block of channels of a product.
template <class Requantization>
struct column_block {
  const std::uint8_t* weights;
  const std::int32_t* bias;
  const Requantization* output;
  /// A copy, which the stores of results are known to leave alone.
  output_terms terms;
  int first;
};

namespace detail {

template <bool Aligned, class Word>
[[gnu::always_inline]] inline Word load_scalar(const std::int8_t* from) noexcept {
  Word word;
  if constexpr (Aligned) __builtin_memcpy(&word, __builtin_assume_aligned(from, sizeof(Word)), sizeof word);
  else __builtin_memcpy(&word, from, sizeof word);
  return word;
}

/// Pixels of a tile: as many sums as registers hold beside the weights, no more than there are, as few left
/// over as can be.
constexpr int pixels_of_tile(int pixels, int vectors, int words) noexcept {
  const int unit = 4 / vectors;
  int best = unit;
  long least = 0;
  for (int count = unit; count * vectors <= 24; count += unit) {
    const int tiles = (pixels + count - 1) / count;
    const long cost = long{tiles} * (count * vectors * (words + 4) + 40);
    if (least == 0 || cost < least) least = cost, best = count;
  }
  return best;
}

}  // namespace detail

/// Computes tiles of `Count` pixels by `Vectors` vectors of channels over a run of `Pixels`.
template <taps Taps, int Pixels, int Vectors, int Columns, int Pitch, bool Aligned, rounding_steps Steps>
struct tile {
  static constexpr int count = detail::pixels_of_tile(Pixels, Vectors, Taps.bytes() / 4);
  static constexpr int accumulators = count * Vectors;
  static constexpr bool in_pairs = Taps.come_in_pairs();
  using indices = std::make_integer_sequence<int, accumulators>;
  using pixels = std::make_integer_sequence<int, count>;
  using vectors = std::array<hvx::vector, static_cast<std::size_t>(accumulators)>;

  /// All tiles of a run; the last one lies over the one before where pixels are left over.
  template <class Block>
  [[gnu::always_inline]] static void run_all(const Block& block, const pixel_run& run,
                                             std::int32_t offset) noexcept {
    constexpr int last = Pixels > count ? Pixels - count : 0;
    for (int first = 0; first < Pixels; first += count) {
      const int at = first < last ? first : last;
      vectors sums = start(block, run.sums + at, offset);
      multiply(sums, run.x + at * Taps.pixel_pitch, block.weights);
      finish(sums, block, run.y + at * Pitch + block.first);
    }
  }

 private:
  /// A tile wider than the run computes its last pixel again.
  static constexpr int pixel(int index) noexcept {
    const int p = index / Vectors;
    return p < Pixels ? p : Pixels - 1;
  }

  [[gnu::always_inline]] static void multiply(vectors& sums, const std::int8_t* x, const std::uint8_t* w) noexcept {
    // Loops that are known to run at least once, and none where there is one run only: so hardware loops come
    // out of them.
    int rows = Taps.rows;
    do {
      int columns = Taps.columns;
      do
        w = accumulate(
            sums, x + (Taps.rows - rows) * Taps.row_pitch + (Taps.columns - columns) * Taps.column_pitch, w);
      while (Taps.columns > 1 && --columns > 0);
    } while (Taps.rows > 1 && --rows > 0);
  }

  template <class Block>
  [[gnu::always_inline]] static vectors start(const Block& block, const std::int32_t* activations,
                                              std::int32_t offset) noexcept {
    return start(block, activations, offset, indices{}, pixels{});
  }
  template <class Block, int... I, int... P>
  [[gnu::always_inline]] static vectors start(const Block& block, const std::int32_t* activations, std::int32_t offset,
                                              std::integer_sequence<int, I...>,
                                              std::integer_sequence<int, P...>) noexcept {
    const std::array<hvx::vector, sizeof...(P)> taken{
        hvx::splat_words(wrapping_multiply(-offset, activations[pixel(P * Vectors)]))...};
    return {hvx::add_words(hvx::load(block.bias + I % Vectors * vector_words), taken[I / Vectors])...};
  }

  [[gnu::always_inline]] static const std::uint8_t* accumulate(vectors& sums, const std::int8_t* x,
                                                               const std::uint8_t* w) noexcept {
    constexpr int step = Vectors * vector_bytes;
    if constexpr (in_pairs) {
      // Two pairs of words a round leave the loop's ends less often in the way.
      if constexpr (Taps.words >= 4) {
        int rounds = Taps.words / 4;
        do {
          multiply_pair(sums, x, w, indices{}, pixels{});
          multiply_pair(sums, x + 8, w + 2 * step, indices{}, pixels{});
          x += 16;
          w += 4 * step;
        } while (--rounds > 0);
      }
      if constexpr (Taps.words % 4 != 0) {
        multiply_pair(sums, x, w, indices{}, pixels{});
        w += 2 * step;
      }
    } else {
      for (int word = 0; word < Taps.words; ++word, x += 4, w += step)
        multiply_word(sums, x, w, indices{}, std::make_integer_sequence<int, count>{});
    }
    return w;
  }

  template <int... I, int... P>
  [[gnu::always_inline]] static void multiply_pair(vectors& sums, const std::int8_t* x, const std::uint8_t* w,
                                                   std::integer_sequence<int, I...>,
                                                   std::integer_sequence<int, P...>) noexcept {
    const std::array<std::int64_t, sizeof...(P)> words{
        detail::load_scalar<Aligned, std::int64_t>(x + pixel(P * Vectors) * Taps.pixel_pitch)...};
    ((sums[I] = hvx::dot_unsigned(sums[I], hvx::load(w + I % Vectors * vector_bytes),
                                  static_cast<std::int32_t>(words[I / Vectors]))),
     ...);
    ((sums[I] = hvx::dot_unsigned(sums[I], hvx::load(w + (Vectors + I % Vectors) * vector_bytes),
                                  static_cast<std::int32_t>(words[I / Vectors] >> 32))),
     ...);
  }

  template <int... I, int... P>
  [[gnu::always_inline]] static void multiply_word(vectors& sums, const std::int8_t* x, const std::uint8_t* w,
                                                   std::integer_sequence<int, I...>,
                                                   std::integer_sequence<int, P...>) noexcept {
    const std::array<std::int32_t, sizeof...(P)> words{
        detail::load_scalar<Aligned, std::int32_t>(x + pixel(P * Vectors) * Taps.pixel_pitch)...};
    ((sums[I] = hvx::dot_unsigned(sums[I], hvx::load(w + I % Vectors * vector_bytes), words[I / Vectors])),
     ...);
  }

  template <class Block>
  [[gnu::always_inline]] static void finish(vectors& sums, const Block& block, std::int8_t* y) noexcept {
    if constexpr (Vectors == 4) finish_quads(sums, block, y, pixels{});
    else
      finish_parts(sums, block, y, std::make_integer_sequence<int, Vectors>{},
                   std::make_integer_sequence<int, accumulators / 4>{});
  }

  /// Half the channels of all pixels, then the other half, so that what they are scaled with is loaded once.
  template <class Block, int... P>
  [[gnu::always_inline]] static void finish_quads(const vectors& sums, const Block& block, std::int8_t* y,
                                                  std::integer_sequence<int, P...>) noexcept {
    const auto even = pair_at<Steps>(*block.output, block.first);
    const std::array<hvx::vector, sizeof...(P)> lower{even.join(sums[P * 4 + 1], sums[P * 4])...};
    const auto odd = pair_at<Steps>(*block.output, block.first + 2 * vector_words);
    (store_pixels<P>(join_bytes<Steps>(odd.join(sums[P * 4 + 3], sums[P * 4 + 2]), lower[P], block.terms), y), ...);
  }

  /// Vector by vector of channels, so that what they are scaled with is loaded once for all pixels.
  template <class Block, int... Vector, int... Quad>
  [[gnu::always_inline]] static void finish_parts(vectors& sums, const Block& block, std::int8_t* y,
                                                  std::integer_sequence<int, Vector...>,
                                                  std::integer_sequence<int, Quad...>) noexcept {
    (scale<Vector>(sums, block, pixels{}), ...);
    (store_pixels<Quad * 4 / Vectors>(
         to_bytes<Steps>({sums[Quad * 4], sums[Quad * 4 + 1], sums[Quad * 4 + 2], sums[Quad * 4 + 3]}, block.terms), y),
     ...);
  }

  template <int Vector, class Block, int... P>
  [[gnu::always_inline]] static void scale(vectors& sums, const Block& block,
                                           std::integer_sequence<int, P...>) noexcept {
    const auto numbers = block.output->template at<Steps>(block.first + Vector * vector_words);
    ((sums[P * Vectors + Vector] = numbers.scale(sums[P * Vectors + Vector])), ...);
  }

  /// 128 bytes are the channels of one pixel, or of two or four.
  template <int First>
  [[gnu::always_inline]] static void store_pixels(hvx::vector bytes, std::int8_t* y) noexcept {
    constexpr int there = Pixels - First < 4 / Vectors ? Pixels - First : 4 / Vectors;
    constexpr int width = Vectors * vector_words;
    if constexpr (there <= 0) {
      return;
    } else if constexpr (there * width == vector_bytes && Columns == width && (Pitch == width || there == 1)) {
      hvx::store_unaligned(y + First * Pitch, bytes);
    } else {
      alignas(vector_bytes) std::int8_t memory[vector_bytes];
      hvx::store(memory, bytes);
      for (int p = 0; p < there; ++p)
        __builtin_memcpy(y + (First + p) * Pitch, memory + p * width,
                         static_cast<std::size_t>(Columns < width ? Columns : width));
    }
  }
};

/// Multiplies a run of `Pixels` by all channels; results lie `Pitch` apart.
template <taps Taps, int Pixels, int Columns, int Pitch, bool Aligned, rounding_steps Steps, class Packed>
[[gnu::always_inline]] inline void multiply(const Packed& w, const pixel_run& run) noexcept {
  using layout = typename Packed::layout;
  using block = column_block<decltype(w.output)>;
  const auto block_at = [&](int column) __attribute__((always_inline)) {
    return block{w.weights.data() + column * Taps.bytes(), w.bias.data() + column, &w.output, w.output.output,
                 column};
  };
  for (int i = 0; i < layout::whole_blocks; ++i)
    tile<Taps, Pixels, 4, vector_bytes, Pitch, Aligned, Steps>::run_all(block_at(i * vector_bytes), run,
                                                                        w.offset_of_weights);
  if constexpr (Columns % vector_bytes != 0) {
    tile<Taps, Pixels, layout::last_vectors, Columns % vector_bytes, Pitch, Aligned, Steps>::run_all(
        block_at(layout::whole_blocks * vector_bytes), run, w.offset_of_weights);
  }
}

}  // namespace tenon::hexagon_kernels
