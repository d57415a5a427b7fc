// SPDX-License-Identifier: Apache-2.0
// The product at the heart of conv2d and dense: a tile of pixels by up to 128 output channels.
//
// Lanes are output channels, scalars are activations: results come out in the order in which memory holds
// them, and taps may stand anywhere. What the packed weights add to each sum is taken off at the start.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>
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
  const std::int32_t* starts{};  ///< what the sums of each pixel start with besides the bias
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
  if constexpr (Aligned)
    __builtin_memcpy(&word, __builtin_assume_aligned(from, sizeof(Word)), sizeof word);
  else
    __builtin_memcpy(&word, from, sizeof word);
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
  [[gnu::always_inline]] static void run_all(const Block& block, const pixel_run& run) noexcept {
    constexpr int last = Pixels > count ? Pixels - count : 0;
    vectors sums = start(block, run.starts);
    int first = 0;
    for (int tiles = (Pixels + count - 1) / count; tiles > 0; --tiles) {
      multiply(sums, run.x + first * Taps.pixel_pitch, block.weights);
      const int next = first + count < last ? first + count : last;
      finish(sums, block, run.y + first * Pitch + block.first, run.starts + next);
      first = next;
    }
  }

 private:
  /// A tile wider than the run has sums of no pixel.
  static constexpr bool is_there(int index) noexcept { return index / Vectors < Pixels; }
  /// The pixel of a sum; the last one where there is none.
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
        w = accumulate(sums, x + (Taps.rows - rows) * Taps.row_pitch + (Taps.columns - columns) * Taps.column_pitch, w);
      while (Taps.columns > 1 && --columns > 0);
    } while (Taps.rows > 1 && --rows > 0);
  }

  template <class Block>
  [[gnu::always_inline]] static vectors start(const Block& block, const std::int32_t* starts) noexcept {
    return start(block, starts, indices{}, pixels{});
  }
  template <class Block, int... I, int... P>
  [[gnu::always_inline]] static vectors start(const Block& block, const std::int32_t* starts,
                                              std::integer_sequence<int, I...>,
                                              std::integer_sequence<int, P...>) noexcept {
    const std::array<hvx::vector, sizeof...(P)> first{hvx::splat_words(starts[pixel(P * Vectors)])...};
    return {hvx::add_words(hvx::load(block.bias + I % Vectors * vector_words), first[I / Vectors])...};
  }

  [[gnu::always_inline]] static const std::uint8_t* accumulate(vectors& sums, const std::int8_t* x,
                                                               const std::uint8_t* w) noexcept {
    constexpr int step = Vectors * vector_bytes;
    if constexpr (in_pairs) {
      int rounds = Taps.words / 2;
      do {
        multiply_pair(sums, x, w, indices{}, pixels{});
        x += 8;
        w += 2 * step;
      } while (--rounds > 0);
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
    (add<I>(sums, w + I % Vectors * vector_bytes, static_cast<std::int32_t>(words[I / Vectors])), ...);
    (add<I>(sums, w + (Vectors + I % Vectors) * vector_bytes, static_cast<std::int32_t>(words[I / Vectors] >> 32)),
     ...);
  }

  template <int... I, int... P>
  [[gnu::always_inline]] static void multiply_word(vectors& sums, const std::int8_t* x, const std::uint8_t* w,
                                                   std::integer_sequence<int, I...>,
                                                   std::integer_sequence<int, P...>) noexcept {
    const std::array<std::int32_t, sizeof...(P)> words{
        detail::load_scalar<Aligned, std::int32_t>(x + pixel(P * Vectors) * Taps.pixel_pitch)...};
    (add<I>(sums, w + I % Vectors * vector_bytes, words[I / Vectors]), ...);
  }

  template <int I>
  [[gnu::always_inline]] static void add(vectors& sums, const std::uint8_t* w, std::int32_t word) noexcept {
    if constexpr (is_there(I)) sums[I] = hvx::dot_unsigned(sums[I], hvx::load(w), word);
  }

  /// Stores a tile's results and starts the sums of the next one.
  template <class Block>
  [[gnu::always_inline]] static void finish(vectors& sums, const Block& block, std::int8_t* y,
                                            const std::int32_t* starts) noexcept {
    if constexpr (Vectors == 4) {
      finish_quads(sums, block, y, starts, pixels{});
    } else {
      finish_parts(sums, block, y, std::make_integer_sequence<int, Vectors>{},
                   std::make_integer_sequence<int, accumulators / 4>{});
      sums = start(block, starts);
    }
  }

  /// Half the channels of all pixels, then the other half, so that what they are scaled with is loaded once. Scaling
  /// leaves room for additions, multiplying does not: so the sums of the next tile take the place of those that are
  /// done. The last pixel comes first because compilers then need fewer packets.
  template <class Block, int... P>
  [[gnu::always_inline]] static void finish_quads(vectors& sums, const Block& block, std::int8_t* y,
                                                  const std::int32_t* starts,
                                                  std::integer_sequence<int, P...>) noexcept {
    const std::array<std::int32_t, sizeof...(P)> first{starts[pixel(P * Vectors)]...};
    const auto even = pair_at<Steps>(*block.output, block.first);
    const std::array<hvx::vector, sizeof...(P)> lower{even.join(sums[P * 4 + 1], sums[P * 4])...};
    const auto odd = pair_at<Steps>(*block.output, block.first + 2 * vector_words);
    const std::array<hvx::vector, 4> bias{hvx::load(block.bias), hvx::load(block.bias + vector_words),
                                          hvx::load(block.bias + 2 * vector_words),
                                          hvx::load(block.bias + 3 * vector_words)};
    const auto finish_pixel = [&]<std::size_t Pixel>() __attribute__((always_inline)) {
      constexpr std::size_t at = Pixel * 4;
      store_pixels<static_cast<int>(Pixel)>(
          join_bytes<Steps>(odd.join(sums[at + 3], sums[at + 2]), lower[Pixel], block.terms), y);
      for (std::size_t i = 0; i < 4; ++i) sums[at + i] = hvx::add_words(bias[i], hvx::splat_words(first[Pixel]));
    };
    (finish_pixel.template operator()<static_cast<std::size_t>(count - 1 - P)>(), ...);
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
    const auto scale_one = [&]<int I>(std::integral_constant<int, I>) __attribute__((always_inline)) {
      if constexpr (is_there(I)) sums[I] = numbers.scale(sums[I]);
    };
    (scale_one(std::integral_constant<int, P * Vectors + Vector>{}), ...);
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
    return block{w.weights.data() + column * Taps.bytes(), w.bias.data() + column, &w.output, w.output.output, column};
  };
  for (int i = 0; i < layout::whole_blocks; ++i)
    tile<Taps, Pixels, 4, vector_bytes, Pitch, Aligned, Steps>::run_all(block_at(i * vector_bytes), run);
  if constexpr (Columns % vector_bytes != 0) {
    tile<Taps, Pixels, layout::last_vectors, Columns % vector_bytes, Pitch, Aligned, Steps>::run_all(
        block_at(layout::whole_blocks * vector_bytes), run);
  }
}

}  // namespace tenon::hexagon_kernels
