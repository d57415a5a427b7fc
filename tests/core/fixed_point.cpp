// SPDX-License-Identifier: Apache-2.0
// Checks the fixed-point steps against wide integers and long double, on random and on adversarial values.
#include <tenon/core/fixed_point.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

using namespace tenon;

namespace {

__extension__ using wide = __int128;

constexpr std::int32_t lowest = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t highest = std::numeric_limits<std::int32_t>::max();

static_assert(to_q31(0.5) == q31_factor{1 << 30, 0} && to_q31(1.0) == q31_factor{1 << 30, 1});
static_assert(to_q31(0.0) == q31_factor{} && to_q31(0x1p-33) == q31_factor{});
static_assert(to_q31(0x1p-32) == q31_factor{1 << 30, -31});
static_assert(to_q31(0x1.ffffffffffp-1) == q31_factor{1 << 30, 1});
static_assert(to_q31(std::numeric_limits<double>::infinity()) == q31_factor{});
static_assert(to_q31(-0.5) == q31_factor{-(1 << 30), 0});
static_assert(high_multiply(lowest, lowest) == highest && high_multiply(lowest, highest) == -highest);
static_assert(high_multiply(1, 1 << 30) == 1 && high_multiply(-1, 1 << 30) == 0);
static_assert(rounding_shift_right(5, 1) == 3 && rounding_shift_right(-5, 1) == -3);
static_assert(rounding_shift_right(-5, 0) == -5);
static_assert(rounding_shift_right(lowest, 31) == -1 && rounding_shift_right(highest, 31) == 1);
static_assert(rounding_shift_right(1 << 30, 31) == 1 && rounding_shift_right(-(1 << 30), 31) == -1);
static_assert(rounding_shift_right(highest, 32) == 0 && rounding_shift_right(7, -5) == 7);
static_assert(scale32(3, to_q31(0.5)) == 2 && scale32(-3, to_q31(0.5)) == -1);
static_assert(scale32(highest, {highest, -31}) == 1 && scale32(lowest, {highest, lowest}) == 0);
static_assert(saturate_to_int32(std::int64_t{1} << 40) == highest);
static_assert(saturate_to_int32(-(std::int64_t{1} << 40)) == lowest);
static_assert(wrapping_add(highest, 1) == lowest && wrapping_subtract(lowest, 1) == highest);
static_assert(wrapping_multiply(1 << 30, 6) == lowest && wrapping_shift_left(3, 31) == lowest);
static_assert(wrapping_shift_left(3, 32) == 0 && wrapping_shift_left(3, -1) == 3);
static_assert(leading_zeros(0) == 32 && leading_zeros(1) == 31 && leading_zeros(0x80000000u) == 0);
static_assert(exponential_of_negative(0) == highest && reciprocal_of_one_plus(0) == highest);

/// floor(numerator / 2^count), by division.
constexpr wide floor_of_shift(wide numerator, int count) {
  const wide divisor = wide{1} << count;
  const wide quotient = numerator / divisor;
  return quotient - (numerator % divisor < 0 ? 1 : 0);
}

/// x / 2^count with halves away from zero, on the size.
constexpr wide shift_away(wide x, int count) {
  const wide size = x < 0 ? -x : x;
  const wide rounded = (2 * size + (wide{1} << count)) / (wide{2} << count);
  return x < 0 ? -rounded : rounded;
}

constexpr std::int32_t expected_high(std::int32_t a, std::int32_t b) {
  const wide result = floor_of_shift(wide{a} * b + (wide{1} << 30), 31);
  return static_cast<std::int32_t>(result > highest ? highest : result);
}

constexpr std::int32_t expected_scale32(std::int32_t x, std::int32_t multiplier, std::int32_t exponent) {
  const wide raised = wide{x} << (exponent > 0 ? exponent : 0);
  const auto wrapped = static_cast<std::int32_t>(static_cast<std::uint32_t>(raised));
  return static_cast<std::int32_t>(
      shift_away(expected_high(wrapped, multiplier), exponent < 0 ? -exponent : 0));
}

std::vector<std::int32_t> adversarial() {
  std::vector<std::int32_t> list{0, lowest, highest, lowest + 1, highest - 1};
  for (int power = 0; power < 31; ++power) {
    for (std::int32_t near : {-1, 0, 1}) {
      list.push_back((1 << power) + near);
      list.push_back(-(1 << power) + near);
      list.push_back(3 * (1 << (power / 2)) + near);
    }
  }
  return list;
}

std::int32_t any_int(std::mt19937& random) {
  return std::bit_cast<std::int32_t>(static_cast<std::uint32_t>(random())) >> (random() % 32);
}

}  // namespace

