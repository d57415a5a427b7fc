// SPDX-License-Identifier: Apache-2.0
// mean: shapes, what it refuses, and LiteRT's answers by its own axes and factor.
#include <tenon/op/mean.hpp>

#include "golden/mean.hpp"
#include "op/reductions.hpp"

#include <doctest/doctest.h>

namespace {

using namespace tenon;
using namespace tenon_test;

using over_rows = op::mean_<axes{0}>;
static_assert(operation<over_rows> && over_rows::word == "mean" && over_rows::arity == 1);
static_assert(encoding_rule_of<over_rows>() == encoding_rule::calibrated);
static_assert(!absorbs_clamp<over_rows> && !has_parameters<over_rows> && !works_in_place<over_rows>);
static_assert(!keeps_zero_channels<over_rows>, "its last axis may be one that goes");

static_assert(result_of<over_rows>(shape_of(2, 3, 4)) == shape_of(3, 4));
static_assert(result_of<op::mean_<axes{-1, 0}>>(shape_of(2, 3, 4)) == shape_of(3));
static_assert(result_of<op::mean_<axes{0, 1, 2}>>(shape_of(2, 3, 4)) == shape_of());
static_assert(result_of<op::mean_<axes{1}, keep_axes{true}>>(shape_of(2, 3, 4)) == shape_of(2, 1, 4));
static_assert(result_of<op::mean_<axes{1}, keep_axes{false}>>(shape_of(2, 3, 4)) == shape_of(2, 4));
static_assert(result_of<op::mean_<axes{5}>>(shape_of(1, 2, 3, 4, 5, 6)) == shape_of(1, 2, 3, 4, 5));

constexpr std::array<edge_type, 1> codes{edge_type{{i8, shape_of(4, 2)}, {0.5f, 3}}};
static_assert(op::mean_<axes{0}, encoded{{0.25f, -9}}>::infer(codes).edge ==
              edge_type{{i8, shape_of(2)}, {0.25f, -9}});

constexpr tensor_type box = tensor<f32, 2, 3, 4>::value;
constexpr std::string_view wrong_axis =
    "tenon: mean names an axis twice or one that its input lacks; name each of its axes once";
static_assert(sentence_of<op::mean_<>, box>() ==
              "tenon: mean has no axes; give axes{...} the ones to average over");
static_assert(sentence_of<op::mean_<axes{3}>, box>() == wrong_axis);
static_assert(sentence_of<op::mean_<axes{-4}>, box>() == wrong_axis);
static_assert(sentence_of<op::mean_<axes{1, -2}>, box>() == wrong_axis);
static_assert(sentence_of<op::mean_<axes{0}>, tensor<f32>::value>() == wrong_axis);
static_assert(sentence_of<op::mean_<axes{0, 1, -1}>, box>().empty());

// Real numbers need none; 8 integers share one factor.
static_assert(std::is_same_v<decltype(numbers_of<over_rows, box>({}, {})), no_parameters>);
constexpr auto eighth = numbers_of<op::mean_<axes{0, 1}>, tensor<i8, 4, 2, 3>::value>({0.5f, 3}, {0.5f, -9});
static_assert(eighth.factor == op::mean_factor(q31_rule{}, 1.0, 8));
static_assert(eighth.input_zero_point == 3 && eighth.output_zero_point == -9);

}  // namespace

TEST_CASE("sums over the marked axes, times the factor, are LiteRT's answers") {
  for_each_case<tenon_golden::mean::cases>([]<class Case>() {
    using mean =
        op::mean_<axes_from<axes, Case::axes>(), keep_axes{Case::keep_dims}, encoded{Case::output_encoding}>;
    CHECK(averaged_again<mean, Case>() == expected_of<Case>());
  });
}
