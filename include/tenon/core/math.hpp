// SPDX-License-Identifier: Apache-2.0
// Elementary functions with the same bits in constant expressions and at run time, without a maths library.
#pragma once

#include <tenon/core/float_bits.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

namespace tenon::math {

namespace detail {

/// Returns x, and keeps the compiler from merging the operation that made it with the one that uses it.
constexpr double rounded(double x) noexcept {
  if (!std::is_constant_evaluated()) {
#if defined(__x86_64__)
    asm("" : "+x"(x));
#elif defined(__aarch64__)
    asm("" : "+w"(x));
#else
    asm("" : "+m"(x));
#endif
  }
  return x;
}

constexpr double product(double a, double b) noexcept {
  return rounded(a * b);
}

/// Sum of coefficients[i] * x^i.
template <std::size_t Count>
constexpr double polynomial(double x, const std::array<double, Count>& coefficients) noexcept {
  double sum = coefficients[Count - 1];
  for (std::size_t i = Count - 1; i > 0; --i) sum = coefficients[i - 1] + product(sum, x);
  return sum;
}

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double log2_of_e = 0x1.71547652b82fep+0;
// ln 2 in two parts; the first has so few bits that its product with any binary exponent is exact.
inline constexpr double ln2_high = 0x1.62e42feep-1;
inline constexpr double ln2_low = 0x1.a39ef35793c76p-33;

// r * coth(r / 2) = 2 + r^2 * series(r^2): Bernoulli numbers over factorials, exact fractions.
inline constexpr std::array<double, 6> half_coth_series{
    1.0 / 6.0, -1.0 / 360.0, 1.0 / 15120.0, -1.0 / 604800.0, 1.0 / 23950080.0, -691.0 / 653837184000.0};

// x * coth(x) = 1 + x^2 * series(x^2): the same numbers, with more terms for |x| <= 0.55.
inline constexpr std::array<double, 11> coth_series{
    1.0 / 3.0,       -1.0 / 45.0,                2.0 / 945.0,
    -1.0 / 4725.0,   2.0 / 93555.0,              -1382.0 / 638512875.0,
    4.0 / 18243225.0, -3617.0 / 162820783125.0,  87734.0 / 38979295480125.0,
    -349222.0 / 1531329465290625.0, 310732.0 / 13447856940643125.0};

// atanh(s) = s + s^3 * series(s^2) / 2.
inline constexpr std::array<double, 10> atanh_series{
    2.0 / 3.0,  2.0 / 5.0,  2.0 / 7.0,  2.0 / 9.0,  2.0 / 11.0,
    2.0 / 13.0, 2.0 / 15.0, 2.0 / 17.0, 2.0 / 19.0, 2.0 / 21.0};

// erf(x) = x * series(x^2) for |x| < 0.5: 2 / sqrt(pi) * (-1)^n / (n! (2n + 1)).
inline constexpr double two_over_root_pi = 0x1.20dd750429b6dp+0;
inline constexpr std::array<double, 12> erf_series{
    1.0,         -1.0 / 3.0,    1.0 / 10.0,   -1.0 / 42.0,    1.0 / 216.0,     -1.0 / 1320.0,
    1.0 / 9360.0, -1.0 / 75600.0, 1.0 / 685440.0, -1.0 / 6894720.0, 1.0 / 76204800.0, -1.0 / 918086400.0};

}  // namespace detail

/// e^x, within one unit in the last place; above 709.78 an infinity, below -745.13 zero.
constexpr double exp(double x) noexcept {
  using detail::product;
  if (is_nan(x)) return x;
  if (x > 0x1.62e42fefa39efp+9) return detail::infinity;
  if (x < -0x1.74910d52d3051p+9) return 0.0;
  x = detail::rounded(x);
  const int power = static_cast<int>(product(x, detail::log2_of_e) + (x < 0 ? -0.5 : 0.5));
  const double high = x - product(power, detail::ln2_high);
  const double low = product(power, detail::ln2_low);
  const double r = high - low;
  const double square = product(r, r);
  // e^r = 1 + 2r / (r coth(r/2) - r), written so that the large part 1 + high is added last.
  const double c = r - product(square, detail::polynomial(square, detail::half_coth_series));
  return ldexp(1.0 - ((low - product(r, c) / (2.0 - c)) - high), power);
}

/// The natural logarithm, within one unit in the last place; minus infinity for 0, NaN for negative x.
constexpr double log(double x) noexcept {
  using detail::product;
  if (is_nan(x)) return x;
  if (x == 0.0) return -detail::infinity;
  if (x < 0.0) return std::numeric_limits<double>::quiet_NaN();
  if (is_infinite(x)) return x;
  split parts = frexp(x);
  if (parts.fraction < 0x1.6a09e667f3bcdp-1) parts = {parts.fraction * 2.0, parts.exponent - 1};
  const double f = parts.fraction - 1.0;
  const double s = f / (2.0 + f);
  const double square = product(s, s);
  const double half_square = product(0.5 * f, f);
  const double rest = product(square, detail::polynomial(square, detail::atanh_series));
  const double small = product(s, half_square + rest) + product(parts.exponent, detail::ln2_low);
  return product(parts.exponent, detail::ln2_high) - ((half_square - small) - f);
}

/// The hyperbolic tangent, within two units in the last place.
constexpr double tanh(double x) noexcept {
  if (is_nan(x)) return x;
  x = detail::rounded(x);
  const double size = abs(x);
  if (size < 0.55) {
    const double square = detail::product(x, x);
    return x / (1.0 + detail::product(square, detail::polynomial(square, detail::coth_series)));
  }
  if (size > 20.0) return detail::signed_like(x, 1.0);
  const double decay = exp(-2.0 * size);
  return detail::signed_like(x, 1.0 - 2.0 * decay / (1.0 + decay));
}

/// The square root, correctly rounded; of a negative number NaN.
constexpr double sqrt(double x) noexcept {
  if (is_nan(x) || x == 0.0) return x;
  if (x < 0.0) return std::numeric_limits<double>::quiet_NaN();
  if (is_infinite(x)) return x;
  const split parts = frexp(x);
  const bool odd = (parts.exponent & 1) != 0;
  std::uint64_t remainder = static_cast<std::uint64_t>(parts.fraction * 0x1p53) << (odd ? 1 : 2);
  std::uint64_t root = 0;
  // One result bit a step, from 2^53 down: the remainder is doubled instead of the trial bit squared.
  for (std::uint64_t bit = std::uint64_t{1} << 53; bit != 0; bit >>= 1) {
    const std::uint64_t trial = 2 * root + bit;
    if (trial <= remainder) {
      root += bit;
      remainder -= trial;
    }
    remainder <<= 1;
  }
  const std::uint64_t significand = (root + 1) >> 1;
  return ldexp(static_cast<double>(significand), (parts.exponent + (odd ? 1 : 0)) / 2 - 53);
}
constexpr float sqrt(float x) noexcept {
  // Rounding the correctly rounded double again is harmless: 53 >= 2 * 24 + 2.
  return static_cast<float>(sqrt(static_cast<double>(x)));
}

namespace detail {

/// e^(-x^2), the square in two parts so that its rounding error is not magnified.
constexpr double gaussian(double x) noexcept {
  const double coarse = std::bit_cast<double>(to_bits(x) & ~std::uint64_t{0x7ffffff});
  const double rest = product(x - coarse, x + coarse);
  return product(exp(-product(coarse, coarse)), exp(-rest));
}

// e^(-n^2 / 4): the weights of the trapezium rule in `erfc`.
inline constexpr auto trapezium_weights = [] {
  std::array<double, 12> weights{};
  for (std::size_t n = 0; n < weights.size(); ++n) {
    const auto position = static_cast<double>(n + 1);
    weights[n] = exp(-0.25 * position * position);
  }
  return weights;
}();

/// erfc(x) for x >= 0.5: the trapezium rule with step 1/2 on its Gaussian integral, whose own error is below
/// 1e-16.
constexpr double erfc_of_large(double x) noexcept {
  constexpr double pi = 0x1.921fb54442d18p+1;
  const double square = product(x, x);
  double sum = 0.0;
  for (std::size_t n = trapezium_weights.size(); n > 0; --n) {
    const auto position = static_cast<double>(n);
    sum += 2.0 * trapezium_weights[n - 1] / (square + 0.25 * (position * position));
  }
  const double integral = product(product(x / (2.0 * pi), gaussian(x)), sum + 1.0 / square);
  // The pole of the integrand inside the strip; beyond 6 it is far below one unit in the last place.
  return x > 6.0 ? integral : integral - 2.0 / (exp(4.0 * pi * x) - 1.0);
}

}  // namespace detail

/// The complementary error function 1 - erf(x), within eight units in the last place.
constexpr double erfc(double x) noexcept {
  if (is_nan(x)) return x;
  x = detail::rounded(x);
  if (abs(x) < 0.5) {
    const double series = detail::polynomial(detail::product(x, x), detail::erf_series);
    return 1.0 - detail::product(detail::product(detail::two_over_root_pi, x), series);
  }
  if (x < 0.0) return x < -6.0 ? 2.0 : 2.0 - detail::erfc_of_large(-x);
  return x > 28.0 ? 0.0 : detail::erfc_of_large(x);
}

}  // namespace tenon::math
