// SPDX-License-Identifier: Apache-2.0
// Walks over the channels of a pixel in blocks of constant size, which compilers turn into SIMD registers.
#pragma once

#include <cstddef>
#include <type_traits>

namespace tenon::kryo_kernels {

/// Channels of one block: whole registers of every instruction set.
inline constexpr int channel_block = 64;

/// Calls `body(size, first)` for each block of channels; the size is a constant.
template <int Channels, class Body>
[[gnu::always_inline]] inline void for_each_channel_block(const Body& body) noexcept {
  constexpr int whole = Channels / channel_block * channel_block;
  for (int c = 0; c < whole; c += channel_block) body(std::integral_constant<int, channel_block>{}, c);
  if constexpr (whole < Channels) body(std::integral_constant<int, Channels - whole>{}, whole);
}

/// One number for each channel of a block.
template <class Number, int Size>
struct channel_numbers {
  /// Aligned by hand: g++ 12 takes arrays like these for aligned to 16 bytes without aligning the stack of a function that
  /// calls none (seen with 12 floats and AVX-512).
  alignas(32) Number at[static_cast<std::size_t>(Size)];

  [[gnu::always_inline]] explicit channel_numbers(Number start) noexcept {
    for (int c = 0; c < Size; ++c) at[c] = start;
  }
  template <class Value>
  [[gnu::always_inline]] void add(const Value* x) noexcept {
    for (int c = 0; c < Size; ++c) at[c] += static_cast<Number>(x[c]);
  }
  [[gnu::always_inline]] void keep_largest(const Number* x) noexcept {
    for (int c = 0; c < Size; ++c) at[c] = x[c] > at[c] ? x[c] : at[c];
  }
};

}  // namespace tenon::kryo_kernels
