// SPDX-License-Identifier: Apache-2.0
// quantize: what it makes of real numbers, and the refusal of integers.
#include <tenon/op/quantize.hpp>

#include <op/one_input.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::quantize_<encoded{{0.02f, -3}}>;

static_assert(operation<word> && word::converts && !works_in_place<word> && !has_parameters<word>);
static_assert(inferred_from<word>(tensor<f32, 2, 3>::value).edge ==
              edge_type{tensor<i8, 2, 3>::value, {0.02f, -3}});
static_assert(!inferred_from<op::quantize_<>>(tensor<f32, 2>::value).edge.code.known());
static_assert(refusal_of<word>(tensor<i8, 2>::value) ==
              "tenon: quantize takes real numbers; use requantize for integers");
static_assert(!refusal_of<word>(tensor<i32, 2>::value).empty() &&
              !refusal_of<word>(tensor<f16, 2>::value).empty());

static_assert(inferred_from<op::quantize_<u8>>(tensor<f32, 2>::value).edge.tensor == tensor<u8, 2>::value);
static_assert(refusal_of<op::quantize_<f16>>(tensor<f32, 2>::value) ==
              "tenon: quantize names an element type that it cannot make; name i8, u8 or i16");

}  // namespace

TEST_CASE("the parameters of quantize are the encoding of its result") {
  const std::array<edge_type, 1> inputs{{{tensor<f32, 2>::value, {9.0f, 9}}}};
  const auto made =
      word::prepare<call_on<word, tensor<f32, 2>::value>>({}, inputs, {tensor<i8, 2>::value, {0.02f, -3}});
  CHECK(made.code == encoding{0.02f, -3});
}
