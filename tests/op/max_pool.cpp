// SPDX-License-Identifier: Apache-2.0
// max_pool: what it is to passes, the bounds it computes with, and LiteRT's answers by its own windows.
#include <tenon/op/max_pool.hpp>

#include "golden/max_pool.hpp"
#include "op/pools.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>

namespace {

using namespace tenon;
using namespace tenon_test;

using pool = op::max_pool_<window{2, 2}, stride{2, 2}>;
static_assert(operation<pool> && pool::word == "max_pool" && pool::arity == 1);
static_assert(encoding_rule_of<pool>() == encoding_rule::same_as_input);
static_assert(absorbs_clamp<pool> && keeps_zero_channels<pool> && !offers_clamp<pool>);
static_assert(!absorbs_padding<pool>, "zeros around an image are not what lies outside of a maximum");
static_assert(!has_parameters<pool> && !works_in_place<pool>);

static_assert(result_of<pool>(shape_of(7, 6, 3)) == shape_of(3, 3, 3));
static_assert(result_of<op::max_pool_<window{3, 3}, stride{2, 2}, same_padding>>(shape_of(2, 7, 6, 3)) ==
              shape_of(2, 4, 3, 3));

// Integers keep the encoding, real numbers their bounds.
constexpr std::array<edge_type, 1> codes{edge_type{{i8, shape_of(4, 4, 1)}, {0.5f, 3}}};
static_assert(pool::infer(codes).edge == edge_type{{i8, shape_of(2, 2, 1)}, {0.5f, 3}});

template <class Operator, tensor_type Input>
constexpr auto numbers_of(encoding code) {
  using call = typename one_call<void, Operator, rounding::tflite, Input>::call;
  const std::array<edge_type, 1> inputs{edge_type{Input, code}};
  return Operator::template prepare<call>({}, inputs, Operator::infer(inputs).edge);
}
constexpr auto whole = numbers_of<pool, tensor<i8, 4, 4, 1>::value>({0.5f, 3});
static_assert(whole.low == -128 && whole.high == 127);
constexpr auto bounded =
    numbers_of<op::max_pool_<window{2, 2}, clamp{0.0f, 6.0f}>, tensor<i8, 4, 4, 1>::value>({0.5f, 3});
static_assert(bounded.low == 3 && bounded.high == 15);
constexpr auto real =
    numbers_of<op::max_pool_<window{2, 2}, clamp{-1.5f, 6.0f}>, tensor<f32, 4, 4, 1>::value>({});
static_assert(real.low == -1.5f && real.high == 6.0f);

}  // namespace

TEST_CASE("the largest value under each window, bounded, is LiteRT's answer") {
  for_each_case<tenon_golden::max_pool::cases>([]<class Case>() {
    const auto largest = [](const std::vector<std::int32_t>& values, const auto& numbers) {
      REQUIRE(!values.empty());
      return std::clamp(*std::max_element(values.begin(), values.end()), numbers.low, numbers.high);
    };
    CHECK(pooled_again<pool_of<op::max_pool_, Case>, Case>(largest) == expected_of<Case>());
  });
}
