// SPDX-License-Identifier: Apache-2.0
// The plan of quantize: domains, conversions, and under which names results are read.
#include <tenon/pass/quantize_plan.hpp>

#include <tenon/tenon.hpp>

#include <doctest/doctest.h>

namespace {

using namespace tenon;
using namespace tenon::op;
using tenon::detail::domain;
using tenon::detail::spelling;

using x = node<"x", input_<tensor<f32, 2, 2, 2>::value>>;
using a = node<"a", conv2d_<filters{2}>, "x">;
using b = node<"b", tanh_<>, "a">;
using best = node<"best", argmax_<>, "b">;
template <class... Policies>
constexpr auto plan_for = tenon::detail::plan_quantize<
    network<graph<x, a, b, best>, model<graph<x, a, b, best>, weights<>, encodings<encode<"x", scale{0.5f}>>, Policies...>>>();

// The input is real, so that its readers need a conversion; indices are what they were.
constexpr auto plain = plan_for<>;
static_assert(plain.result[0] == domain::real && plain.to_integer[0] && plain.reads[0] == spelling::quantized);
static_assert(plain.result[1] == domain::integer && plain.own_name(1) == spelling::plain && !plain.to_real[1]);
static_assert(plain.result[3] == domain::other && !plain.gives_real_output[3]);
static_assert(!plan_for<border<i8>>.to_integer[0] && plan_for<border<i8>>.reads[0] == spelling::plain);

// What a kept node reads comes back to real numbers beside the integers.
constexpr auto kept = plan_for<keep<f32, "b">>;
static_assert(kept.result[2] == domain::real && kept.to_real[1] && kept.reads[1] == spelling::real);

// A quantized output leaves its name to the real numbers that are made of it.
constexpr auto last = tenon::detail::plan_quantize<
    network<graph<x, a>, model<graph<x, a>, weights<>, encodings<encode<"x", scale{0.5f}>>>>>();
static_assert(last.gives_real_output[1] && last.own_name(1) == spelling::quantized);
static_assert(last.real_name(1) == spelling::plain && last.integer_name(1) == spelling::quantized);

}  // namespace

TEST_CASE("a reader gets the name of the numbers that it computes with") {
  CHECK(kept.name_for(domain::integer, 1) == spelling::plain);
  CHECK(kept.name_for(domain::real, 1) == spelling::real);
  CHECK(kept.name_for(domain::other, 1) == spelling::plain);
  CHECK(kept.name_for(domain::integer, 0) == spelling::quantized);
  CHECK(plain.name_for(domain::real, 3) == spelling::plain);
}
