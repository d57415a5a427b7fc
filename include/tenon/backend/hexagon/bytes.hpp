// SPDX-License-Identifier: Apache-2.0
// Rows of bytes copied, filled and stored in part, and memory lent from scratch at the boundary of a vector.
#pragma once

#include <cstddef>
#include <cstdint>

#include <tenon/backend/hexagon/hvx.hpp>

namespace tenon::hexagon_kernels {

/// Bytes and words in a vector.
inline constexpr int vector_bytes = 128;
inline constexpr int vector_words = 32;

constexpr int round_up(int x, int unit) noexcept { return (x + unit - 1) / unit * unit; }

/// Bytes of scratch that hold `bytes` from a vector's boundary on, wherever the scratch starts.
constexpr std::size_t scratch_for(int bytes) noexcept {
  return bytes == 0 ? 0 : static_cast<std::size_t>(round_up(bytes, vector_bytes) + vector_bytes - 1);
}

/// The first boundary of a vector in borrowed memory.
[[gnu::always_inline]] inline std::int8_t* aligned(std::byte* borrowed) noexcept {
  const auto at = reinterpret_cast<std::uintptr_t>(borrowed);
  return reinterpret_cast<std::int8_t*>(borrowed + (vector_bytes - at % vector_bytes) % vector_bytes);
}

[[gnu::always_inline]] inline bool is_aligned(const void* at, unsigned to) noexcept {
  return reinterpret_cast<std::uintptr_t>(at) % to == 0;
}

/// Stands between a vector's store and a number's into the same memory: clang 19 puts both into one packet, where the
/// number's comes first whatever the program says.
[[gnu::always_inline]] inline void end_packet() noexcept { asm volatile("" : : : "memory"); }

/// The first `count` bytes of a vector, and nothing behind them.
[[gnu::always_inline]] inline void store_first(void* to, hvx::vector x, int count) noexcept {
  alignas(128) std::int8_t bytes[vector_bytes];
  hvx::store(bytes, x);
  __builtin_memcpy(to, bytes, static_cast<std::size_t>(count));
}

/// `count` bytes, at most a vector's; the rest is zero.
[[gnu::always_inline]] inline hvx::vector load_first(const void* from, int count) noexcept {
  alignas(128) std::int8_t bytes[vector_bytes];
  hvx::store(bytes, hvx::splat_words(0));
  end_packet();
  __builtin_memcpy(bytes, from, static_cast<std::size_t>(count));
  return hvx::load(bytes);
}

/// Calls `body(first, count)` for a row in vectors; the last may be shorter.
template <int Length, class Body>
[[gnu::always_inline]] inline void for_each_vector(const Body& body) noexcept {
  constexpr int whole = Length / vector_bytes * vector_bytes;
  for (int i = 0; i < whole; i += vector_bytes) body(i, vector_bytes);
  if constexpr (whole < Length) body(whole, Length - whole);
}

[[gnu::always_inline]] inline hvx::vector load_part(const void* from, int count) noexcept {
  return count == vector_bytes ? hvx::load_unaligned(from) : load_first(from, count);
}

[[gnu::always_inline]] inline void store_part(void* to, hvx::vector x, int count) noexcept {
  if (count == vector_bytes) hvx::store_unaligned(to, x);
  else store_first(to, x, count);
}

/// Copies `Length` bytes. The last vector lies over the one before it where there is one.
template <int Length>
[[gnu::always_inline]] inline void copy_bytes(void* to, const void* from) noexcept {
  auto* const y = static_cast<std::int8_t*>(to);
  const auto* const x = static_cast<const std::int8_t*>(from);
  if constexpr (Length < vector_bytes) {
    __builtin_memcpy(y, x, static_cast<std::size_t>(Length));
  } else {
    for (int i = 0; i + vector_bytes <= Length; i += vector_bytes)
      hvx::store_unaligned(y + i, hvx::load_unaligned(x + i));
    if constexpr (Length % vector_bytes != 0)
      hvx::store_unaligned(y + Length - vector_bytes, hvx::load_unaligned(x + Length - vector_bytes));
  }
}

/// Fills `length` bytes.
[[gnu::always_inline]] inline void fill_bytes(std::int8_t* to, std::int8_t value, int length) noexcept {
  int i = 0;
  const hvx::vector all = hvx::splat_bytes(value);
  for (; i + vector_bytes <= length; i += vector_bytes) hvx::store_unaligned(to + i, all);
  for (; i < length; ++i) to[i] = value;
}

/// Fills `length` bytes and up to a vector's more behind them.
[[gnu::always_inline]] inline void fill_beyond(std::int8_t* to, std::int8_t value, int length) noexcept {
  const hvx::vector all = hvx::splat_bytes(value);
  for (int i = 0; i < length; i += vector_bytes) hvx::store_unaligned(to + i, all);
  end_packet();
}

}  // namespace tenon::hexagon_kernels
