// SPDX-License-Identifier: Apache-2.0
// reduce_max: golden vectors, shapes, and what it refuses.
#include <tenon/op/reduce_max.hpp>

#include <tenon/backend/reference/folding.hpp>

#include "golden/reduce_max.hpp"
#include "op/golden_folds.hpp"

#include <array>
#include <cstdint>

namespace {

using namespace tenon;

template <class Operator, tensor_type Input>
using on = tenon_test::one_call<reference, Operator, rounding::tflite, Input>;
constexpr tensor_type matrix = tensor<f32, 2, 3>::value;
constexpr std::array<float, 6> six{1, -2, 3, 0.5f, 5, -6};

static_assert(tenon_test::folds_as_golden<reference, op::reduce_max_, tenon_golden::reduce_max::cases>());
static_assert(operation<op::reduce_max_<>> && folds_values<op::reduce_max_<>> && !absorbs_clamp<op::reduce_max_<>>);
static_assert(on<op::reduce_max_<axes{0}>, matrix>::run({}, six) == std::array<float, 3>{1, 5, 3});
static_assert(on<op::reduce_max_<axes{-1}>, matrix>::run({}, six) == std::array<float, 2>{3, 5});
static_assert(on<op::reduce_max_<>, matrix>::run({}, six) == std::array<float, 1>{5});
static_assert(on<op::reduce_max_<>, matrix>::result.extents == shape_of());
static_assert(encoding_rule_of<op::reduce_max_<>>() == encoding_rule::same_as_input);

static_assert(on<op::reduce_max_<axes{1}, keep_axes{true}>, tensor<f32, 2, 3, 4>::value>::result.extents == shape_of(2, 1, 4));
static_assert(tenon_test::refusal<op::reduce_max_<axes{2}>, matrix>() ==
              "tenon: a reduction names an axis twice or one that its input lacks; name each of its axes once");
static_assert(!tenon_test::refusal<op::reduce_max_<axes{1, -1}>, matrix>().empty());

}  // namespace
