// SPDX-License-Identifier: Apache-2.0
// Checks quantizing and dequantizing of real numbers against the formulas written with the C library.
#include <tenon/core/encoding.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

using tenon::dequantize_value;
using tenon::encoding;
using tenon::quantize_value;

namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr float nan = std::numeric_limits<float>::quiet_NaN();
constexpr float largest = std::numeric_limits<float>::max();

template <encoding Encoding>
constexpr std::int32_t zero_point_of_argument = Encoding.zero_point;

static_assert(zero_point_of_argument<encoding{0.5f, -3}> == -3);
static_assert(!encoding{}.known() && encoding{0.1f, 0}.known() && !encoding{infinity, 0}.known());
static_assert(!encoding{-1.0f, 0}.known() && !encoding{nan, 0}.known());
static_assert(encoding{0.5f, 1} == encoding{0.5f, 1} && encoding{0.5f, 1} != encoding{0.5f, 2});

static_assert(quantize_value(0.5f, {1.0f, 0}, -128, 127) == 1 &&
              quantize_value(2.5f, {1.0f, 0}, -128, 127) == 3);
static_assert(quantize_value(-0.5f, {1.0f, 0}, -128, 127) == -1 &&
              quantize_value(0.0f, {0.1f, -7}, -128, 127) == -7);
static_assert(quantize_value(nan, {1.0f, 5}, -128, 127) == 5 &&
              quantize_value(nan, {1.0f, 200}, -128, 127) == 127);
static_assert(quantize_value(infinity, {1.0f, 5}, -128, 127) == 127 &&
              quantize_value(-infinity, {1.0f, 5}, -128, 127) == -128);
static_assert(quantize_value(largest, {0x1p-149f, 5}, -128, 127) == 127);
static_assert(quantize_value(-largest, {0x1p-149f, 5}, -128, 127) == -128);
static_assert(quantize_value(largest, {largest, 5}, -128, 127) == 6);
static_assert(quantize_value(1.0f, {}, -128, 127) == 0);
static_assert(quantize_value(infinity, {largest, 0}, -128, 127) == 127);
static_assert(dequantize_value(-128, {0.5f, -3}) == -62.5f && dequantize_value(-3, {0.1f, -3}) == 0.0f);

/// The rule as text: round(float32 quotient) + zero point, clamped; the quotient must be finite.
std::int32_t expected(float x, encoding to, std::int32_t low, std::int32_t high) {
  const float quotient = x / to.scale;
  const double sum = static_cast<double>(std::round(quotient)) + to.zero_point;
  return static_cast<std::int32_t>(std::clamp(sum, static_cast<double>(low), static_cast<double>(high)));
}

std::uint32_t any_bits(std::mt19937_64& random) { return static_cast<std::uint32_t>(random() >> 32); }

encoding ordinary_encoding(std::mt19937_64& random) {
  const float significand = 1.0f + static_cast<float>(random() >> 41) * 0x1p-23f;
  const int exponent = static_cast<int>(random() % 60) - 30;
  return {std::ldexp(significand, exponent), static_cast<std::int32_t>(random() % 256) - 128};
}

}  // namespace

TEST_CASE("quantize equals the float32 formula on random numbers, scales and ties") {
  std::mt19937_64 random(1);
  std::uniform_real_distribution<float> uniform(-300.0f, 300.0f);
  int wrong = 0;
  for (int i = 0; i < 1'000'000; ++i) {
    const encoding to = ordinary_encoding(random);
    const float x = uniform(random) * to.scale;
    const float tie = (static_cast<float>(static_cast<int>(random() % 512) - 256) + 0.5f) * to.scale;
    wrong += quantize_value(x, to, -128, 127) == expected(x, to, -128, 127) ? 0 : 1;
    wrong += quantize_value(tie, to, -128, 127) == expected(tie, to, -128, 127) ? 0 : 1;
    wrong += quantize_value(200.0f * x, to, -32768, 32767) == expected(200.0f * x, to, -32768, 32767) ? 0 : 1;
  }
  CHECK(wrong == 0);
}

TEST_CASE("quantize is defined for every bit pattern of number and scale, and stays within the range") {
  std::mt19937_64 random(2);
  int wrong = 0;
  for (int i = 0; i < 1'000'000; ++i) {
    const float x = std::bit_cast<float>(any_bits(random));
    const encoding to{std::bit_cast<float>(any_bits(random)), std::bit_cast<std::int32_t>(any_bits(random))};
    const std::int32_t q = quantize_value(x, to, -128, 127);
    wrong += q >= -128 && q <= 127 ? 0 : 1;
    const bool ordinary = to.known() && std::isfinite(x) && std::isfinite(x / to.scale);
    // A quotient of 2^31 or more saturates whatever the zero point is, even one that could bring it back.
    if (ordinary && std::fabs(x / to.scale) < 0x1p31f) wrong += q == expected(x, to, -128, 127) ? 0 : 1;
    if (ordinary && std::fabs(x / to.scale) > 0x1p32f) wrong += q == (x < 0 ? -128 : 127) ? 0 : 1;
  }
  CHECK(wrong == 0);
}

TEST_CASE("dequantize is one float32 product, and quantize brings every int8 back") {
  std::mt19937_64 random(3);
  int wrong = 0;
  for (int i = 0; i < 2'000; ++i) {
    const encoding from = ordinary_encoding(random);
    for (std::int32_t q = -128; q <= 127; ++q) {
      const float real = dequantize_value(q, from);
      wrong += real == from.scale * static_cast<float>(q - from.zero_point) ? 0 : 1;
      wrong += quantize_value(real, from, -128, 127) == q ? 0 : 1;
    }
  }
  CHECK(wrong == 0);
  CHECK(dequantize_value(std::numeric_limits<std::int32_t>::min(), {1.0f, 1}) == 0x1p31f);
}
