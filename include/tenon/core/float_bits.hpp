// SPDX-License-Identifier: Apache-2.0
// Exact operations on floating-point numbers: rounding to integers, splitting, scaling by powers of two.
#pragma once

#include <bit>
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

/// The power of two of the leading bit; subnormal numbers and zero give the smallest.
template <class Real>
constexpr int power(Real x) noexcept {
  return static_cast<int>(magnitude_bits(x) >> format<Real>::stored) - format<Real>::bias;
}

template <class Real>
constexpr Real signed_like(Real x, Real magnitude) noexcept {
  return std::bit_cast<Real>(static_cast<bits_of<Real>>(to_bits(magnitude) | (to_bits(x) & sign_mask<Real>)));
}

/// The bits below the units position, for a number whose power is in 0 .. stored.
template <class Real>
constexpr bits_of<Real> below_units(Real x) noexcept {
  return static_cast<bits_of<Real>>((bits_of<Real>{1} << (format<Real>::stored - power(x))) - 1);
}

// The rounding functions below work on the bits alone: with floating-point steps a compiler that contracts a
// * b - c into one operation could see the caller's product and round something that was never rounded to
// begin with.

template <class Real>
constexpr Real floor(Real x) noexcept {
  if (power(x) >= format<Real>::stored || magnitude_bits(x) == 0) return x;
  const bool negative = (to_bits(x) & sign_mask<Real>) != 0;
  if (power(x) < 0) return negative ? Real{-1} : Real{0};
  const auto mask = below_units(x);
  const auto pushed = static_cast<bits_of<Real>>(negative ? to_bits(x) + mask : to_bits(x));
  return std::bit_cast<Real>(static_cast<bits_of<Real>>(pushed & ~mask));
}

template <class Real>
constexpr Real round_away(Real x) noexcept {
  if (power(x) >= format<Real>::stored) return x;
  if (power(x) < 0) return signed_like(x, power(x) == -1 ? Real{1} : Real{0});
  const auto mask = below_units(x);
  const auto pushed = static_cast<bits_of<Real>>(to_bits(x) + (mask >> 1) + 1);
  return std::bit_cast<Real>(static_cast<bits_of<Real>>(pushed & ~mask));
}

template <class Real>
constexpr Real round_even(Real x) noexcept {
  if (power(x) >= format<Real>::stored) return x;
  if (power(x) < 0) return signed_like(x, magnitude_bits(x) > to_bits(Real{0.5}) ? Real{1} : Real{0});
  const auto mask = below_units(x);
  // For 1 <= |x| < 2 the units bit is the hidden one; the lowest exponent bit stands in its place and is set
  // too.
  const auto odd = static_cast<bits_of<Real>>((to_bits(x) >> (format<Real>::stored - power(x))) & 1u);
  const auto pushed = static_cast<bits_of<Real>>(to_bits(x) + (mask >> 1) + odd);
  return std::bit_cast<Real>(static_cast<bits_of<Real>>(pushed & ~mask));
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

/// Splits x into fraction and power of two (the C function `frexp`); exact, subnormal numbers included.
constexpr split frexp(double x) noexcept {
  if (detail::magnitude_bits(x) == 0 || is_nan(x) || is_infinite(x)) return {x, 0};
  const bool subnormal = detail::power(x) == -1023;
  const double scaled = subnormal ? x * 0x1p54 : x;
  constexpr std::uint64_t exponent_mask = detail::infinity_bits<double>;
  constexpr std::uint64_t exponent_of_half = std::uint64_t{1022} << 52;
  const auto fraction = (detail::to_bits(scaled) & ~exponent_mask) | exponent_of_half;
  return {std::bit_cast<double>(fraction), detail::power(scaled) + 1 - (subnormal ? 54 : 0)};
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
