// SPDX-License-Identifier: Apache-2.0
// expand_dims: shapes, an unmoved result, and what it refuses.
#include <tenon/op/expand_dims.hpp>

#include <tenon/backend/reference/reshape.hpp>

#include "op/golden_moves.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace {

using namespace tenon;
using tenon_test::counted;
using tenon_test::refusal;

template <class Operator, tensor_type Input>
using on = tenon_test::one_call<reference, Operator, rounding::tflite, Input>;

constexpr tensor_type row = tensor<f32, 3>::value;
static_assert(on<op::expand_dims_<axes{0}>, row>::result.extents == shape_of(1, 3));
static_assert(on<op::expand_dims_<axes{0, -1}>, row>::result.extents == shape_of(1, 3, 1));
static_assert(on<op::expand_dims_<axes{1}>, row>::run({}, counted<row>()) == counted<row>());
static_assert(only_reshapes<op::expand_dims_<axes{0}>>);
constexpr std::array<edge_type, 1> codes{edge_type{{i8, shape_of(5, 2)}, {0.5f, 3}}};
static_assert(op::expand_dims_<axes{1}>::infer(codes).edge == edge_type{{i8, shape_of(5, 1, 2)}, {0.5f, 3}});
constexpr std::string_view wrong =
    "tenon: expand_dims names no axis, one twice or one that its result lacks; name each new axis once";
static_assert(refusal<op::expand_dims_<>, row>() == wrong);
static_assert(refusal<op::expand_dims_<axes{2}>, row>() == wrong);
static_assert(refusal<op::expand_dims_<axes{0, -3}>, row>() == wrong);
static_assert(refusal<op::expand_dims_<axes{1, 2}>, tensor<f32, 1, 2, 3, 4, 5>::value>() == wrong);

}  // namespace
