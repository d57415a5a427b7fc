// SPDX-License-Identifier: Apache-2.0
// reduce_min: golden vectors, shapes, and what it refuses.
#include <tenon/op/reduce_min.hpp>

#include <tenon/backend/reference/folding.hpp>

#include "golden/reduce_min.hpp"
#include "op/golden_folds.hpp"

#include <array>
#include <cstdint>

namespace {

using namespace tenon;

template <class Operator, tensor_type Input>
using on = tenon_test::one_call<reference, Operator, rounding::tflite, Input>;
constexpr tensor_type matrix = tensor<f32, 2, 3>::value;
constexpr std::array<float, 6> six{1, -2, 3, 0.5f, 5, -6};

static_assert(tenon_test::folds_as_golden<reference, op::reduce_min_, tenon_golden::reduce_min::cases>());
static_assert(operation<op::reduce_min_<>> && folds_values<op::reduce_min_<>> && !absorbs_clamp<op::reduce_min_<>>);
static_assert(on<op::reduce_min_<axes{0}>, matrix>::run({}, six) == std::array<float, 3>{0.5f, -2, -6});
static_assert(on<op::reduce_min_<axes{-1}>, matrix>::run({}, six) == std::array<float, 2>{-2, -6});
static_assert(on<op::reduce_min_<>, matrix>::run({}, six) == std::array<float, 1>{-6});
static_assert(on<op::reduce_min_<>, matrix>::result.extents == shape_of());
static_assert(encoding_rule_of<op::reduce_min_<>>() == encoding_rule::same_as_input);

static_assert(on<op::reduce_min_<axes{1}, keep_axes{true}>, tensor<f32, 2, 3, 4>::value>::result.extents == shape_of(2, 1, 4));
static_assert(tenon_test::refusal<op::reduce_min_<axes{2}>, matrix>() ==
              "tenon: a reduction names an axis twice or one that its input lacks; name each of its axes once");
static_assert(!tenon_test::refusal<op::reduce_min_<axes{1, -1}>, matrix>().empty());

}  // namespace
