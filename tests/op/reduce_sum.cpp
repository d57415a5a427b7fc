// SPDX-License-Identifier: Apache-2.0
// reduce_sum: golden vectors, shapes, and what it refuses.
#include <tenon/op/reduce_sum.hpp>

#include <tenon/backend/reference/folding.hpp>

#include "golden/reduce_sum.hpp"
#include "op/golden_folds.hpp"

#include <array>
#include <cstdint>

namespace {

using namespace tenon;

template <class Operator, tensor_type Input>
using on = tenon_test::one_call<reference, Operator, rounding::tflite, Input>;
constexpr tensor_type matrix = tensor<f32, 2, 3>::value;
constexpr std::array<float, 6> six{1, -2, 3, 0.5f, 5, -6};

static_assert(tenon_test::folds_as_golden<reference, op::reduce_sum_, tenon_golden::reduce_sum::cases>());
static_assert(operation<op::reduce_sum_<>> && folds_values<op::reduce_sum_<>> && !absorbs_clamp<op::reduce_sum_<>>);
static_assert(on<op::reduce_sum_<axes{0}>, matrix>::run({}, six) == std::array<float, 3>{1.5f, 3, -3});
static_assert(on<op::reduce_sum_<axes{-1}>, matrix>::run({}, six) == std::array<float, 2>{2, -0.5f});
static_assert(on<op::reduce_sum_<>, matrix>::run({}, six) == std::array<float, 1>{1.5f});
static_assert(on<op::reduce_sum_<>, matrix>::result.extents == shape_of());
static_assert(encoding_rule_of<op::reduce_sum_<>>() == encoding_rule::calibrated);

// Halves go away from zero, whatever the policy; beyond int8 the sum saturates.
constexpr tensor_type pair = tensor<i8, 1, 2>::value;
template <class Rounding>
constexpr auto halved(std::int8_t a, std::int8_t b) {
  return tenon_test::one_call<reference, op::reduce_sum_<axes{1}, encoded{{2.0f, 1}}>, Rounding, pair>::run(
      {encoding{1.0f, 0}}, std::array<std::int8_t, 2>{a, b})[0];
}
static_assert(halved<rounding::tflite>(2, 3) == 1 + 3 && halved<rounding::tflite>(-2, -3) == 1 - 3);
static_assert(halved<rounding::float32>(2, 3) == 1 + 3 && halved<rounding::tflite>(127, 127) == 127);

static_assert(on<op::reduce_sum_<axes{1}, keep_axes{true}>, tensor<f32, 2, 3, 4>::value>::result.extents == shape_of(2, 1, 4));
static_assert(tenon_test::refusal<op::reduce_sum_<axes{2}>, matrix>() ==
              "tenon: a reduction names an axis twice or one that its input lacks; name each of its axes once");
static_assert(!tenon_test::refusal<op::reduce_sum_<axes{1, -1}>, matrix>().empty());

}  // namespace
