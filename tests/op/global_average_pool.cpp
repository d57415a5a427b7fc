// SPDX-License-Identifier: Apache-2.0
// global_average_pool: shapes, what it refuses, and LiteRT's answers where its mean is over rows and columns.
#include <tenon/op/global_average_pool.hpp>

#include "golden/mean.hpp"
#include "op/reductions.hpp"

#include <doctest/doctest.h>

namespace {

using namespace tenon;
using namespace tenon_test;

using pool = op::global_average_pool_<>;
static_assert(operation<pool> && pool::word == "global_average_pool" && pool::arity == 1);
static_assert(encoding_rule_of<pool>() == encoding_rule::calibrated);
static_assert(keeps_zero_channels<pool> && !absorbs_clamp<pool> && !has_parameters<pool>);

static_assert(result_of<pool>(shape_of(5, 7, 4)) == shape_of(4));
static_assert(result_of<pool>(shape_of(3, 5, 7, 4)) == shape_of(3, 4));
static_assert(result_of<op::global_average_pool_<keep_axes{true}>>(shape_of(5, 7, 4)) == shape_of(1, 1, 4));
static_assert(result_of<op::global_average_pool_<keep_axes{true}>>(shape_of(3, 5, 7, 4)) ==
              shape_of(3, 1, 1, 4));

constexpr std::string_view no_image =
    "tenon: global_average_pool takes (rows, columns, channels), with or without a batch; reshape its input";
static_assert(sentence_of<pool, tensor<f32, 5, 7>::value>() == no_image);
static_assert(sentence_of<pool, tensor<f32, 1, 2, 5, 7, 4>::value>() == no_image);
static_assert(sentence_of<pool, tensor<f32>::value>() == no_image);
static_assert(sentence_of<pool, tensor<f32, 5, 7, 4>::value>().empty());

static_assert(std::is_same_v<decltype(numbers_of<pool, tensor<f32, 5, 7, 4>::value>({}, {})), no_parameters>);
constexpr auto of_six = numbers_of<pool, tensor<i8, 9, 2, 3, 4>::value>({0.5f, 3}, {0.25f, -9});
static_assert(of_six.factor == op::mean_factor(q31_rule{}, 2.0, 6), "the batch is no part of the average");
static_assert(of_six.input_zero_point == 3 && of_six.output_zero_point == -9);

template <class Case>
constexpr bool is_global() {
  return Case::input_shape.size() == 4 && Case::axes.size() == 2 && Case::axes[0] == 1 && Case::axes[1] == 2;
}

}  // namespace

TEST_CASE("LiteRT's means over rows and columns") {
  int cases = 0;
  for_each_case<tenon_golden::mean::cases>([&]<class Case>() {
    if constexpr (is_global<Case>()) {
      using kept = op::global_average_pool_<keep_axes{Case::keep_dims}, encoded{Case::output_encoding}>;
      static_assert(result_of<kept>(shape_from(Case::input_shape)) == shape_from(Case::output_shape));
      CHECK(averaged_again<kept, Case>() == expected_of<Case>());
      ++cases;
    }
  });
  CHECK(cases == 2);
}
