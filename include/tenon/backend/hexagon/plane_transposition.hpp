// SPDX-License-Identifier: Apache-2.0
// Between [pixel][channel] and planes: blocks of 128 places by 128 channels are transposed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/channel_planes.hpp>
#include <tenon/backend/hexagon/depthwise_taps.hpp>
#include <tenon/backend/hexagon/hvx.hpp>

namespace tenon::hexagon_kernels {

/// As many perfect shuffles of the words of all vectors as bring the vector's index to the end of the word's: each
/// moves every bit of (vector, word) up by one, around.
template <std::size_t Count>
[[gnu::always_inline]] inline std::array<hvx::vector, Count> shuffle_words(std::array<hvx::vector, Count> x) noexcept {
  for (std::size_t done = 1; done < Count; done *= 2) {
    std::array<hvx::vector, Count> y;
    for (std::size_t i = 0; i < Count / 2; ++i) {
      const hvx::pair both = hvx::interleave_words(x[i + Count / 2], x[i]);
      y[2 * i] = hvx::low(both);
      y[2 * i + 1] = hvx::high(both);
    }
    x = y;
  }
  return x;
}

/// Transposes 32 vectors of 32 words: `load(row)` gives one of the first `Rows`, `store(column, words)` takes one of
/// the first `Columns`, both rounded up to four; other rows are 0. Three of five shuffles take eight vectors at a time,
/// two take four: so all of them stay in registers. `between` holds 32 vectors.
template <int Rows = 32, int Columns = 32, class Load, class Store>
[[gnu::always_inline]] inline void transpose_words(std::int8_t* between, const Load& load,
                                                   const Store& store) noexcept {
  constexpr int fours = (Columns + 3) / 4;
  for (int first = 0; first < 4; ++first) {
    std::array<hvx::vector, 8> rows;
    for (int i = 0; i < 8; ++i)
      rows[static_cast<std::size_t>(i)] = i < (Rows + 3) / 4 ? load(first + 4 * i) : hvx::splat_words(0);
    rows = shuffle_words(rows);
    for (int i = 0; i < fours; ++i)
      hvx::store(between + (first * 8 + i) * vector_bytes, rows[static_cast<std::size_t>(i)]);
  }
  for (int first = 0; first < fours; ++first) {
    std::array<hvx::vector, 4> rows;
    for (int i = 0; i < 4; ++i) rows[static_cast<std::size_t>(i)] = hvx::load(between + (first + 8 * i) * vector_bytes);
    rows = shuffle_words(rows);
    for (int i = 0; i < 4; ++i) store(first * 4 + i, rows[static_cast<std::size_t>(i)]);
  }
}

/// Walks through the places of a plane, which are pixels and padding, beside the pixels of a row-major image.
template <plane_geometry Planes>
class place_walk {
 public:
  /// The next 128 places: calls `pixels(place, pixel, count)` for pixels that follow each other, and `padding(place,
  /// count)` for what lies between and behind rows. Places are counted from the first of the 128.
  template <class Pixels, class Padding>
  [[gnu::always_inline]] void next_vector(const Pixels& pixels, const Padding& padding) noexcept {
    for (int place = 0; place < vector_bytes;) {
      if (row_ == Planes.image.rows) return padding(place, vector_bytes - place);
      if (column_ == Planes.image.columns) {
        padding(place++, 1);
        column_ = 0;
        ++row_;
        continue;
      }
      const int left = Planes.image.columns - column_;
      const int count = left < vector_bytes - place ? left : vector_bytes - place;
      pixels(place, row_ * Planes.image.columns + column_, count);
      place += count;
      column_ += count;
    }
  }

 private:
  int row_ = 0;
  int column_ = 0;
};

/// Conversions of an image of one batch. Four pixels of a channel, or four channels of a pixel, make a word; words are
/// transposed in four parts, one for the channels 0, 4, 8 ..., one for 1, 5, 9 ... and so on.
template <plane_geometry Planes>
struct plane_transposition {
  static constexpr int channels = Planes.image.channels;
  static constexpr int block_bytes = vector_bytes * vector_bytes;
  static constexpr std::size_t scratch = scratch_for(block_bytes + 32 * vector_bytes);
  static_assert(Planes.image.batch == 1);

  [[gnu::always_inline]] static void to_planes(std::int32_t zero_point, std::byte* borrowed, std::int8_t* y,
                                               const std::int8_t* x) noexcept {
    std::int8_t* const memory = aligned(borrowed);
    const hvx::vector zero = flip(hvx::splat_bytes(zero_point));
    surround(y, zero);
    for_each_group([&]<int Count>(int first) __attribute__((always_inline)) {
      place_walk<Planes> walk;
      for (int block = 0; block < Planes.vectors(); ++block) {
        take_pixels<Count>(memory, x + first, zero, first, walk);
        exchange_fours(memory);
        std::int8_t* const to = y + Planes.place(first, 0, 0) + block * vector_bytes;
        for (int part = 0; part < 4; ++part)
          transpose_words<32, (Count + 3) / 4>(
              memory + block_bytes,
              [&](int row)
                  __attribute__((always_inline)) { return hvx::load(memory + (row * 4 + part) * vector_bytes); },
              [&](int column, hvx::vector words) __attribute__((always_inline)) {
                const int channel = column * 4 + part;
                if (Count == vector_bytes || channel < Count)
                  hvx::store_unaligned(to + channel * Planes.plane_bytes(), words);
              });
      }
    });
  }

