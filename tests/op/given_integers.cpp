// SPDX-License-Identifier: Apache-2.0
// Weights bound as integers: taken as they are by every linear operator, in the network and before dead channels go.
#include <tenon/op/given_integers.hpp>

#include <tenon/tenon.hpp>

#include "laws/law.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace tenon;

namespace {

// A kernel of 3 units with 4 weights each; the second unit's is the one that symmetric quantization would never make.
inline constexpr char kernel[] = "\001\002\003\004\200\177\000\001\005\000\000\000";
inline constexpr std::array<float, 3> scales{0.5f, 0.25f, 2.0f};
inline constexpr std::array<float, 1> one_scale{0.5f};
inline constexpr std::array<std::int32_t, 3> bias{100, -7, 0};
inline constexpr std::array<float, 3> real_bias{1.0f, -0.5f, 0.0f};

struct three_units {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 4>> | dense<"y", units{3}>;
  }
};
struct codes : encodings<encode<"x", scale{0.5f}, zero_point{2}>, encode<"y", scale{4.0f}, zero_point{-1}>> {};
struct given : weights<bind<"y.kernel", kernel, scales>, bind<"y.bias", bias>> {};
struct shifted : weights<bind<"y.kernel", kernel, one_scale, 3>, bind<"y.bias", bias>> {};
struct mixed : weights<bind<"y.kernel", kernel, one_scale>, bind<"y.bias", real_bias>> {};

template <class Weights>
using integers = engine<model<three_units, Weights, codes, border<i8>>, on<reference>>;

/// y = away(sum of (w - kernel zero point) * (q - 2) + bias) * 0.5 * scale / 4) - 1, in numbers that are exact.
constexpr int by_hand(std::array<int, 4> weights, std::array<int, 4> q, int kernel_zero, int offset, double factor) {
  int sum = offset;
  for (std::size_t i = 0; i < 4; ++i) sum += (weights[i] - kernel_zero) * (q[i] - 2);
  const double real = sum * factor;
  const int y = static_cast<int>(real < 0 ? real - 0.5 : real + 0.5) - 1;
  return y < -128 ? -128 : y > 127 ? 127 : y;
}

constexpr std::array<std::int8_t, 4> x{5, -3, 127, -128};
constexpr std::array<int, 4> q{5, -3, 127, -128};

static_assert([] {
  const auto y = integers<given>::evaluate(x);
  return y[0] == by_hand({1, 2, 3, 4}, q, 0, 100, 0.5 * 0.5 / 4) &&
         y[1] == by_hand({-128, 127, 0, 1}, q, 0, -7, 0.5 * 0.25 / 4) &&
         y[2] == by_hand({5, 0, 0, 0}, q, 0, 0, 0.5 * 2.0 / 4);
}());
static_assert([] {
  const auto y = integers<shifted>::evaluate(x);
  return y[0] == by_hand({1, 2, 3, 4}, q, 3, 100, 0.5 * 0.5 / 4) &&
         y[1] == by_hand({-128, 127, 0, 1}, q, 3, -7, 0.5 * 0.5 / 4);
}());
// A real bias gets the scale of its products, 0.25: 1.0 is 4, -0.5 is -2.
static_assert([] {
  const auto y = integers<mixed>::evaluate(x);
  return y[0] == by_hand({1, 2, 3, 4}, q, 0, 4, 0.5 * 0.5 / 4) &&
         y[1] == by_hand({-128, 127, 0, 1}, q, 0, -2, 0.5 * 0.5 / 4);
}());
// In real numbers the same weights are scale * integer.
static_assert(engine<model<three_units, mixed>, on<reference>>::evaluate({1, 1, 0, 0}) ==
              std::array{0.5f * 3 + 1, -0.5f - 0.5f, 0.5f * 5});

// Missing and wrong sizes are found as with real arrays.
inline constexpr std::array<std::int32_t, 2> two_biases{};
struct short_bias : weights<bind<"y.kernel", kernel, scales>, bind<"y.bias", two_biases>> {};
inline constexpr char short_text[] = "\001\002";
struct short_kernel : weights<bind<"y.kernel", short_text, one_scale>> {};
static_assert(fault_of<model<three_units, short_kernel, codes>>.kind == fault_kind::wrong_parameter_size);
static_assert(fault_of<model<three_units, short_bias, codes>>.kind == fault_kind::wrong_parameter_size);

