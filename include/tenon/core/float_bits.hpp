// SPDX-License-Identifier: Apache-2.0
// Exact operations on floating-point numbers: rounding to integers, splitting, scaling by powers of two.
#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <limits>

namespace tenon::math {

/// A number as fraction * 2^exponent with 0.5 <= |fraction| < 1; zero, infinities and NaN have exponent 0.
struct split {
  double fraction{};
  int exponent{};
};

namespace detail {

template <class Real>
struct format;

template <>
struct format<float> {
  using bits = std::uint32_t;
  static constexpr int stored = 23;
  static constexpr int bias = 127;
};

template <>
struct format<double> {
  using bits = std::uint64_t;
  static constexpr int stored = 52;
  static constexpr int bias = 1023;
};

template <class Real>
using bits_of = typename format<Real>::bits;

template <class Real>
inline constexpr bits_of<Real> sign_mask = bits_of<Real>{1} << (sizeof(Real) * 8 - 1);

template <class Real>
inline constexpr auto infinity_bits = std::bit_cast<bits_of<Real>>(std::numeric_limits<Real>::infinity());

template <class Real>
constexpr bits_of<Real> to_bits(Real x) noexcept {
  return std::bit_cast<bits_of<Real>>(x);
}

template <class Real>
constexpr bits_of<Real> magnitude_bits(Real x) noexcept {
  return static_cast<bits_of<Real>>(to_bits(x) & ~sign_mask<Real>);
}

/// `yes` or `no`, put together of their bits: no branch, so that the time that it takes tells nothing of the numbers.
template <class Real>
constexpr Real select(bool condition, Real yes, Real no) noexcept {
  const auto chosen = static_cast<bits_of<Real>>(bits_of<Real>{0} - bits_of<Real>{condition});
  return std::bit_cast<Real>(static_cast<bits_of<Real>>((to_bits(yes) & chosen) | (to_bits(no) & ~chosen)));
}

/// The power of two of the leading bit; subnormal numbers and zero give the smallest.
template <class Real>
constexpr int power(Real x) noexcept {
  return static_cast<int>(magnitude_bits(x) >> format<Real>::stored) - format<Real>::bias;
}

template <class Real>
constexpr Real signed_like(Real x, Real magnitude) noexcept {
  return std::bit_cast<Real>(static_cast<bits_of<Real>>(to_bits(magnitude) | (to_bits(x) & sign_mask<Real>)));
}

/// The bits below the units position of a number of one and more; none where it is all integer.
template <class Real>
constexpr bits_of<Real> below_units(Real x) noexcept {
  const int lowest = power(x) < 0 ? 0 : power(x);
  const int units = lowest > format<Real>::stored ? format<Real>::stored : lowest;
  return static_cast<bits_of<Real>>((bits_of<Real>{1} << (format<Real>::stored - units)) - 1);
}

// The rounding functions below work on the bits alone: with floating-point steps a compiler that contracts a
// * b - c into one operation could see the caller's product and round something that was never rounded to
// begin with.

template <class Real>
constexpr Real floor(Real x) noexcept {
  const bits_of<Real> negative = to_bits(x) >> (sizeof(Real) * 8 - 1);
  const auto mask = below_units(x);
  const auto pushed = static_cast<bits_of<Real>>(to_bits(x) + (mask & (0 - negative)));
  const Real whole = std::bit_cast<Real>(static_cast<bits_of<Real>>(pushed & ~mask));
  const Real below_one = select(to_bits(x) > sign_mask<Real>, Real{-1}, signed_like(x, Real{0}));
  return select(power(x) < 0, below_one, whole);
}

template <class Real>
constexpr Real round_away(Real x) noexcept {
  const auto mask = below_units(x);
  const auto pushed = static_cast<bits_of<Real>>(to_bits(x) + ((mask + 1) >> 1));
  const Real whole = std::bit_cast<Real>(static_cast<bits_of<Real>>(pushed & ~mask));
  const Real below_one = signed_like(x, select(power(x) == -1, Real{1}, Real{0}));
  return select(power(x) < 0, below_one, whole);
}

template <class Real>
constexpr Real round_even(Real x) noexcept {
  const auto mask = below_units(x);
  // The bit above the mask, if there is a mask. For 1 <= |x| < 2 the units bit is the hidden one; the lowest exponent bit
  // stands in its place and is set too.
  const auto odd = static_cast<bits_of<Real>>(((to_bits(x) & (mask + 1)) != 0) & mask);
  const auto pushed = static_cast<bits_of<Real>>(to_bits(x) + (mask >> 1) + odd);
  const Real whole = std::bit_cast<Real>(static_cast<bits_of<Real>>(pushed & ~mask));
  const Real below_one = signed_like(x, select(magnitude_bits(x) > to_bits(Real{0.5}), Real{1}, Real{0}));
  return select(power(x) < 0, below_one, whole);
}

}  // namespace detail

constexpr bool is_nan(double x) noexcept {
  return detail::magnitude_bits(x) > detail::infinity_bits<double>;
}
constexpr bool is_nan(float x) noexcept {
  return detail::magnitude_bits(x) > detail::infinity_bits<float>;
}

constexpr bool is_infinite(double x) noexcept {
  return detail::magnitude_bits(x) == detail::infinity_bits<double>;
}
constexpr bool is_infinite(float x) noexcept {
  return detail::magnitude_bits(x) == detail::infinity_bits<float>;
}

constexpr double abs(double x) noexcept {
  return std::bit_cast<double>(detail::magnitude_bits(x));
}
constexpr float abs(float x) noexcept {
  return std::bit_cast<float>(detail::magnitude_bits(x));
}

/// The largest integer not above x; exact for every input, keeps the sign of zero.
constexpr double floor(double x) noexcept {
  return detail::floor(x);
}
constexpr float floor(float x) noexcept {
  return detail::floor(x);
}

/// The smallest integer not below x; exact for every input, keeps the sign of zero.
constexpr double ceil(double x) noexcept {
  return -detail::floor(-x);
}
constexpr float ceil(float x) noexcept {
  return -detail::floor(-x);
}

/// The nearest integer, halves away from zero (the C function `round`).
constexpr double round_away(double x) noexcept {
  return detail::round_away(x);
}
constexpr float round_away(float x) noexcept {
  return detail::round_away(x);
}

/// The nearest integer, halves to the even one (the C function `rint` in its default mode).
constexpr double round_even(double x) noexcept {
  return detail::round_even(x);
}
constexpr float round_even(float x) noexcept {
  return detail::round_even(x);
}

/// `yes` if a condition holds, else `no`, without a branch.
constexpr double select(bool condition, double yes, double no) noexcept {
  return detail::select(condition, yes, no);
}
constexpr float select(bool condition, float yes, float no) noexcept {
  return detail::select(condition, yes, no);
}
template <std::unsigned_integral Integer>
constexpr Integer select(bool condition, Integer yes, Integer no) noexcept {
  const auto chosen = static_cast<Integer>(Integer{0} - Integer{condition});
  return static_cast<Integer>((yes & chosen) | (no & ~chosen));
}
constexpr std::int32_t select(bool condition, std::int32_t yes, std::int32_t no) noexcept {
  return static_cast<std::int32_t>(select(condition, static_cast<std::uint32_t>(yes), static_cast<std::uint32_t>(no)));
}

/// Splits x into fraction and power of two (the C function `frexp`); exact, subnormal numbers included.
constexpr split frexp(double x) noexcept {
  // Zero, whose magnitude less one is the largest of all, infinities and what is not a number.
  const bool whole = detail::magnitude_bits(x) - 1 >= detail::infinity_bits<double> - 1;
  const bool subnormal = detail::power(x) == -1023;
  const double scaled = select(whole, 1.0, x) * select(subnormal, 0x1p54, 1.0);
  constexpr std::uint64_t exponent_mask = detail::infinity_bits<double>;
  constexpr std::uint64_t exponent_of_half = std::uint64_t{1022} << 52;
  const auto fraction = (detail::to_bits(scaled) & ~exponent_mask) | exponent_of_half;
  const int exponent = detail::power(scaled) + 1 - 54 * int{subnormal};
  return {select(whole, x, std::bit_cast<double>(fraction)), exponent * int{!whole}};
}

/// x * 2^exponent with one rounding (the C function `ldexp`); an infinity if too large, zero if too small.
constexpr double ldexp(double x, int exponent) noexcept {
  if (detail::magnitude_bits(x) == 0 || is_nan(x) || is_infinite(x)) return x;
  const split parts = frexp(x);
  const int bounded = exponent > 5000 ? 5000 : exponent < -5000 ? -5000 : exponent;
  const int wanted = parts.exponent + bounded;
  if (wanted > 1024) return detail::signed_like(x, std::numeric_limits<double>::infinity());
  if (wanted < -1074 - 1) return detail::signed_like(x, 0.0);
  const bool subnormal = wanted < -1021;
  const auto raised = static_cast<std::uint64_t>(wanted + (subnormal ? 54 : 0) + 1022) << 52;
  const auto fraction = detail::to_bits(parts.fraction) & ~detail::infinity_bits<double>;
  const double scaled = std::bit_cast<double>(fraction | raised);
  return subnormal ? scaled * 0x1p-54 : scaled;
}

}  // namespace tenon::math
