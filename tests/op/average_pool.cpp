// SPDX-License-Identifier: Apache-2.0
// average_pool: what it is to passes, what it pads with, LiteRT's answers by its own windows and division.
#include <tenon/op/average_pool.hpp>

#include "golden/average_pool.hpp"
#include "op/pools.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

namespace {

using namespace tenon;
using namespace tenon_test;

using pool = op::average_pool_<window{2, 2}, stride{2, 2}>;
static_assert(operation<pool> && pool::word == "average_pool" && pool::arity == 1);
static_assert(encoding_rule_of<pool>() == encoding_rule::same_as_input);
static_assert(absorbs_clamp<pool> && keeps_zero_channels<pool> && !absorbs_padding<pool>);
static_assert(!pool::counts_padding && !op::average_pool_<count_padding{false}>::counts_padding);
static_assert(op::average_pool_<window{2, 2}, count_padding{true}>::counts_padding);

// Halves go away from zero, or all up as those of uint8 do, which are 128 more.
using rounding_up = op::average_pool_<window{2, 2}, half_rounding::up>;
static_assert(pool::mean_of(3, 2) == 2 && pool::mean_of(-3, 2) == -2 && pool::mean_of(-4, 3) == -1);
static_assert(rounding_up::mean_of(3, 2) == 2 && rounding_up::mean_of(-3, 2) == -1 && rounding_up::mean_of(-4, 3) == -1);
static_assert(rounding_up::mean_of(-256, 2) == -128 && rounding_up::mean_of(254, 2) == 127);
static_assert(rounding_up::mean_of(-3.0f, 2) == -1.5f);

static_assert(result_of<pool>(shape_of(5, 4, 2)) == shape_of(2, 2, 2));
static_assert(result_of<op::average_pool_<window{2, 3}, padding{1, 0, 1, 2}>>(shape_of(5, 4, 2)) ==
              shape_of(5, 5, 2));

template <class Operator, element Type>
constexpr auto numbers_of(encoding code) {
  constexpr tensor_type input{Type, shape_of(4, 4, 1)};
  using call = typename one_call<void, Operator, rounding::tflite, input>::call;
  const std::array<edge_type, 1> inputs{edge_type{input, code}};
  return Operator::template prepare<call>({}, inputs, Operator::infer(inputs).edge);
}
constexpr auto whole = numbers_of<pool, i8>({0.5f, 3});
static_assert(whole.bounds.low == -128 && whole.bounds.high == 127 && whole.padded_with == 3);
constexpr auto bounded = numbers_of<op::average_pool_<window{2, 2}, clamp{0.0f, 100.0f}>, i8>({0.5f, -100});
static_assert(bounded.bounds.low == -100 && bounded.bounds.high == 100 && bounded.padded_with == -100);
constexpr auto real = numbers_of<op::average_pool_<window{2, 2}, clamp{0.25f, 6.0f}>, f32>({});
static_assert(real.bounds.low == 0.25f && real.bounds.high == 6.0f && real.padded_with == 0);

}  // namespace

TEST_CASE("the mean of what each window holds of the image, bounded, is LiteRT's answer") {
  for_each_case<tenon_golden::average_pool::cases>([]<class Case>() {
    const auto mean = [](const std::vector<std::int32_t>& values, const auto& numbers) {
      const std::int32_t sum = std::accumulate(values.begin(), values.end(), 0);
      return std::clamp(op::divide_rounded(sum, static_cast<int>(values.size())), numbers.bounds.low,
                        numbers.bounds.high);
    };
    CHECK(pooled_again<pool_of<op::average_pool_, Case>, Case>(mean) == expected_of<Case>());
  });
}