TEST_CASE("high_multiply and rounding_shift_right equal exact arithmetic") {
  int wrong = 0;
  for (const std::int32_t a : adversarial()) {
    for (const std::int32_t b : adversarial()) wrong += high_multiply(a, b) == expected_high(a, b) ? 0 : 1;
    for (int n = 0; n <= 31; ++n) wrong += rounding_shift_right(a, n) == shift_away(a, n) ? 0 : 1;
  }
  std::mt19937 random(1);
  for (int i = 0; i < 3'000'000; ++i) {
    const std::int32_t a = any_int(random);
    const std::int32_t b = any_int(random);
    const int n = static_cast<int>(random() % 32);
    wrong += high_multiply(a, b) == expected_high(a, b) ? 0 : 1;
    wrong += rounding_shift_right(a, n) == shift_away(a, n) ? 0 : 1;
  }
  CHECK(wrong == 0);
}

TEST_CASE("scale32 equals its definition for every exponent, and is defined beyond") {
  int wrong = 0;
  const std::array multipliers{0,           1 << 30,    (1 << 30) + 1, highest,
                               highest - 1, 1518500250, lowest,        -(1 << 30)};
  for (const std::int32_t x : adversarial()) {
    for (const std::int32_t m : multipliers) {
      for (int e = -31; e <= 31; ++e) wrong += scale32(x, {m, e}) == expected_scale32(x, m, e) ? 0 : 1;
      for (const int e : {lowest, -1000, -33, -32, 32, 33, 1000, highest})
        wrong += scale32(x, {m, e}) == 0 ? 0 : 1;
    }
  }
  std::mt19937 random(2);
  for (int i = 0; i < 3'000'000; ++i) {
    const std::int32_t x = any_int(random);
    const auto m = static_cast<std::int32_t>((random() >> 2) | (1u << 30));
    const int e = static_cast<int>(random() % 44) - 31;
    wrong += scale32(x, {m, e}) == expected_scale32(x, m, e) ? 0 : 1;
  }
  CHECK(wrong == 0);
}

TEST_CASE("to_q31 equals the definition written with the C library") {
  std::mt19937_64 random(3);
  int wrong = 0;
  for (int i = 0; i < 1'000'000; ++i) {
    const double r = std::ldexp(static_cast<double>(random() >> 11), static_cast<int>(random() % 60) - 95);
    int e = 0;
    auto m = static_cast<std::int64_t>(std::round(std::frexp(r, &e) * 2147483648.0));
    if (m == std::int64_t{1} << 31) {
      m = 1 << 30;
      ++e;
    }
    if (e < -31) m = e = 0;
    wrong += to_q31(r) == q31_factor{static_cast<std::int32_t>(m), e} ? 0 : 1;
  }
  CHECK(wrong == 0);
}

TEST_CASE("scale64 equals exact arithmetic") {
  std::mt19937_64 random(4);
  int wrong = 0;
  for (int i = 0; i < 2'000'000; ++i) {
    const auto x = std::bit_cast<std::int64_t>(static_cast<std::uint64_t>(random())) >> (17 + random() % 47);
    auto m = static_cast<std::int32_t>((random() >> 34) | (1u << 30));
    if (i % 16 == 0) m = highest - static_cast<std::int32_t>(random() % 0x20000);
    const int e = static_cast<int>(random() % 46) - 31;
    const wide cut = m < 0x7fff0000 ? (m + 32768) / 65536 : 32767;
    const wide result = floor_of_shift(wide{x} * cut + (wide{1} << (14 - e)), 15 - e);
    wrong += scale64(x, {m, e}) == static_cast<std::int32_t>(static_cast<std::uint32_t>(result)) ? 0 : 1;
  }
  CHECK(wrong == 0);
  CHECK(scale64(5, {1 << 30, 16}) == 5 << 15);
  for (const int e : {lowest, -48, 47, highest}) CHECK(scale64(-5, {highest, e}) == 0);
}

