// SPDX-License-Identifier: Apache-2.0
// Checks rounding, splitting and scaling of floating-point numbers against the C library, on all bit kinds.
#include <tenon/core/float_bits.hpp>

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

namespace math = tenon::math;

namespace {

template <class Real>
bool same(Real a, Real b) {
  return (std::isnan(a) && std::isnan(b)) || (a == b && std::signbit(a) == std::signbit(b));
}

constexpr double infinity = std::numeric_limits<double>::infinity();

static_assert(math::round_away(2.5) == 3.0 && math::round_away(-2.5) == -3.0 &&
              math::round_away(0.5f) == 1.0f);
static_assert(math::round_even(2.5) == 2.0 && math::round_even(3.5) == 4.0 &&
              math::round_even(-0.5f) == 0.0f);
static_assert(math::floor(-0.5) == -1.0 && math::ceil(0.5f) == 1.0f && math::abs(-2.0f) == 2.0f);
static_assert(math::frexp(-12.0).fraction == -0.75 && math::frexp(-12.0).exponent == 4);
static_assert(math::frexp(0x1p-1074).fraction == 0.5 && math::frexp(0x1p-1074).exponent == -1073);
static_assert(math::ldexp(0.75, 4) == 12.0 && math::ldexp(1.0, 1024) == infinity &&
              math::ldexp(1.0, -1075) == 0.0);
static_assert(math::is_nan(std::numeric_limits<float>::quiet_NaN()) && !math::is_nan(infinity));
static_assert(math::is_infinite(-infinity) && !math::is_infinite(std::numeric_limits<double>::max()));

/// Numbers near every integer and half below 2000, near powers of two, the special ones, and random bit
/// patterns.
template <class Real>
std::vector<Real> interesting() {
  using limits = std::numeric_limits<Real>;
  std::vector<Real> list{0,
                         -Real{0},
                         limits::infinity(),
                         -limits::infinity(),
                         limits::quiet_NaN(),
                         limits::max(),
                         limits::lowest(),
                         limits::denorm_min(),
                         limits::min(),
                         -limits::min()};
  const auto add_around = [&](Real x) {
    for (Real y : {x, std::nextafter(x, limits::infinity()), std::nextafter(x, -limits::infinity())}) {
      list.push_back(y);
      list.push_back(-y);
    }
  };
  for (int i = 0; i < 4000; ++i) add_around(static_cast<Real>(i) / 2);
  for (int i = limits::min_exponent - limits::digits; i < limits::max_exponent; ++i) {
    add_around(std::ldexp(Real{1}, i));
    add_around(std::ldexp(Real{1}, i) + Real{0.5});
  }
  std::mt19937_64 random(7);
  for (int i = 0; i < 300'000; ++i) {
    if constexpr (sizeof(Real) == 4) {
      list.push_back(std::bit_cast<float>(static_cast<std::uint32_t>(random())));
    } else {
      list.push_back(std::bit_cast<double>(random()));
    }
    list.push_back(static_cast<Real>(static_cast<std::int64_t>(random()) >> (random() % 63)) / Real{8});
  }
  return list;
}

template <class Real>
void check_rounding() {
  int wrong = 0;
  for (const Real x : interesting<Real>()) {
    wrong += same(math::floor(x), std::floor(x)) ? 0 : 1;
    wrong += same(math::ceil(x), std::ceil(x)) ? 0 : 1;
    wrong += same(math::round_away(x), std::round(x)) ? 0 : 1;
    wrong += same(math::round_even(x), std::nearbyint(x)) ? 0 : 1;
    wrong += same(math::abs(x), std::fabs(x)) ? 0 : 1;
    wrong += math::is_nan(x) == std::isnan(x) && math::is_infinite(x) == std::isinf(x) ? 0 : 1;
  }
  CHECK(wrong == 0);
}

}  // namespace

TEST_CASE("rounding to integers equals the C library, bit for bit") {
  check_rounding<double>();
  check_rounding<float>();
}

TEST_CASE("frexp and ldexp equal the C library, subnormal and huge numbers included") {
  std::mt19937_64 random(11);
  int wrong = 0;
  for (const double x : interesting<double>()) {
    int exponent = 0;
    const double fraction = std::frexp(x, &exponent);
    const math::split parts = math::frexp(x);
    wrong += same(parts.fraction, fraction) ? 0 : 1;
    if (std::isfinite(x)) wrong += parts.exponent == exponent ? 0 : 1;
    const int shift = static_cast<int>(random() % 4400) - 2200;
    wrong += same(math::ldexp(x, shift), std::ldexp(x, shift)) ? 0 : 1;
    const int to_subnormal = -1074 - parts.exponent + static_cast<int>(random() % 56) - 2;
    wrong += same(math::ldexp(x, to_subnormal), std::ldexp(x, to_subnormal)) ? 0 : 1;
    wrong += same(math::ldexp(x, std::numeric_limits<int>::min()), x * 0.0 == 0.0 ? std::copysign(0.0, x) : x)
                 ? 0
                 : 1;
  }
  CHECK(wrong == 0);
}
