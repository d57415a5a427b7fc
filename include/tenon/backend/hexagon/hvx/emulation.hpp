// SPDX-License-Identifier: Apache-2.0
// The vector instructions of Hexagon in plain C++, bit by bit as the processor computes them, for tests on a
// host. None is inlined: kernels hold hundreds of them, and tests compile often.
#pragma once

#include <tenon/backend/hexagon/hvx/lanes.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace tenon::hvx {

inline constexpr bool is_emulated = true;

[[gnu::always_inline]] inline vector low(const pair& x) noexcept { return x.lower; }
[[gnu::always_inline]] inline vector high(const pair& x) noexcept { return x.upper; }

/// One number in all lanes. vsplat
[[gnu::noinline]] inline vector splat_bytes(std::int32_t x) noexcept {
  return map<std::int8_t>([x](std::int8_t) { return static_cast<std::int8_t>(x); }, vector{});
}
[[gnu::noinline]] inline vector splat_halves(std::int32_t x) noexcept {
  return map<std::int16_t>([x](std::int16_t) { return static_cast<std::int16_t>(x); }, vector{});
}
[[gnu::noinline]] inline vector splat_words(std::int32_t x) noexcept {
  return map<std::int32_t>([x](std::int32_t) { return x; }, vector{});
}

/// 128 bytes at a multiple of 128, or anywhere. vmem, vmemu
[[gnu::noinline]] inline vector load_unaligned(const void* from) noexcept {
  vector x;
  __builtin_memcpy(x.bytes.data(), from, x.bytes.size());
  return x;
}
[[gnu::noinline]] inline void store_unaligned(void* to, const vector& x) noexcept {
  __builtin_memcpy(to, x.bytes.data(), x.bytes.size());
}
[[gnu::noinline]] inline vector load(const void* from) noexcept {
  return load_unaligned(__builtin_assume_aligned(from, 128));
}
[[gnu::noinline]] inline void store(void* to, const vector& x) noexcept {
  store_unaligned(__builtin_assume_aligned(to, 128), x);
}

[[gnu::noinline]] inline vector bit_and(const vector& a, const vector& b) noexcept {
  return map<std::uint8_t>([](int x, int y) { return x & y; }, a, b);
}
[[gnu::noinline]] inline vector bit_or(const vector& a, const vector& b) noexcept {
  return map<std::uint8_t>([](int x, int y) { return x | y; }, a, b);
}
[[gnu::noinline]] inline vector bit_xor(const vector& a, const vector& b) noexcept {
  return map<std::uint8_t>([](int x, int y) { return x ^ y; }, a, b);
}

[[gnu::noinline]] inline vector max_bytes(const vector& a, const vector& b) noexcept {
  return map<std::int8_t>([](int x, int y) { return x > y ? x : y; }, a, b);
}
[[gnu::noinline]] inline vector min_bytes(const vector& a, const vector& b) noexcept {
  return map<std::int8_t>([](int x, int y) { return x < y ? x : y; }, a, b);
}
[[gnu::noinline]] inline vector max_words(const vector& a, const vector& b) noexcept {
  return map<std::int32_t>([](std::int32_t x, std::int32_t y) { return x > y ? x : y; }, a, b);
}
[[gnu::noinline]] inline vector min_words(const vector& a, const vector& b) noexcept {
  return map<std::int32_t>([](std::int32_t x, std::int32_t y) { return x < y ? x : y; }, a, b);
}

/// Sums and differences that wrap around, and sums that stop at the ends. vadd, vadd:sat, vsub
[[gnu::noinline]] inline vector subtract_bytes(const vector& a, const vector& b) noexcept {
  return map<std::uint8_t>([](unsigned x, unsigned y) { return x - y; }, a, b);
}
[[gnu::noinline]] inline vector add_halves(const vector& a, const vector& b) noexcept {
  return map<std::uint16_t>([](unsigned x, unsigned y) { return x + y; }, a, b);
}
[[gnu::noinline]] inline vector add_halves_saturating(const vector& a, const vector& b) noexcept {
  return map<std::int16_t>([](std::int32_t x, std::int32_t y) { return saturate<std::int16_t>(x + y); }, a,
                           b);
}
[[gnu::noinline]] inline vector add_words(const vector& a, const vector& b) noexcept {
  return map<std::uint32_t>([](std::uint32_t x, std::uint32_t y) { return x + y; }, a, b);
}
[[gnu::noinline]] inline vector add_words_saturating(const vector& a, const vector& b) noexcept {
  return map<std::int32_t>([](std::int64_t x, std::int64_t y) { return saturate<std::int32_t>(x + y); }, a,
                           b);
}
[[gnu::noinline]] inline vector subtract_words(const vector& a, const vector& b) noexcept {
  return map<std::uint32_t>([](std::uint32_t x, std::uint32_t y) { return x - y; }, a, b);
}
/// (a + b) / 2 rounded down, without overflow. vavg
[[gnu::noinline]] inline vector average_words(const vector& a, const vector& b) noexcept {
  return map<std::int32_t>([](std::int64_t x, std::int64_t y) { return (x + y) >> 1; }, a, b);
}

