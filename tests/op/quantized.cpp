// SPDX-License-Identifier: Apache-2.0
// Bounds, stored values and biases as integers, at and beyond their ends.
#include <tenon/op/quantized.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <random>

using namespace tenon;

namespace {

constexpr edge_type at(encoding code, element type = i8) { return {{type, shape_of(1)}, code}; }
constexpr bool equal(integer_range a, std::int32_t low, std::int32_t high) {
  return a.low == low && a.high == high;
}

static_assert(equal(op::bounded_range({}, at({0.1f, 5})), -128, 127));
static_assert(equal(op::bounded_range({}, at({0.1f, 5}, u8)), 0, 255));
static_assert(equal(op::bounded_range({0.0f, 6.0f}, at({0.05f, -128})), -128, -8));
static_assert(equal(op::bounded_range({0.0f, 6.0f}, at({0.01f, -100})), -100, 127));
static_assert(equal(op::bounded_range({.low = 0.0f}, at({0.1f, 200})), 127, 127));
static_assert(equal(op::bounded_range({-0.25f, 0.25f}, at({0.5f, 0})), -1, 1));  // halves away from zero

static_assert(op::store_value(5, at({1.0f, -3})) == 2 && op::store_value(500, at({1.0f, -3})) == 127);
static_assert(op::store_value(-500, at({1.0f, -3})) == -128 &&
              op::store_value(500, at({1.0f, -3}, i16)) == 497);

static_assert(op::quantize_bias(1.0f, 0.5f, 0.25f) == 8 && op::quantize_bias(-1.0f, 0.5f, 0.25f) == -8);
static_assert(op::quantize_bias(0.3125f, 0.5f, 0.25f) == 3);  // 2.5
static_assert(op::quantize_bias(1e30f, 1e-5f, 1e-5f) == 2147483647);
static_assert(op::quantize_bias(-1e30f, 1e-5f, 1e-5f) == -2147483647 - 1);
static_assert(op::quantize_bias(0.0f, 1e-38f, 1e-38f) == 0);

}  // namespace

TEST_CASE("a bias is the rounded quotient in double precision") {
  std::mt19937 random(3);
  std::uniform_real_distribution<float> number(-4.0f, 4.0f);
  for (int i = 0; i < 1000; ++i) {
    const float bias = number(random);
    const float input = std::fabs(number(random)) * 0.01f + 1e-6f;
    const float weight = std::fabs(number(random)) * 0.001f + 1e-6f;
    const double exact = std::round(double{bias} / (double{input} * double{weight}));
    CHECK(op::quantize_bias(bias, input, weight) == std::fmin(std::fmax(exact, -2147483648.0), 2147483647.0));
  }
}
