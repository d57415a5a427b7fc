// SPDX-License-Identifier: Apache-2.0
// Checks every requantization rule against the floating-point or wide-integer formula that it names.
#include <tenon/core/requantize.hpp>

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <type_traits>
#include <vector>

using namespace tenon;

namespace {

constexpr std::int32_t lowest = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t highest = std::numeric_limits<std::int32_t>::max();

static_assert(std::is_same_v<rounding::tflite::conv2d_rule, q31_rule>);
static_assert(std::is_same_v<rounding::tflite::dense_rule, double_rule>);
static_assert(std::is_same_v<rounding::float32::conv2d_rule, float32_rule>);
static_assert(std::is_same_v<rounding::float32::dense_rule, float32_rule>);

// The rules part ways on halves: 3 * 0.5, -3 * 0.5 and 5 * 0.5.
template <class Rule>
constexpr std::int32_t halved(std::int32_t accumulator) {
  return Rule::apply(accumulator, Rule::make(0.5f, 0.5f, 0.5f));
}
static_assert(halved<q31_rule>(3) == 2 && halved<q31_rule>(-3) == -1 && halved<q31_rule>(5) == 3);
static_assert(halved<double_rule>(3) == 2 && halved<double_rule>(-3) == -2 && halved<double_rule>(5) == 3);
static_assert(halved<float32_rule>(3) == 2 && halved<float32_rule>(-3) == -2 && halved<float32_rule>(5) == 2);
static_assert(double_rule::make_from_real(1.0) == double_rule::factor{0, 1 << 20, -52});
static_assert(double_rule::make_from_real(-1.0 - 0x1p-52).significand() == -(std::int64_t{1} << 52) - 1);
static_assert(double_rule::make_from_real(0.0) == double_rule::factor{});
static_assert(float32_rule::make_from_real(1e300) == 0x1p31f &&
              float32_rule::make_from_real(-1e300) == -0x1p31f);

std::int32_t saturated(double x) {
  if (x >= 0x1p31) return highest;
  return x < -0x1p31 ? lowest : static_cast<std::int32_t>(x);
}

std::int32_t expected_double(std::int32_t accumulator, double real) {
  const double product = static_cast<double>(accumulator) * real;
  return saturated(std::round(product));
}

std::int32_t expected_float32(std::int32_t accumulator, double real) {
  const float product = static_cast<float>(accumulator) * static_cast<float>(real);
  return saturated(static_cast<double>(std::nearbyint(product)));
}

bool agrees(std::int32_t accumulator, double real) {
  return double_rule::apply(accumulator, double_rule::make_from_real(real)) ==
             expected_double(accumulator, real) &&
         float32_rule::apply(accumulator, float32_rule::make_from_real(real)) ==
             expected_float32(accumulator, real);
}

std::int32_t any_int(std::mt19937_64& random) {
  return std::bit_cast<std::int32_t>(static_cast<std::uint32_t>(random() >> 32)) >> (random() % 32);
}

std::vector<std::int32_t> adversarial() {
  std::vector<std::int32_t> list{0, lowest, highest, lowest + 1, highest - 1};
  for (int power = 0; power < 31; ++power) {
    for (std::int32_t near : {-1, 0, 1}) {
      list.push_back((1 << power) + near);
      list.push_back(-(1 << power) + near);
    }
  }
  return list;
}

}  // namespace

