// SPDX-License-Identifier: Apache-2.0
// Operators that round their input as they run: TFLite's rounding rules, and the numbers that are prepared for them.
#include <tenon/op/dynamic_range.hpp>

#include <tenon/core/requantize.hpp>
#include <tenon/kernel/call.hpp>
#include <tenon/op/conv2d.hpp>
#include <tenon/op/linear.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <limits>
#include <random>

using namespace tenon;
using namespace tenon::op;

namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();

constexpr input_rounding around_zero(float low, float high) {
  return input_rounding::of<dynamic_range::symmetric>({low, high});
}
constexpr input_rounding with_zero_point(float low, float high) {
  return input_rounding::of<dynamic_range::asymmetric>({low, high});
}

constexpr value_range range_of(std::array<float, 4> x) { return value_range::of(x.data(), 4); }
static_assert(range_of({-1.0f, 3.0f, 2.0f, -4.0f}).low == -4.0f && range_of({-1.0f, 3.0f, 2.0f, -4.0f}).high == 3.0f);
static_assert(range_of({5.0f, 6.0f, 7.0f, 8.0f}).low == 0.0f, "0 is always within");
static_assert(range_of({not_a_number, 1.0f, not_a_number, -1.0f}).high == 1.0f);

// The larger end becomes 127, halves go away from zero.
static_assert(around_zero(-127.0f, 3.0f).scale == 1.0f && around_zero(-127.0f, 3.0f).round(-127.0f) == -127);
static_assert(around_zero(-127.0f, 3.0f).round(0.5f) == 1 && around_zero(-127.0f, 3.0f).round(-2.5f) == -3);
static_assert(around_zero(0.0f, 254.0f).scale == 2.0f && around_zero(0.0f, 254.0f).round(254.0f) == 127);
static_assert(around_zero(0.0f, 0.0f).scale == 1.0f && around_zero(0.0f, 0.0f).round(0.0f) == 0);

// 0 is an integer of its own, wherever the range lies.
static_assert(with_zero_point(0.0f, 255.0f).zero_point == -128 && with_zero_point(0.0f, 255.0f).round(255.0f) == 255);
static_assert(with_zero_point(-255.0f, 0.0f).zero_point == 127 && with_zero_point(-255.0f, 0.0f).round(-255.0f) == -255);
static_assert(with_zero_point(-100.0f, 155.0f).zero_point == -28 && with_zero_point(-100.0f, 155.0f).scale == 1.0f);
// -99.5 and 155.5: the zero point lies half-way, and the nearer end decides.
static_assert(with_zero_point(-99.5f, 155.5f).zero_point == -29 && with_zero_point(-99.5f, 155.5f).round(155.5f) == 156);
static_assert(with_zero_point(-155.5f, 99.5f).zero_point == 28);
static_assert(with_zero_point(0.0f, 0.0f).scale == 1.0f && with_zero_point(0.0f, 0.0f).zero_point == 0);

// LiteRT leaves it undefined.
static_assert(around_zero(-1.0f, 1.0f).round(infinity) == 127 && around_zero(-1.0f, 1.0f).round(-infinity) == -127);

constexpr tensor_type pixels{f32, shape_of(1, 1, 2)};
using rounding_conv = conv2d_<filters{2}, dynamic_range::asymmetric, clamp{-1.0f, 6.0f}>;
template <class Operator>
using call_of = call<Operator, rounding::tflite, operand{pixels}, operand{pixels}>;
using numbers = rounding_conv::parameters<call_of<rounding_conv>>;
static_assert(std::same_as<numbers, dynamic_range_parameters<dynamic_range::asymmetric, 2, 2>>);
static_assert(!rounding_conv::drops_channels && conv2d_<filters{2}>::drops_channels,
              "a channel without weights still widens the range");
static_assert(sizeof(numbers) == 4 + 2 * 8 + 8, "no padding");

template <class Operator>
constexpr auto prepared(const parameter_source& source) {
  constexpr std::array<edge_type, 1> inputs{edge_type{pixels, {}}};
  return Operator::template prepare<call_of<Operator>>(source, inputs, {pixels, {}});
}