// Unit 1 of the first layer has nothing but weights at the zero point; the second layer has no weight for unit 2.
struct two_layers {
  static consteval auto graph() {
    using namespace tenon::op;
    return input<"x", tensor<f32, 2>> | dense<"h", units{3}> | relu<"h.relu"> | dense<"y", units{2}>;
  }
};
inline constexpr char first[] = "\002\003\001\001\004\005";
inline constexpr char second[] = "\001\002\000\003\004\000";
inline constexpr std::array<std::int32_t, 3> first_bias{1, 0, 1};
struct two_codes : encodings<encode<"x", scale{1.0f}>, encode<"h.relu", scale{1.0f}>, encode<"y", scale{1.0f}>> {};
struct two_weights
    : weights<bind<"h.kernel", first, one_scale, 1>, bind<"h.bias", first_bias>, bind<"y.kernel", second, one_scale>> {};
using small = engine<model<two_layers, two_weights, two_codes, border<i8>>, on<reference>>;
static_assert(small::steps[0].output.extents == shape_of(1));
// h: (1 * 3 + 2 * 5 + 1) / 2 = 7; y: 1 * 7 / 2 and 3 * 7 / 2, halves away from zero.
static_assert(small::evaluate({3, 5}) == std::array<std::int8_t, 2>{4, 11});

// The numbers of three units once more, as a program that packs weights itself hands them over.
parameter_source source_of_units(bool with_real_bias) {
  parameter_source source;
  source.add("kernel", {}, {kernel, nullptr, 12, scales, 0});
  if (with_real_bias) source.add("bias", real_bias);
  else source.add("bias", {}, {nullptr, bias.data(), 3, {}, 0});
  return source;
}
constexpr std::int8_t given_weight(std::size_t i) { return static_cast<std::int8_t>(kernel[i]); }
using packed_integers = op::linear_parameters<i8, q31_rule, 3, 4>;
using packed_reals = op::linear_parameters<f32, q31_rule, 3, 4>;
using rows_of_units = op::detail::channel_walk<3, 4, op::kernel_order::output_first>;
const edge_type answers{tensor<i8, 3>::value, {4.0f, -1}};

}  // namespace

TEST_CASE("integers are taken as they are, with factors of their scales") {
  const auto made =
      op::detail::prepare_given<packed_integers>(source_of_units(false), clamp{-8.0f, 8.0f}, {0.5f, 2}, answers);
  for (std::size_t i = 0; i < 12; ++i) CHECK(made.kernel[i] == given_weight(i));
  CHECK(made.bias == bias);
  for (std::size_t o = 0; o < 3; ++o) CHECK(made.factors[o] == q31_rule::make(0.5f, scales[o], 4.0f));
  CHECK(made.input_zero_point == 2);
  CHECK(made.kernel_zero_point == 0);
  CHECK(made.output_zero_point == -1);
  CHECK(made.low == -3);
  CHECK(made.high == 1);
}

TEST_CASE("a factor is made of the exact product of two scales, or of that rounded to float32") {
  using op::detail::factor_of;
  const float input = 0.1f, kernel = 0.0235f, output = 0.047f;
  const double exact = double{input} * double{kernel} / double{output};
  const double rounded = double{input * kernel} / double{output};
  REQUIRE(to_q31(exact) != to_q31(rounded));
  CHECK(factor_of<q31_rule>(input, kernel, output, scale_product::exact) == to_q31(exact));
  CHECK(factor_of<q31_rule>(input, kernel, output, scale_product::float32) == to_q31(rounded));
}

TEST_CASE("a real bias gets the scale of its products") {
  const auto made = op::detail::prepare_given<packed_integers>(source_of_units(true), clamp{}, {0.5f, 2}, answers);
  CHECK(made.bias == std::array<std::int32_t, 3>{4, -4, 0});
}

TEST_CASE("in real numbers each weight is its scale times its integer") {
  const auto made =
      op::detail::prepare_real_of_integers<packed_reals, rows_of_units>(source_of_units(true), clamp{.high = 3.0f});
  for (std::size_t o = 0; o < 3; ++o)
    for (std::size_t i = 0; i < 4; ++i)
      CHECK(made.kernel[o * 4 + i] == scales[o] * static_cast<float>(given_weight(o * 4 + i)));
  CHECK(made.bias == real_bias);
  CHECK(made.high == 3.0f);
}

TEST_CASE("zeros are told from the zero point of a kernel of integers, and from 0 in a real one") {
  parameter_source source;
  source.add("kernel", {}, {first, nullptr, 6, one_scale, 1});
  const op::detail::kernel_zeros integers_of{source};
  CHECK(integers_of.size() == 6);
  CHECK(!integers_of.is_zero(0));
  CHECK(integers_of.is_zero(2));
  constexpr std::array<float, 2> values{0.0f, 1.0f};
  parameter_source real;
  real.add("kernel", values);
  CHECK(op::detail::kernel_zeros{real}.is_zero(0));
  CHECK(!op::detail::kernel_zeros{real}.is_zero(1));
}

TEST_CASE_TEMPLATE("laws", Topology, three_units, two_layers) { tenon_laws::check_topology<Topology>(); }
