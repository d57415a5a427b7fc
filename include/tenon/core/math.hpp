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
#if defined(TENON_MEMORY_SANITIZER)
    // It takes the statement for a use of x, and nothing is contracted with it.
#elif defined(__x86_64__)
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

// The functions below take one way for all numbers: what is not a number, infinities and the ends of their range are put in
// by selects, so that the time of a call tells nothing of its argument.

namespace detail {

/// x * 2^exponent for -1100 <= exponent <= 1100 and x near 1: one rounding, as the first product is exact.
constexpr double raised(double x, int exponent) noexcept {
  const int half = exponent / 2;
  const auto power_of_two = [](int power) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(power + 1023) << 52);
  };
  return x * power_of_two(half) * power_of_two(exponent - half);
}

}  // namespace detail

/// e^x, within one unit in the last place; above 709.78 an infinity, below -745.13 zero.
constexpr double exp(double x) noexcept {
  using detail::product;
  constexpr double low = -746.0;
  constexpr double high = 0x1.62e42fefa39efp+9;
  const double inside = detail::rounded(select(x > low, select(x < high, x, high), low));
  const int power = static_cast<int>(product(inside, detail::log2_of_e) + detail::signed_like(inside, 0.5));
  const double upper = inside - product(power, detail::ln2_high);
  const double lower = product(power, detail::ln2_low);
  const double r = upper - lower;
  const double square = product(r, r);
  // e^r = 1 + 2r / (r coth(r/2) - r), written so that the large part 1 + upper is added last.
  const double c = r - product(square, detail::polynomial(square, detail::half_coth_series));
  const double result = detail::raised(1.0 - ((lower - product(r, c) / (2.0 - c)) - upper), power);
  return select(is_nan(x), x, select(x > high, detail::infinity, result));
}

/// The natural logarithm, within one unit in the last place; minus infinity for 0, NaN for negative x.
constexpr double log(double x) noexcept {
  using detail::product;
  const bool is_inside = (x > 0.0) & (x < detail::infinity);
  const split parts = frexp(select(is_inside, x, 1.0));
  const bool is_low = parts.fraction < 0x1.6a09e667f3bcdp-1;
  const int exponent = parts.exponent - int{is_low};
  const double f = parts.fraction * select(is_low, 2.0, 1.0) - 1.0;
  const double s = f / (2.0 + f);
  const double square = product(s, s);
  const double half_square = product(0.5 * f, f);
  const double rest = product(square, detail::polynomial(square, detail::atanh_series));
  const double small = product(s, half_square + rest) + product(exponent, detail::ln2_low);
  const double result = product(exponent, detail::ln2_high) - ((half_square - small) - f);
  const double outside = select(x < 0.0, std::numeric_limits<double>::quiet_NaN(), x);
  return select(is_inside, result, select(x == 0.0, -detail::infinity, outside));
}

/// The hyperbolic tangent, within two units in the last place.
constexpr double tanh(double x) noexcept {
  const double size = abs(x);
  const bool is_small = size < 0.55;
  const double small = detail::rounded(select(is_small, x, 0.0));
  const double square = detail::product(small, small);
  const double near_zero = small / (1.0 + detail::product(square, detail::polynomial(square, detail::coth_series)));
  // From 20 on it is 1.
  const double decay = exp(-2.0 * select(size < 20.0, size, 20.0));
  const double far = detail::signed_like(x, 1.0 - 2.0 * decay / (1.0 + decay));
  return select(is_nan(x), x, select(is_small, near_zero, far));
}

/// The square root, correctly rounded; of a negative number NaN.
constexpr double sqrt(double x) noexcept {
  const bool is_inside = (x > 0.0) & (x < detail::infinity);
  const split parts = frexp(select(is_inside, x, 1.0));
  const int odd = parts.exponent & 1;
  std::uint64_t remainder = static_cast<std::uint64_t>(parts.fraction * 0x1p53) << (2 - odd);
  std::uint64_t root = 0;
  // One result bit a step, from 2^53 down: the remainder is doubled instead of the trial bit squared.
  for (std::uint64_t bit = std::uint64_t{1} << 53; bit != 0; bit >>= 1) {
    const std::uint64_t trial = 2 * root + bit;
    const std::uint64_t fits = std::uint64_t{0} - std::uint64_t{trial <= remainder};
    root += bit & fits;
    remainder = (remainder - (trial & fits)) << 1;
  }
  const std::uint64_t significand = (root + 1) >> 1;
  const double result = detail::raised(static_cast<double>(significand), (parts.exponent + odd) / 2 - 53);
  return select(is_inside, result, select(x < 0.0, std::numeric_limits<double>::quiet_NaN(), x));
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

/// erfc(x) for 0.5 <= x <= 28: the trapezium rule with step 1/2 on its Gaussian integral, whose own error is below
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
  return select(x > 6.0, integral, integral - 2.0 / (exp(4.0 * pi * x) - 1.0));
}

}  // namespace detail

/// The complementary error function 1 - erf(x), within eight units in the last place.
constexpr double erfc(double x) noexcept {
  const double size = abs(x);
  const bool is_small = size < 0.5;
  const double small = detail::rounded(select(is_small, x, 0.0));
  const double series = detail::polynomial(detail::product(small, small), detail::erf_series);
  const double near_zero = 1.0 - detail::product(detail::product(detail::two_over_root_pi, small), series);
  // From 28 on it is 0.
  const double large = detail::erfc_of_large(detail::rounded(select(is_small, 0.5, select(size < 28.0, size, 28.0))));
  const double far = select(x < 0.0, 2.0 - large, large);
  return select(is_nan(x), x, select(is_small, near_zero, far));
}

}  // namespace tenon::math
