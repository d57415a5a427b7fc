// SPDX-License-Identifier: Apache-2.0
// The steps of linear operators on the reference backend: where a sum starts, what a product adds, how it is
// stored.
#include <tenon/backend/reference/linear.hpp>

#include <tenon/core/requantize.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

namespace {

using namespace tenon;
using namespace tenon::reference_linear;

constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
constexpr std::int32_t least = std::numeric_limits<std::int32_t>::min();

template <class Rule>
constexpr auto integers() {
  op::linear_parameters<i8, Rule, 2, 1> w{};
  w.bias = {7, -most};
  w.factors = {Rule::make_from_real(0.5), Rule::make_from_real(0.25)};
  w.input_zero_point = -128;
  w.output_zero_point = -10;
  w.low = -100;
  w.high = 120;
  return w;
}
constexpr auto w = integers<q31_rule>();

static_assert(start(w, 0) == 7 && start(w, 1) == -most);
static_assert(accumulate(w, 1000, std::int8_t{-127}, std::int8_t{127}) == 1000 - 127 * 255);
static_assert(accumulate(w, 1000, std::int8_t{127}, std::int8_t{-128}) == 1000, "the zero point is 0");
static_assert(accumulate(w, most, std::int8_t{1}, std::int8_t{-127}) == least, "sums wrap around");

constexpr auto affine = [] {
  auto moved = w;
  moved.kernel_zero_point = 127;
  return moved;
}();
static_assert(accumulate(affine, 0, std::int8_t{-128}, std::int8_t{127}) == -255 * 255);
static_assert(accumulate(affine, 5, std::int8_t{127}, std::int8_t{127}) == 5, "the kernel's zero point is 0");

// Each output has a factor of its own; then comes the zero point, and at last the bounds.
static_assert(store(w, 0, 40) == 10 && store(w, 1, 40) == 0);
static_assert(store(w, 0, 259) == 120 && store(w, 0, 260) == 120 && store(w, 0, 100000) == 120);
static_assert(store(w, 0, -180) == -100 && store(w, 0, -182) == -100 && store(w, 0, least) == -100);

// A half after the factor: up (the first rounding of Q31), away from zero, or to even.
static_assert(store(w, 0, 41) == 11 && store(w, 0, -41) == -30);
static_assert(store(integers<double_rule>(), 0, 41) == 11 && store(integers<double_rule>(), 0, -41) == -31);
static_assert(store(integers<float32_rule>(), 0, 41) == 10 && store(integers<float32_rule>(), 0, -41) == -30);
static_assert(store(integers<float32_rule>(), 0, 43) == 12 && store(integers<float32_rule>(), 0, -43) == -32);

// The zero point wraps a scaled value around, as in the reference that is followed.
constexpr auto whole = [] {
  auto unscaled = integers<double_rule>();
  unscaled.factors[0] = double_rule::make_from_real(1.0);
  return unscaled;
}();
static_assert(store(whole, 0, least) == 120 && store(whole, 0, most) == 120);

constexpr op::linear_parameters<f32, q31_rule, 2, 1> reals{{1, 2}, {0.5f, -0.25f}, -3.0f, 6.0f};
static_assert(start(reals, 0) == 0.0f, "the bias comes last");
static_assert(accumulate(reals, 1.0f, -2.0f, 3.0f) == -5.0f);
static_assert(store(reals, 0, -4.0f) == -3.0f && store(reals, 0, 6.5f) == 6.0f && store(reals, 1, 1.5f) == 1.25f);

TEST_CASE("A product of reals is rounded before it is added") {
  // (1 + 2^-12)^2 = 1 + 2^-11 + 2^-24, whose last term is lost, and with it all that a fused step would keep.
  volatile float one = 1.0f;  // computed at run time
  const float x = one + 0x1p-12f;
  CHECK(accumulate(reals, -1.0f - 0x1p-11f, x, x) == 0.0f);
}

TEST_CASE("All accumulators near the ends of the range, at run time") {
  for (int acc = -200; acc <= 280; ++acc) {
    const int half = (acc % 2 == 0 ? acc : acc + 1) / 2;
    const int wanted = half - 10 < -100 ? -100 : half - 10 > 120 ? 120 : half - 10;
    CHECK(store(w, 0, acc) == wanted);
  }
}

}  // namespace