  [[gnu::always_inline]] static void to_rows(std::byte* borrowed, std::int8_t* y, const std::int8_t* x) noexcept {
    std::int8_t* const memory = aligned(borrowed);
    for_each_group([&]<int Count>(int first) __attribute__((always_inline)) {
      place_walk<Planes> walk;
      for (int block = 0; block < Planes.vectors(); ++block) {
        const std::int8_t* const from = x + Planes.place(first, 0, 0) + block * vector_bytes;
        for (int part = 0; part < 4; ++part)
          transpose_words<(Count + 3) / 4>(
              memory + block_bytes,
              [&](int row) __attribute__((always_inline)) {
                const int channel = row * 4 + part;
                return hvx::load_unaligned(from + (Count == vector_bytes || channel < Count ? channel : 0) *
                                                      Planes.plane_bytes());
              },
              [&](int column, hvx::vector words)
                  __attribute__((always_inline)) { hvx::store(memory + (column * 4 + part) * vector_bytes, words); });
        exchange_fours(memory);
        give_pixels<Count>(y + first, memory, first, walk);
      }
    });
  }

 private:
  /// Calls `body.template operator()<Count>(first)` for groups of up to 128 channels. What is stored of the last ones,
  /// which do not fill a vector, runs into those of the next pixel, so they come first.
  template <class Body>
  [[gnu::always_inline]] static void for_each_group(const Body& body) noexcept {
    constexpr int whole = channels / vector_bytes * vector_bytes;
    if constexpr (whole < channels) body.template operator()<channels - whole>(whole);
    for (int first = 0; first < whole; first += vector_bytes) body.template operator()<vector_bytes>(first);
  }

  [[gnu::always_inline]] static hvx::vector flip(hvx::vector x) noexcept {
    return hvx::bit_xor(x, hvx::splat_bytes(-128));
  }

  [[gnu::always_inline]] static void surround(std::int8_t* y, hvx::vector zero) noexcept {
    for (int i = 0; i < Planes.lead(); i += vector_bytes) hvx::store_unaligned(y + i, zero);
    for (int plane = 0; plane < channels; ++plane)
      for (int i = Planes.vectors() * vector_bytes; i < Planes.plane_bytes(); i += vector_bytes)
        hvx::store_unaligned(y + Planes.place(plane, 0, 0) + i, zero);
  }

  /// How many of the next pixels have 128 bytes from channel `first` on before the image ends. Of fewer channels,
  /// vectors hold other pixels' too.
  [[gnu::always_inline]] static int pixels_before_end(int pixel, int pixels, int first) noexcept {
    const int all = (Planes.image.rows * Planes.image.columns * channels - vector_bytes - first + channels) / channels;
    const int left = all - pixel;
    return left < 0 ? 0 : left < pixels ? left : pixels;
  }

  /// 128 places, a vector of up to 128 channels each.
  template <int Count>
  [[gnu::always_inline]] static void take_pixels(std::int8_t* to, const std::int8_t* x, hvx::vector zero, int first,
                                                 place_walk<Planes>& walk) noexcept {
    walk.next_vector(
        [&](int place, int pixel, int pixels) __attribute__((always_inline)) {
          const int whole = pixels_before_end(pixel, pixels, first);
          for (int i = 0; i < whole; ++i)
            hvx::store(to + (place + i) * vector_bytes, flip(hvx::load_unaligned(x + (pixel + i) * channels)));
          for (int i = whole; i < pixels; ++i)
            hvx::store(to + (place + i) * vector_bytes, flip(load_part(x + (pixel + i) * channels, Count)));
        },
        [&](int place, int places) __attribute__((always_inline)) {
          for (int i = 0; i < places; ++i) hvx::store(to + (place + i) * vector_bytes, zero);
        });
  }
  template <int Count>
  [[gnu::always_inline]] static void give_pixels(std::int8_t* y, const std::int8_t* from, int first,
                                                 place_walk<Planes>& walk) noexcept {
    walk.next_vector(
        [&](int place, int pixel, int pixels) __attribute__((always_inline)) {
          const int whole = pixels_before_end(pixel, pixels, first);
          for (int i = 0; i < whole; ++i)
            hvx::store_unaligned(y + (pixel + i) * channels, flip(hvx::load(from + (place + i) * vector_bytes)));
          for (int i = whole; i < pixels; ++i)
            store_part(y + (pixel + i) * channels, flip(hvx::load(from + (place + i) * vector_bytes)), Count);
        },
        [](int, int) {});
  }

  /// Four vectors of bytes become four of words that hold a byte of each: of bytes 0, 4, 8 ..., of 1, 5, 9 ..., and so
  /// on. What brings bytes together so also takes them apart.
  [[gnu::always_inline]] static void exchange_fours(std::int8_t* memory) noexcept {
    for (int i = 0; i < block_bytes; i += 4 * vector_bytes) {
      std::int8_t* const four = memory + i;
      const tap_words words = gather_taps(hvx::load(four), hvx::load(four + vector_bytes),
                                          hvx::load(four + 2 * vector_bytes), hvx::load(four + 3 * vector_bytes));
      hvx::store(four, words[0]);
      hvx::store(four + vector_bytes, words[2]);
      hvx::store(four + 2 * vector_bytes, words[1]);
      hvx::store(four + 3 * vector_bytes, words[3]);
    }
  }
};

}  // namespace tenon::hexagon_kernels