constexpr std::array<float, 2> kernel_scales{0.5f, 0.25f}, offsets{1.0f, 2.0f};

constexpr parameter_source integer_source() {
  parameter_source source;
  source.add("kernel", {}, {"\x01\x02\xfd\x7f", nullptr, 4, kernel_scales, 0});
  source.add("bias", offsets);
  return source;
}

}  // namespace

TEST_CASE("ranges whose scale is no ordinary number give integers all the same") {
  const input_rounding endless = around_zero(0.0f, infinity), smallest = around_zero(0.0f, 1e-41f);
  CHECK(around_zero(-1.0f, 1.0f).round(not_a_number) == 0);
  CHECK(endless.round(infinity) == 0);
  CHECK(endless.round(1.0f) == 0);
  CHECK(smallest.round(1e-41f) == 127);
  CHECK(smallest.round(0.0f) == 0);
  CHECK(with_zero_point(-infinity, 1.0f).round(1.0f) == 0);
}

TEST_CASE("integers with scales are taken as they are") {
  constexpr numbers made = prepared<rounding_conv>(integer_source());
  static_assert(made.kernel == std::array<std::int8_t, 4>{1, 2, -3, 127});
  static_assert(made.scales == kernel_scales && made.bias == offsets);
  static_assert(made.low == -1.0f && made.high == 6.0f);
  static_assert(made.finish(4, 0.5f, 0) == 2.0f && made.finish(-100, 0.5f, 1) == -1.0f);
}

TEST_CASE("a folded batch normalization changes the scales only") {
  static constexpr std::array<float, 2> mean{1.0f, 0.0f}, variance{0.25f, 4.0f}, gamma{-1.0f, 1.0f}, beta{0.0f, 3.0f};
  constexpr numbers made = prepared<rounding_conv>([] {
    parameter_source source = integer_source();
    source.add("affine.mean", mean);
    source.add("affine.variance", variance);
    source.add("affine.gamma", gamma);
    source.add("affine.beta", beta);
    return source;
  }());
  static_assert(made.kernel[3] == 127 && made.scales == std::array<float, 2>{-1.0f, 0.125f});
  static_assert(made.bias == std::array<float, 2>{0.0f, 4.0f});
}

TEST_CASE("real weights are quantized, each filter or all together") {
  static constexpr std::array<float, 4> kernel{1.0f, -127.0f, 2.0f, 254.0f};
  constexpr auto source = [] {
    parameter_source made;
    made.add("kernel", kernel);
    return made;
  };
  constexpr numbers each = prepared<rounding_conv>(source());
  static_assert(each.scales == std::array<float, 2>{1.0f, 2.0f} && each.kernel[0] == 1 && each.kernel[3] == 127);
  constexpr auto all = prepared<conv2d_<filters{2}, dynamic_range::symmetric, weight_scheme{false}>>(source());
  static_assert(all.scales == std::array<float, 2>{2.0f, 2.0f} && all.kernel[1] == -64);
}

TEST_CASE("rounding is that of the C library, for all ranges") {
  std::mt19937 random(11);
  std::normal_distribution<float> normal;
  for (int draw = 0; draw < 200; ++draw) {
    std::array<float, 50> x;
    const float size = std::exp2(static_cast<float>(draw % 40 - 20));
    for (float& value : x) value = size * (normal(random) + static_cast<float>(draw % 5 - 2));
    const value_range range = value_range::of(x.data(), 50);
    const auto symmetric = input_rounding::of<dynamic_range::symmetric>(range);
    const auto asymmetric = input_rounding::of<dynamic_range::asymmetric>(range);
    for (const float value : x) {
      CHECK(symmetric.round(value) == std::lround(value * symmetric.inverse));
      const long q = std::lround(value * asymmetric.inverse) + asymmetric.zero_point;
      CHECK(asymmetric.round(value) + asymmetric.zero_point == std::min(std::max(q, -128L), 127L));
      CHECK(std::fabs(asymmetric.scale * static_cast<float>(asymmetric.round(value)) - value) <= asymmetric.scale);
    }
  }
}