TEST_CASE("the double and float32 rules equal their formulas on adversarial accumulators and factors") {
  int wrong = 0;
  for (const std::int32_t accumulator : adversarial()) {
    for (int exponent = -120; exponent <= 70; ++exponent) {
      for (const double significand :
           {1.0, 1.5, 1.0 + 0x1p-52, 2.0 - 0x1p-52, 1.0 / 0.75, 0x1.6a09e667f3bcdp0}) {
        wrong += agrees(accumulator, std::ldexp(significand, exponent)) ? 0 : 1;
        wrong += agrees(accumulator, -std::ldexp(significand, exponent)) ? 0 : 1;
      }
    }
    for (const double real : {0.0, std::numeric_limits<double>::denorm_min(), 1e-310, 1e-60, 1e38}) {
      wrong += agrees(accumulator, real) ? 0 : 1;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("the double and float32 rules equal their formulas on random values") {
  std::mt19937_64 random(1);
  int wrong = 0;
  for (int i = 0; i < 4'000'000; ++i) {
    const double significand = 1.0 + static_cast<double>(random() >> 12) * 0x1p-52;
    const double real = std::ldexp(significand, static_cast<int>(random() % 48) - 40);
    wrong += agrees(any_int(random), real) ? 0 : 1;
  }
  CHECK(wrong == 0);
}

TEST_CASE("the double rule rounds the product to 53 bits before it rounds to an integer") {
  std::mt19937_64 random(2);
  int wrong = 0;
  int double_rounding_seen = 0;
  for (int i = 0; i < 2'000'000; ++i) {
    // A factor within one unit of (n + 1/2) / accumulator puts the exact product next to a half.
    const auto accumulator = static_cast<std::int32_t>(random() % 1'000'000) + 3;
    const double half = static_cast<double>(random() % 255) + 0.5;
    const double near = half / static_cast<double>(accumulator);
    for (const double real : {near, std::nextafter(near, 0.0), std::nextafter(near, 1e9)}) {
      wrong += agrees(accumulator, real) && agrees(-accumulator, real) ? 0 : 1;
      const double product = static_cast<double>(accumulator) * real;
      const double error = std::fma(static_cast<double>(accumulator), real, -product);
      double_rounding_seen += product == half && error < 0.0 ? 1 : 0;
    }
  }
  CHECK(wrong == 0);
  CHECK(double_rounding_seen > 1000);
}

TEST_CASE("the float32 rule meets ties and takes them to the even integer") {
  int wrong = 0;
  for (std::int32_t accumulator = -70'001; accumulator <= 70'001; ++accumulator) {
    for (const double real : {0.5, 0.25, 0.125, 1.5, 2.5, 1.0, 0x1p-16})
      wrong += agrees(accumulator, real) ? 0 : 1;
  }
  CHECK(wrong == 0);
}

TEST_CASE("factors are formed in the precision that each rule names") {
  std::mt19937_64 random(3);
  int wrong = 0;
  int precision_matters = 0;
  for (int i = 0; i < 300'000; ++i) {
    std::array<float, 3> scales{};
    for (float& scale : scales) {
      scale = std::ldexp(1.0f + static_cast<float>(random() >> 41) * 0x1p-23f,
                         static_cast<int>(random() % 20) - 16);
    }
    const auto [input, weight, output] = scales;
    const double real =
        static_cast<double>(input) * static_cast<double>(weight) / static_cast<double>(output);
    wrong += q31_rule::make(input, weight, output) == to_q31(real) ? 0 : 1;
    const double_rule::factor exact = double_rule::make(input, weight, output);
    wrong += std::ldexp(static_cast<double>(exact.significand()), exact.exponent) == real ? 0 : 1;
    const float product = input * weight;
    wrong += float32_rule::make(input, weight, output) == product / output ? 0 : 1;
    precision_matters += product / output != static_cast<float>(real) ? 1 : 0;
    const std::int32_t accumulator = any_int(random);
    wrong += q31_rule::apply(accumulator, to_q31(real)) == scale32(accumulator, to_q31(real)) ? 0 : 1;
  }
  CHECK(wrong == 0);
  CHECK(precision_matters > 1000);
}

TEST_CASE("factors that are not finite have a defined result") {
  const double infinity = std::numeric_limits<double>::infinity();
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const double real : {infinity, -infinity, nan}) {
    CHECK(double_rule::apply(highest, double_rule::make_from_real(real)) == 0);
    CHECK(q31_rule::apply(highest, q31_rule::make_from_real(real)) == 0);
  }
  CHECK(float32_rule::apply(-1, float32_rule::make_from_real(infinity)) == lowest);
  CHECK(float32_rule::apply(-1, float32_rule::make_from_real(-infinity)) == highest);
  CHECK(float32_rule::apply(highest, float32_rule::make_from_real(nan)) == 0);
  CHECK(float32_rule::apply(0, float32_rule::make_from_real(infinity)) == 0);
}