/// Shifts of words by 0 .. 31, the same or each by its own count; to the left what leaves is lost. vasr, vasl
[[gnu::noinline]] inline vector shift_right_words(const vector& x, std::int32_t count) noexcept {
  return map<std::int32_t>([count](std::int32_t value) { return value >> (count & 31); }, x);
}
[[gnu::noinline]] inline vector shift_right_words(const vector& x, const vector& counts) noexcept {
  return map<std::int32_t>([](std::int32_t value, std::int32_t count) { return value >> (count & 31); }, x,
                           counts);
}
/// Halves shifted right, each by its own count of 0 .. 15. vasr
[[gnu::noinline]] inline vector shift_right_halves(const vector& x, const vector& counts) noexcept {
  return map<std::int16_t>([](int value, int count) { return value >> (count & 15); }, x, counts);
}
/// Sums plus shifted words, which wrap. vasr, adding
[[gnu::noinline]] inline vector add_shifted_words(const vector& sums, const vector& x,
                                                  std::int32_t count) noexcept {
  return add_words(sums, shift_right_words(x, count));
}
[[gnu::noinline]] inline vector shift_left_words(const vector& x, const vector& counts) noexcept {
  return map<std::uint32_t>([](std::uint32_t value, std::uint32_t count) { return value << (count & 31u); },
                            x, counts);
}

/// Shifted right, cut to half the width; `lower` fills the even places. vasr:sat, vasr:rnd:sat
[[gnu::noinline]] inline vector narrow_words(const vector& upper, const vector& lower,
                                             std::int32_t count) noexcept {
  return narrow<std::int16_t, std::int32_t>(upper, lower, count & 15, 0);
}
[[gnu::noinline]] inline vector narrow_words_rounding(const vector& upper, const vector& lower,
                                                      std::int32_t count) noexcept {
  return narrow<std::int16_t, std::int32_t>(upper, lower, count & 15,
                                            (count & 15) == 0 ? 0 : std::int64_t{1} << ((count & 15) - 1));
}
[[gnu::noinline]] inline vector narrow_halves(const vector& upper, const vector& lower,
                                              std::int32_t count) noexcept {
  return narrow<std::int8_t, std::int16_t>(upper, lower, count & 7, 0);
}
/// Halves cut to bytes without a sign; `lower` fills the even places. vsat
[[gnu::noinline]] inline vector saturate_to_unsigned_bytes(const vector& upper, const vector& lower) noexcept {
  const auto cut = [](int x) { return static_cast<std::uint8_t>(x < 0 ? 0 : x > 255 ? 255 : x); };
  const auto even = as<std::int16_t>(lower);
  const auto odd = as<std::int16_t>(upper);
  vector result;
  for (std::size_t i = 0; i < 64; ++i) result.bytes[2 * i] = cut(even[i]), result.bytes[2 * i + 1] = cut(odd[i]);
  return result;
}

