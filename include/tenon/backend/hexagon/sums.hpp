// SPDX-License-Identifier: Apache-2.0
// Sums of the int8 of each pixel, and of the pixels under a window: what unsigned weights add to a
// convolution too much.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/hvx.hpp>
#include <tenon/core/fixed_point.hpp>

namespace tenon::hexagon_kernels {

namespace detail {

/// Sums of `Words` words next to each other, out of `Words` vectors: one vector of 32 sums, in their order.
template <std::size_t Words>
[[gnu::always_inline]] inline hvx::vector add_neighbours(const std::array<hvx::vector, Words>& x) noexcept {
  if constexpr (Words == 1) {
    return x[0];
  } else {
    std::array<hvx::vector, Words / 2> half;
    for (std::size_t i = 0; i < Words / 2; ++i) {
      const hvx::pair parted = hvx::part_words(x[2 * i + 1], x[2 * i]);
      half[i] = hvx::add_words(hvx::low(parted), hvx::high(parted));
    }
    return add_neighbours<Words / 2>(half);
  }
}

/// Sums of 32 pixels of `4 * Words` channels.
template <std::size_t Words>
[[gnu::always_inline]] inline hvx::vector sums_of_32_pixels(const std::int8_t* x) noexcept {
  const hvx::vector ones = hvx::splat_bytes(1);
  std::array<hvx::vector, Words> sums;
  for (std::size_t i = 0; i < Words; ++i) sums[i] = hvx::dot(hvx::load_unaligned(x + i * vector_bytes), ones);
  return add_neighbours<Words>(sums);
}

/// Ones where the last `Count` bytes of a vector lie.
template <int Count>
struct last_ones {
  alignas(vector_bytes) static constexpr std::array<std::int8_t, vector_bytes> bytes = [] {
    std::array<std::int8_t, vector_bytes> made{};
    for (std::size_t i = vector_bytes - Count; i < vector_bytes; ++i) made[i] = 1;
    return made;
  }();
};

/// 32 sums that the bytes of a pixel add up to. Of the last ones, which fill no vector, the vector is read that ends
/// with them.
template <int Channels>
[[gnu::always_inline]] inline hvx::vector parts_of_pixel(const std::int8_t* x) noexcept {
  constexpr int rest = Channels % vector_bytes;
  const hvx::vector ones = hvx::splat_bytes(1);
  hvx::vector sums = hvx::splat_words(0);
  for (int i = 0; i < Channels - rest; i += vector_bytes) sums = hvx::dot(sums, hvx::load_unaligned(x + i), ones);
  if constexpr (rest != 0)
    sums = hvx::dot(sums, hvx::load_unaligned(x + Channels - vector_bytes), hvx::load(last_ones<rest>::bytes.data()));
  return sums;
}

/// The sums of four pixels in turn.
template <int Channels>
[[gnu::always_inline]] inline hvx::vector sums_of_4_pixels(const std::array<const std::int8_t*, 4>& x) noexcept {
  hvx::vector sums = add_neighbours<4>({parts_of_pixel<Channels>(x[0]), parts_of_pixel<Channels>(x[1]),
                                        parts_of_pixel<Channels>(x[2]), parts_of_pixel<Channels>(x[3])});
  for (int parts = 8; parts > 1; parts /= 2) sums = add_neighbours<2>({sums, sums});
  return sums;
}

[[gnu::always_inline]] inline std::int32_t sum_of(const std::int8_t* x, int count) noexcept {
  std::int64_t pairs = 0;
  int i = 0;
  for (; i + 8 <= count; i += 8) {
    std::int64_t eight;
    __builtin_memcpy(&eight, x + i, 8);
    pairs = hvx::sum_bytes(pairs, eight);
  }
  auto sum = static_cast<std::int32_t>(static_cast<std::uint32_t>(pairs) + static_cast<std::uint32_t>(pairs >> 32));
  for (; i < count; ++i) sum += x[i];
  return sum;
}

[[gnu::always_inline]] inline hvx::vector times(hvx::vector sums, std::int32_t factor) noexcept {
  return hvx::multiply_even_signed_halves(hvx::splat_words(0), sums, hvx::splat_words(factor));
}

/// Pixels whose channels fill vectors or part them: 32 at a time, the last ones together with some of those before.
template <int Channels>
[[gnu::always_inline]] inline void sum_even_pixels(const std::int8_t* x, int pixels, std::int32_t* sums,
                                                   std::int32_t factor) noexcept {
  const auto sum_from = [&](int p) __attribute__((always_inline)) {
    const hvx::vector all = sums_of_32_pixels<static_cast<std::size_t>(Channels / 4)>(x + p * Channels);
    hvx::store_unaligned(sums + p, times(all, factor));
  };
  int p = 0;
  for (; p + vector_words <= pixels; p += vector_words) sum_from(p);
  if (p < pixels && p > 0) return sum_from(pixels - vector_words);
  for (; p < pixels; ++p) sums[p] = wrapping_multiply(factor, sum_of(x + p * Channels, Channels));
}

/// Any other pixels four at a time, but for those at the start that have no whole vector before their end.
template <int Channels>
[[gnu::always_inline]] inline void sum_odd_pixels(const std::int8_t* x, int pixels, std::int32_t* sums,
                                                  std::int32_t factor) noexcept {
  constexpr int early = (vector_bytes - 1) / Channels;
  int p = 0;
  for (; p < early && p < pixels; ++p) sums[p] = wrapping_multiply(factor, sum_of(x + p * Channels, Channels));
  for (; p < pixels; p += 4) {
    const auto pixel = [&](int i) __attribute__((always_inline)) {
      return x + (p + i < pixels ? p + i : pixels - 1) * Channels;
    };
    hvx::store_unaligned(sums + p, times(sums_of_4_pixels<Channels>({pixel(0), pixel(1), pixel(2), pixel(3)}), factor));
  }
}

}  // namespace detail

/// sums[p] = sum of the `Channels` bytes of pixel p, times a factor of 16 bits. Writes up to a vector more behind them.
template <int Channels>
[[gnu::always_inline]] inline void sum_pixels(const std::int8_t* x, int pixels, std::int32_t* sums,
                                              std::int32_t factor = 1) noexcept {
  if constexpr (Channels % 4 == 0 && vector_bytes % Channels == 0)
    detail::sum_even_pixels<Channels>(x, pixels, sums, factor);
  else
    detail::sum_odd_pixels<Channels>(x, pixels, sums, factor);
}

}  // namespace tenon::hexagon_kernels