TEST_CASE("exponential_of_negative is within its series' remainder of e^a over the whole range") {
  // Degree four around -1/8 leaves (1/8)^5 / 5! of 2^31, which is 546; the rest is rounding.
  long double worst = 0;
  for (std::int64_t a = lowest; a <= 0; a += 997) {
    const long double exact = std::exp(static_cast<long double>(a) / 67108864.0L) * 2147483648.0L;
    const std::int32_t got = exponential_of_negative(static_cast<std::int32_t>(a));
    worst = std::max(worst, std::fabs(exact - static_cast<long double>(got)));
  }
  CHECK(worst < 600.0L);
}

struct point {
  std::int32_t argument;
  std::int32_t value;
};

TEST_CASE(
    "the softmax functions give the values of a separate implementation that was compared with LiteRT") {
  constexpr std::array exponentials{
      point{0, 2147483647},         point{-1, 2147483124},        point{-2, 2147483093},
      point{-1000, 2147451157},     point{-16777215, 1672462444}, point{-16777216, 1672462419},
      point{-16777217, 1672461539}, point{-67108864, 790015308},  point{-123456789, 341177383},
      point{-400000000, 5537746},   point{-1073741824, 242},      point{lowest, 0}};
  for (const auto [argument, value] : exponentials) CHECK(exponential_of_negative(argument) == value);
  constexpr std::array reciprocals{point{0, 2147483647},          point{1, 2147483647},
                                   point{12345678, 2135208542},   point{536870912, 1717986914},
                                   point{1073741824, 1431655762}, point{1518500250, 1257966800},
                                   point{2000000000, 1111923858}, point{2147483647, 1073741820}};
  for (const auto [argument, value] : reciprocals) CHECK(reciprocal_of_one_plus(argument) == value);
}

TEST_CASE("the softmax functions equal that implementation on the sum over their whole range") {
  std::uint32_t exponentials = 0;
  for (std::int64_t a = 0; a >= lowest; a -= 99'991) {
    exponentials =
        exponentials * 31 + static_cast<std::uint32_t>(exponential_of_negative(static_cast<std::int32_t>(a)));
  }
  CHECK(exponentials == 2298469901u);
  std::uint32_t reciprocals = 0;
  for (std::int64_t f = 0; f <= highest; f += 99'991) {
    reciprocals =
        reciprocals * 31 + static_cast<std::uint32_t>(reciprocal_of_one_plus(static_cast<std::int32_t>(f)));
  }
  CHECK(reciprocals == 3713185099u);
}

TEST_CASE("reciprocal_of_one_plus is close to 1 / (1 + f) over the whole range") {
  long double worst = 0;
  for (std::int64_t f = 0; f <= highest; f += 499) {
    const long double exact = 2147483648.0L / (1.0L + static_cast<long double>(f) / 2147483648.0L);
    const std::int32_t got = reciprocal_of_one_plus(static_cast<std::int32_t>(f));
    worst = std::max(worst, std::fabs(exact - static_cast<long double>(got)));
  }
  CHECK(worst < 64.0L);
}

TEST_CASE("arguments without a meaning still have a defined result, the same in constant expressions") {
  static constexpr std::array values{lowest, -1, 1, 12345, 1 << 24, highest};
  static constexpr auto exponentials = [] {
    auto results = values;
    for (auto& x : results) x = exponential_of_negative(x);
    return results;
  }();
  static constexpr auto reciprocals = [] {
    auto results = values;
    for (auto& x : results) x = reciprocal_of_one_plus(x);
    return results;
  }();
  for (std::size_t i = 0; i < values.size(); ++i) {
    CHECK(exponential_of_negative(values[i]) == exponentials[i]);
    CHECK(reciprocal_of_one_plus(values[i]) == reciprocals[i]);
  }
}