/// Words times the lower halves of words, unsigned, without the last 16 bits. vmpye(w, uh)
[[gnu::noinline]] inline vector multiply_low(const vector& x, const vector& factors) noexcept {
  return map<std::int32_t>([](std::int64_t a, std::int32_t b) { return (a * (b & 0xffff)) >> 16; }, x,
                           factors);
}
/// Words times the upper halves of words, plus `low_part`, divided by 2^15, halves up. With multiply_low: x *
/// factor / 2^31, halves up, cut to 32 bits. vmpyo(w, h):<<1:rnd:sat:shift
[[gnu::noinline]] inline vector multiply_high(const vector& low_part, const vector& x,
                                              const vector& factors) noexcept {
  return map<std::int32_t>(
      [](std::int64_t carried, std::int64_t a, std::int32_t b) {
        return saturate<std::int32_t>((((carried + a * (b >> 16)) >> 14) + 1) >> 1);
      },
      low_part, x, factors);
}
/// Sums plus words times the even halves of `factors`, unsigned or signed; words times the odd ones, signed; all wrap.
/// vmpyie, vmpyio
[[gnu::noinline]] inline vector multiply_even_halves(const vector& sums, const vector& x,
                                                     const vector& factors) noexcept {
  return map<std::uint32_t>(
      [](std::uint32_t sum, std::uint32_t a, std::uint32_t b) { return sum + a * (b & 0xffffu); }, sums, x,
      factors);
}
[[gnu::noinline]] inline vector multiply_even_signed_halves(const vector& sums, const vector& x,
                                                            const vector& factors) noexcept {
  return map<std::uint32_t>(
      [](std::uint32_t sum, std::uint32_t a, std::uint32_t b) {
        return sum + a * static_cast<std::uint32_t>(static_cast<std::int16_t>(b & 0xffffu));
      },
      sums, x, factors);
}
[[gnu::noinline]] inline vector multiply_odd_halves(const vector& x, const vector& factors) noexcept {
  return map<std::int32_t>(
      [](std::int64_t a, std::int32_t b) {
        return static_cast<std::int32_t>(static_cast<std::uint32_t>(a * (b >> 16)));
      },
      x, factors);
}
/// Products of halves as words: those of even places in the lower vector, of odd ones in the upper. vmpy(h,
/// h)
[[gnu::noinline]] inline pair multiply_halves(const vector& a, const vector& b) noexcept {
  const auto product = [](std::int32_t x, std::int32_t y) { return x * y; };
  const pair x = split<std::int32_t, std::int16_t>(a);
  const pair y = split<std::int32_t, std::int16_t>(b);
  return {map<std::int32_t>(product, x.lower, y.lower), map<std::int32_t>(product, x.upper, y.upper)};
}

namespace detail {

template <class First, class Second>
std::int32_t sum_of_four(std::uint32_t a, std::uint32_t b) noexcept {
  std::int32_t sum = 0;
  for (unsigned i = 0; i < 32; i += 8)
    sum += static_cast<First>(a >> i & 0xffu) * static_cast<Second>(b >> i & 0xffu);
  return sum;
}

}  // namespace detail

/// Sums of four products of bytes in each word, added to `sums`, which wrap. vrmpy(b, b), vrmpy(ub, Rt.b)
[[gnu::noinline]] inline vector dot(const vector& a, const vector& b) noexcept {
  return map<std::uint32_t>(
      [](std::uint32_t x, std::uint32_t y) {
        return static_cast<std::uint32_t>(detail::sum_of_four<std::int8_t, std::int8_t>(x, y));
      },
      a, b);
}
[[gnu::noinline]] inline vector dot(const vector& sums, const vector& a, const vector& b) noexcept {
  return add_words(sums, dot(a, b));
}
[[gnu::noinline]] inline vector dot_unsigned(const vector& sums, const vector& a, std::int32_t b) noexcept {
  return map<std::uint32_t>(
      [b](std::uint32_t sum, std::uint32_t x) {
        return sum + static_cast<std::uint32_t>(
                         detail::sum_of_four<std::uint8_t, std::int8_t>(x, static_cast<std::uint32_t>(b)));
      },
      sums, a);
}
/// Two sums of four signed bytes each, in the two words of a scalar. vrmpybsu
[[gnu::noinline]] inline std::int64_t sum_bytes(std::int64_t sums, std::int64_t x) noexcept {
  auto words = std::bit_cast<std::array<std::uint32_t, 2>>(sums);
  const auto bytes = std::bit_cast<std::array<std::int8_t, 8>>(x);
  for (std::size_t i = 0; i < 8; ++i) words[i / 4] += static_cast<std::uint32_t>(std::int32_t{bytes[i]});
  return std::bit_cast<std::int64_t>(words);
}

