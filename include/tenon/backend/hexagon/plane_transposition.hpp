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

/// As many perfect shuffles of the words of all vectors as bring the vector's index to the end of the word's: each moves
/// every bit of (vector, word) up by one, around.
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

/// Transposes 32 vectors of 32 words: `load(row)` gives one, `store(column, words)` takes one. Three of five shuffles take
/// eight vectors at a time, two take four: so all of them stay in registers. `between` holds 32 vectors.
template <class Load, class Store>
[[gnu::always_inline]] inline void transpose_words(std::int8_t* between, const Load& load, const Store& store) noexcept {
  for (int first = 0; first < 4; ++first) {
    std::array<hvx::vector, 8> rows;
    for (int i = 0; i < 8; ++i) rows[static_cast<std::size_t>(i)] = load(first + 4 * i);
    rows = shuffle_words(rows);
    for (int i = 0; i < 8; ++i)
      hvx::store(between + (first * 8 + i) * vector_bytes, rows[static_cast<std::size_t>(i)]);
  }
  for (int first = 0; first < 8; ++first) {
    std::array<hvx::vector, 4> rows;
    for (int i = 0; i < 4; ++i)
      rows[static_cast<std::size_t>(i)] = hvx::load(between + (first + 8 * i) * vector_bytes);
    rows = shuffle_words(rows);
    for (int i = 0; i < 4; ++i) store(first * 4 + i, rows[static_cast<std::size_t>(i)]);
  }
}

/// Walks through the places of a plane, which are pixels and padding, beside the pixels of a row-major image.
template <plane_geometry Planes, class Byte>
class place_walk {
 public:
  /// Places that belong to no pixel stand for what lies at `outside`.
  [[gnu::always_inline]] place_walk(Byte* pixels, Byte* outside) noexcept : pixel_(pixels), outside_(outside) {}

  /// The pixel of this place; then the walk goes on to the next one.
  [[gnu::always_inline]] Byte* next() noexcept {
    const bool inside = column_ < Planes.image.columns && row_ < Planes.image.rows;
    Byte* const here = inside ? pixel_ : outside_;
    pixel_ += inside ? Planes.image.channels : 0;
    const bool ends = column_ == Planes.image.columns;
    column_ = ends ? 0 : column_ + 1;
    row_ += ends ? 1 : 0;
    return here;
  }

 private:
  Byte* pixel_;
  Byte* outside_;
  int row_ = 0;
  int column_ = 0;
};

/// Conversions of an image of one batch. Four pixels of a channel, or four channels of a pixel, make a word; words are
/// transposed in four parts, one for the channels 0, 4, 8 ..., one for 1, 5, 9 ... and so on.
template <plane_geometry Planes>
struct plane_transposition {
  static constexpr int channels = Planes.image.channels;
  static constexpr int part_bytes = 32 * vector_bytes;
  static constexpr std::size_t scratch = scratch_for(5 * part_bytes + vector_bytes);
  static_assert(Planes.image.batch == 1);

  [[gnu::always_inline]] static void to_planes(std::int32_t zero_point, std::byte* borrowed, std::int8_t* y,
                                               const std::int8_t* x) noexcept {
    std::int8_t* const memory = aligned(borrowed);
    std::int8_t* const padding = memory + 5 * part_bytes;
    hvx::store(padding, hvx::splat_bytes(zero_point));
    surround(y, flip(hvx::splat_bytes(zero_point)));
    for_each_vector<channels>([&](int first, int count) __attribute__((always_inline)) {
      place_walk<Planes, const std::int8_t> walk(x + first, padding);
      for (int block = 0; block < Planes.vectors(); ++block) {
        gather(memory, count, walk);
        std::int8_t* const to = y + Planes.place(first, 0, 0) + block * vector_bytes;
        for (int part = 0; part < 4; ++part)
          transpose_words(
              memory + 4 * part_bytes,
              [&](int row) __attribute__((always_inline)) {
                return hvx::load(memory + part * part_bytes + row * vector_bytes);
              },
              [&](int column, hvx::vector words) __attribute__((always_inline)) {
                const int channel = column * 4 + part;
                if (count == vector_bytes || channel < count)
                  hvx::store_unaligned(to + channel * Planes.plane_bytes(), words);
              });
      }
    });
  }

  [[gnu::always_inline]] static void to_rows(std::byte* borrowed, std::int8_t* y, const std::int8_t* x) noexcept {
    std::int8_t* const memory = aligned(borrowed);
    for_each_vector<channels>([&](int first, int count) __attribute__((always_inline)) {
      place_walk<Planes, std::int8_t> walk(y + first, memory + 5 * part_bytes);
      for (int block = 0; block < Planes.vectors(); ++block) {
        const std::int8_t* const from = x + Planes.place(first, 0, 0) + block * vector_bytes;
        for (int part = 0; part < 4; ++part)
          transpose_words(
              memory + 4 * part_bytes,
              [&](int row) __attribute__((always_inline)) {
                const int channel = row * 4 + part;
                return hvx::load_unaligned(
                    from + (count == vector_bytes || channel < count ? channel : 0) * Planes.plane_bytes());
              },
              [&](int column, hvx::vector words) __attribute__((always_inline)) {
                hvx::store(memory + part * part_bytes + column * vector_bytes, words);
              });
        scatter(memory, count, walk);
      }
    });
  }

 private:
  [[gnu::always_inline]] static hvx::vector flip(hvx::vector x) noexcept {
    return hvx::bit_xor(x, hvx::splat_bytes(-128));
  }

  [[gnu::always_inline]] static void surround(std::int8_t* y, hvx::vector zero) noexcept {
    for (int i = 0; i < Planes.lead(); i += vector_bytes) hvx::store_unaligned(y + i, zero);
    for (int plane = 0; plane < channels; ++plane)
      for (int i = Planes.vectors() * vector_bytes; i < Planes.plane_bytes(); i += vector_bytes)
        hvx::store_unaligned(y + Planes.place(plane, 0, 0) + i, zero);
  }

  /// 128 places of up to 128 channels: [part][four places][channel / 4], in words of four places.
  template <class Walk>
  [[gnu::always_inline]] static void gather(std::int8_t* to, int count, Walk& walk) noexcept {
    const auto load = [&]() __attribute__((always_inline)) { return flip(load_part(walk.next(), count)); };
    for (int i = 0; i < 32; ++i, to += vector_bytes) {
      const hvx::vector a = load();
      const hvx::vector b = load();
      const hvx::vector c = load();
      const tap_words words = gather_taps(a, b, c, load());
      hvx::store(to, words[0]);
      hvx::store(to + part_bytes, words[2]);
      hvx::store(to + 2 * part_bytes, words[1]);
      hvx::store(to + 3 * part_bytes, words[3]);
    }
  }

  /// The same back: what brings bytes together also takes them apart.
  template <class Walk>
  [[gnu::always_inline]] static void scatter(const std::int8_t* from, int count, Walk& walk) noexcept {
    const auto store = [&](hvx::vector bytes) __attribute__((always_inline)) {
      store_part(walk.next(), flip(bytes), count);
    };
    for (int i = 0; i < 32; ++i, from += vector_bytes) {
      const tap_words pixels = gather_taps(hvx::load(from), hvx::load(from + part_bytes),
                                           hvx::load(from + 2 * part_bytes), hvx::load(from + 3 * part_bytes));
      store(pixels[0]);
      store(pixels[2]);
      store(pixels[1]);
      store(pixels[3]);
    }
  }
};

}  // namespace tenon::hexagon_kernels
