// SPDX-License-Identifier: Apache-2.0
// dequantize: what it makes of integers, and the refusal of real numbers.
#include <tenon/op/dequantize.hpp>

#include <op/one_input.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::dequantize_<>;
constexpr std::string_view real_already =
    "tenon: dequantize takes quantized integers; remove it, the values are real already";

static_assert(operation<word> && word::converts && encoding_rule_of<word>() == encoding_rule::none);
static_assert(inferred_from<word>(tensor<i8, 2, 3>::value, {0.5f, 1}).edge ==
              edge_type{tensor<f32, 2, 3>::value, {}});
static_assert(inferred_from<word>(tensor<i16, 2>::value).fault.empty());
static_assert(refusal_of<word>(tensor<f32, 2>::value) == real_already &&
              refusal_of<word>(tensor<i32, 2>::value) == real_already);

}  // namespace

TEST_CASE("the parameters of dequantize are the encoding of its input") {
  const std::array<edge_type, 1> inputs{{{tensor<i8, 2>::value, {0.02f, -3}}}};
  const auto made =
      word::prepare<call_on<word, tensor<i8, 2>::value>>({}, inputs, {tensor<f32, 2>::value, {9.0f, 9}});
  CHECK(made.code == encoding{0.02f, -3});
}