/// Numbers widened in their order. vunpack
[[gnu::noinline]] inline pair widen_bytes(const vector& x) noexcept {
  return widen<std::int16_t, std::int8_t>(x);
}
[[gnu::noinline]] inline pair widen_halves(const vector& x) noexcept {
  return widen<std::int32_t, std::int16_t>(x);
}
/// Numbers widened, even places in the lower vector, odd ones in the upper. vsxt, vzxt
[[gnu::noinline]] inline pair split_bytes(const vector& x) noexcept {
  return split<std::int16_t, std::int8_t>(x);
}
[[gnu::noinline]] inline pair split_unsigned_bytes(const vector& x) noexcept {
  return split<std::uint16_t, std::uint8_t>(x);
}
[[gnu::noinline]] inline pair split_halves(const vector& x) noexcept {
  return split<std::int32_t, std::int16_t>(x);
}
/// Numbers cut to half the width, in their order. vpack:sat
[[gnu::noinline]] inline vector pack_words(const vector& upper, const vector& lower) noexcept {
  return pack<std::int16_t, std::int32_t>(upper, lower);
}
[[gnu::noinline]] inline vector pack_halves(const vector& upper, const vector& lower) noexcept {
  return pack<std::int8_t, std::int16_t>(upper, lower);
}
/// Two vectors' numbers in turn. vshuff
[[gnu::noinline]] inline pair interleave_bytes(const vector& odd, const vector& even) noexcept {
  return interleave<std::uint8_t>(odd, even);
}
[[gnu::noinline]] inline pair interleave_halves(const vector& odd, const vector& even) noexcept {
  return interleave<std::uint16_t>(odd, even);
}
[[gnu::noinline]] inline pair interleave_words(const vector& odd, const vector& even) noexcept {
  return interleave<std::uint32_t>(odd, even);
}
/// Two vectors' numbers of the even places next to each other, and those of the odd places. vshuffoe
[[gnu::noinline]] inline pair pair_bytes(const vector& second, const vector& first) noexcept {
  return pair_places<std::uint8_t>(second, first);
}
[[gnu::noinline]] inline pair pair_halves(const vector& second, const vector& first) noexcept {
  return pair_places<std::uint16_t>(second, first);
}
/// The even words of two vectors, then the odd ones. vdeal
[[gnu::noinline]] inline pair part_words(const vector& upper, const vector& lower) noexcept {
  const auto first = as<std::uint32_t>(lower);
  const auto second = as<std::uint32_t>(upper);
  lanes<std::uint32_t> even{};
  lanes<std::uint32_t> odd{};
  for (std::size_t i = 0; i < 16; ++i) {
    even[i] = first[2 * i], even[i + 16] = second[2 * i];
    odd[i] = first[2 * i + 1], odd[i + 16] = second[2 * i + 1];
  }
  return {from<std::uint32_t>(even), from<std::uint32_t>(odd)};
}
/// Bytes moved down by `count`, those that leave come in at the end. vror
[[gnu::noinline]] inline vector rotate(const vector& x, std::int32_t count) noexcept {
  vector result;
  for (std::size_t i = 0; i < 128; ++i)
    result.bytes[i] = x.bytes[(i + static_cast<std::size_t>(count & 127)) % 128];
  return result;
}
/// 128 bytes from byte `count` of 0 .. 127 on out of two vectors that follow each other in memory. valign
[[gnu::noinline]] inline vector cut_out(const vector& second, const vector& first, std::int32_t count) noexcept {
  vector result;
  for (std::size_t i = 0; i < 128; ++i) {
    const std::size_t at = i + static_cast<std::size_t>(count & 127);
    result.bytes[i] = at < 128 ? first.bytes[at] : second.bytes[at - 128];
  }
  return result;
}

/// For indices whose upper three bits are `part`, their entry; 0 for the others. A vector holds 128 entries,
/// those of four parts: entry i of the first 64 is byte 2 * i, of the second 64 the byte behind. vlut32
[[gnu::noinline]] inline vector lookup(const vector& indices, const vector& table,
                                       std::int32_t part) noexcept {
  const auto wanted = static_cast<unsigned>(part) & 7u;
  return map<std::uint8_t>(
      [&](unsigned index) {
        return index >> 5 == wanted ? table.bytes[(index & 63u) * 2 + (wanted >> 1 & 1u)] : std::uint8_t{0};
      },
      indices);
}
[[gnu::noinline]] inline vector lookup_or(const vector& found, const vector& indices, const vector& table,
                                          std::int32_t part) noexcept {
  return bit_or(found, lookup(indices, table, part));
}

/// x where a > b, else y. vcmp.gt, vmux
[[gnu::noinline]] inline vector select_greater_words(const vector& a, const vector& b, const vector& x,
                                                     const vector& y) noexcept {
  return map<std::int32_t>(
      [](std::int32_t p, std::int32_t q, std::int32_t r, std::int32_t s) { return p > q ? r : s; }, a, b, x,
      y);
}

}  // namespace tenon::hvx
