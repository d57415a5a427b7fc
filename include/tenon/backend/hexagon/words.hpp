// SPDX-License-Identifier: Apache-2.0
// 128 int8 as 32-bit words, for what needs more room than a byte.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/hvx.hpp>

namespace tenon::hexagon_kernels {

/// 128 int8 as words, in their order.
using word_block = std::array<hvx::vector, 4>;

/// Words of int8 less a zero point.
[[gnu::always_inline]] inline word_block widen(hvx::vector x, std::int32_t zero_point) noexcept {
  const hvx::pair halves = hvx::widen_bytes(x);
  const hvx::pair lower = hvx::widen_halves(hvx::low(halves));
  const hvx::pair upper = hvx::widen_halves(hvx::high(halves));
  const hvx::vector zero = hvx::splat_words(zero_point);
  return {hvx::subtract_words(hvx::low(lower), zero), hvx::subtract_words(hvx::high(lower), zero),
          hvx::subtract_words(hvx::low(upper), zero), hvx::subtract_words(hvx::high(upper), zero)};
}

namespace detail {

/// How many bytes of `count` words lie in one of four vectors.
constexpr int bytes_of_part(int count, int part) noexcept {
  const int left = (count - part * vector_words) * 4;
  return left < 0 ? 0 : left > vector_bytes ? vector_bytes : left;
}

}  // namespace detail

/// The first `count` of 128 words in memory; the rest is zero.
[[gnu::always_inline]] inline word_block load_words(const void* from, int count) noexcept {
  const auto* const at = static_cast<const std::int8_t*>(from);
  word_block made{};
  for (int part = 0; part < 4; ++part) {
    const int bytes = detail::bytes_of_part(count, part);
    made[static_cast<std::size_t>(part)] =
        bytes > 0 ? load_part(at + part * vector_bytes, bytes) : hvx::splat_words(0);
  }
  return made;
}

/// Stores the first `count` of 128 words, and nothing behind them.
[[gnu::always_inline]] inline void store_words(void* to, const word_block& words, int count) noexcept {
  auto* const at = static_cast<std::int8_t*>(to);
  for (int part = 0; part < 4; ++part) {
    const int bytes = detail::bytes_of_part(count, part);
    if (bytes > 0) store_part(at + part * vector_bytes, words[static_cast<std::size_t>(part)], bytes);
  }
}

/// Products of words that have at most 9 bits.
[[gnu::always_inline]] inline hvx::vector multiply_small(hvx::vector a, hvx::vector b) noexcept {
  // The even halves of b are unsigned there: what is negative counts 2^16 too much, which the odd halves, -1,
  // take off modulo 2^32.
  const hvx::vector high_part = hvx::shift_left_words(hvx::multiply_odd_halves(a, b), hvx::splat_words(16));
  return hvx::multiply_even_halves(high_part, a, b);
}

}  // namespace tenon::hexagon_kernels
