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

}  // namespace detail

/// sums[p] = sum of the `Channels` bytes of pixel p, times a factor of 16 bits.
template <int Channels>
[[gnu::always_inline]] inline void sum_pixels(const std::int8_t* x, int pixels, std::int32_t* sums,
                                              std::int32_t factor = 1) noexcept {
  constexpr bool by_vectors = Channels % 4 == 0 && Channels <= 128 && 128 % Channels == 0;
  int p = 0;
  if constexpr (by_vectors)
    for (; p + vector_words <= pixels; p += vector_words)
      hvx::store_unaligned(
          sums + p,
          hvx::multiply_even_signed_halves(
              hvx::splat_words(0), detail::sums_of_32_pixels<static_cast<std::size_t>(Channels / 4)>(x + p * Channels),
              hvx::splat_words(factor)));
  for (; p < pixels; ++p) sums[p] = wrapping_multiply(factor, detail::sum_of(x + p * Channels, Channels));
}

}  // namespace tenon::hexagon_kernels
