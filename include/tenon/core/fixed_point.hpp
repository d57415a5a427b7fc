// SPDX-License-Identifier: Apache-2.0
// Fixed-point arithmetic on integers: Q31 factors and the rounding steps of LiteRT's reference kernels.
#pragma once

#include <tenon/core/float_bits.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace tenon {

/// A real factor as multiplier * 2^(exponent - 31), with 2^30 <= |multiplier| < 2^31 or both fields zero.
struct q31_factor {
  std::int32_t multiplier{};
  std::int32_t exponent{};

  friend constexpr bool operator==(const q31_factor&, const q31_factor&) = default;
};

/// The nearest Q31 factor, halves away from zero; below 2^-32 in size, and for infinities and NaN, zero.
constexpr q31_factor to_q31(double real) noexcept {
  if (math::is_nan(real) || math::is_infinite(real)) return {};
  const auto [fraction, exponent] = math::frexp(real);
  const auto multiplier = static_cast<std::int64_t>(math::round_away(fraction * 0x1p31));
  const bool carried = multiplier == std::int64_t{1} << 31;
  const std::int32_t shifted = exponent + (carried ? 1 : 0);
  if (shifted < -31) return {};
  return {static_cast<std::int32_t>(carried ? multiplier >> 1 : multiplier), shifted};
}

/// The nearest value that 32 bits hold.
[[gnu::always_inline]]
constexpr std::int32_t saturate_to_int32(std::int64_t value) noexcept {
  using limits = std::numeric_limits<std::int32_t>;
  if (value < limits::min()) return limits::min();
  return value > limits::max() ? limits::max() : static_cast<std::int32_t>(value);
}

/// a + b modulo 2^32, as the accumulators of all kernels add.
[[gnu::always_inline]]
constexpr std::int32_t wrapping_add(std::int32_t a, std::int32_t b) noexcept {
  return static_cast<std::int32_t>(static_cast<std::uint32_t>(a) + static_cast<std::uint32_t>(b));
}

/// a - b modulo 2^32.
[[gnu::always_inline]]
constexpr std::int32_t wrapping_subtract(std::int32_t a, std::int32_t b) noexcept {
  return static_cast<std::int32_t>(static_cast<std::uint32_t>(a) - static_cast<std::uint32_t>(b));
}

/// a * b modulo 2^32.
[[gnu::always_inline]]
constexpr std::int32_t wrapping_multiply(std::int32_t a, std::int32_t b) noexcept {
  return static_cast<std::int32_t>(static_cast<std::uint32_t>(a) * static_cast<std::uint32_t>(b));
}

/// x * 2^count modulo 2^32; a count below zero counts as zero, one above 31 leaves nothing.
[[gnu::always_inline]]
constexpr std::int32_t wrapping_shift_left(std::int32_t x, std::int32_t count) noexcept {
  if (count > 31) return 0;
  return static_cast<std::int32_t>(static_cast<std::uint32_t>(x) << (count < 0 ? 0 : count));
}

/// The number of zero bits above the highest one bit; 32 for zero.
[[gnu::always_inline]]
constexpr std::int32_t leading_zeros(std::uint32_t x) noexcept {
  return std::countl_zero(x);
}

/// a * b / 2^31 rounded to nearest, halves up; -2^31 times itself saturates (Arm's SQRDMULH).
[[gnu::always_inline]]
constexpr std::int32_t high_multiply(std::int32_t a, std::int32_t b) noexcept {
  constexpr auto lowest = std::numeric_limits<std::int32_t>::min();
  if (b == lowest && a == lowest) return std::numeric_limits<std::int32_t>::max();
  return static_cast<std::int32_t>((std::int64_t{a} * b + (std::int64_t{1} << 30)) >> 31);
}

/// x / 2^count rounded halves away from zero; a count below zero counts as zero, one above 31 gives zero.
[[gnu::always_inline]]
constexpr std::int32_t rounding_shift_right(std::int32_t x, std::int32_t count) noexcept {
  if (count > 31) return 0;
  const int n = count < 0 ? 0 : count;
  const std::uint32_t mask = (std::uint32_t{1} << n) - 1;
  const std::uint32_t remainder = static_cast<std::uint32_t>(x) & mask;
  const std::uint32_t threshold = (mask >> 1) + (x < 0 ? 1u : 0u);
  return (x >> n) + (remainder > threshold ? 1 : 0);
}

/// x times the factor with two roundings: CONV_2D's requantization and that of most operators.
///
/// A factor of 1 or more shifts first and wraps; the first rounding takes halves up, the second away from
/// zero.
[[gnu::always_inline]]
constexpr std::int32_t scale32(std::int32_t x, q31_factor factor) noexcept {
  const std::int32_t raised = wrapping_shift_left(x, factor.exponent);
  // Bounded first: the smallest exponent has no negation.
  const std::int32_t count = factor.exponent < -32 ? 32 : -factor.exponent;
  return rounding_shift_right(high_multiply(raised, factor.multiplier), count);
}

/// x times the factor cut to 15 bits, with one rounding, halves up: the rule for 64-bit accumulators.
///
/// The result is cut to 32 bits; shifts that no factor below 2^15 asks for lose all bits or wrap.
constexpr std::int32_t scale64(std::int64_t x, q31_factor factor) noexcept {
  const std::int32_t multiplier =
      factor.multiplier < 0x7fff0000 ? (factor.multiplier + (1 << 15)) >> 16 : 0x7fff;
  const auto product = static_cast<std::uint64_t>(x) * static_cast<std::uint64_t>(std::int64_t{multiplier});
  const std::int64_t count = 15 - std::int64_t{factor.exponent};
  if (count > 62 || count < -31) return 0;
  if (count <= 0) return static_cast<std::int32_t>(product << -count);
  const std::uint64_t half = std::uint64_t{1} << (count - 1);
  return static_cast<std::int32_t>(static_cast<std::int64_t>(product + half) >> count);
}

namespace detail {

// e^-(2^(bit - 26)) in Q0.31 for the bits 24 .. 30 of a Q5.26 number: e^-(1/4), e^-(1/2), e^-1 ... e^-16.
inline constexpr std::array<std::int32_t, 7> exponentials_of_bits{
    1672461947, 1302514674, 790015084, 290630308, 39332535, 720401, 242};

/// e^a for a in -1/4 .. 0 (Q5.26), in Q0.31: a polynomial of degree four around -1/8.
constexpr std::int32_t exponential_of_small(std::int32_t a) noexcept {
  constexpr std::int32_t exponential_of_middle = 1895147668;  // e^-(1/8)
  constexpr std::int32_t third = 715827883;
  const std::int32_t x = wrapping_add(wrapping_shift_left(a, 5), 1 << 28);
  const std::int32_t x2 = high_multiply(x, x);
  const std::int32_t x3 = high_multiply(x2, x);
  const std::int32_t x4 = high_multiply(x2, x2);
  const std::int32_t cubic = high_multiply(wrapping_add(rounding_shift_right(x4, 2), x3), third);
  const std::int32_t tail = rounding_shift_right(wrapping_add(cubic, x2), 1);
  return wrapping_add(exponential_of_middle, high_multiply(exponential_of_middle, wrapping_add(x, tail)));
}

}  // namespace detail

/// e^a for a <= 0 in Q5.26 (-32 .. 0), in Q0.31, as LiteRT's int8 SOFTMAX computes it. Meaningless for a > 0.
constexpr std::int32_t exponential_of_negative(std::int32_t a) noexcept {
  if (a == 0) return std::numeric_limits<std::int32_t>::max();
  const std::int32_t low = (a & 0xffffff) - 0x1000000;
  const auto whole = static_cast<std::uint32_t>(wrapping_subtract(low, a));
  std::int32_t y = detail::exponential_of_small(low);
  for (std::size_t i = 0; i < detail::exponentials_of_bits.size(); ++i) {
    if ((whole >> (24 + i) & 1u) != 0) y = high_multiply(y, detail::exponentials_of_bits[i]);
  }
  return y;
}

/// 1 / (1 + f) for f in 0 .. 1 (Q0.31), in Q0.31: three Newton steps, as in LiteRT's int8 SOFTMAX.
constexpr std::int32_t reciprocal_of_one_plus(std::int32_t f) noexcept {
  constexpr std::int32_t start = 1515870810;    // 48/17 in Q2.29
  constexpr std::int32_t slope = -1010580540;   // -32/17 in Q2.29
  constexpr std::int32_t one = 1 << 29;         // in Q2.29
  const auto half = static_cast<std::int32_t>((std::int64_t{f} + (std::int64_t{1} << 31)) >> 1);
  std::int32_t y = wrapping_add(start, high_multiply(half, slope));
  for (int step = 0; step < 3; ++step) {
    const std::int32_t error = wrapping_subtract(one, high_multiply(half, y));
    y = wrapping_add(y, saturate_to_int32(std::int64_t{high_multiply(y, error)} * 4));
  }
  return saturate_to_int32(std::int64_t{y} * 2);
}

}  // namespace tenon
