// SPDX-License-Identifier: Apache-2.0
// squeeze: shapes, an unmoved result, and what it refuses.
#include <tenon/op/squeeze.hpp>

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

constexpr tensor_type box = tensor<f32, 1, 3, 1>::value;
static_assert(on<op::squeeze_<>, box>::result.extents == shape_of(3));
static_assert(on<op::squeeze_<axes{0}>, box>::result.extents == shape_of(3, 1));
static_assert(on<op::squeeze_<axes{-1}>, box>::run({}, counted<box>()) == counted<box>());
static_assert(only_reshapes<op::squeeze_<>>);
constexpr std::array<edge_type, 1> codes{edge_type{{i8, shape_of(1, 2)}, {0.5f, 3}}};
static_assert(op::squeeze_<>::infer(codes).edge == edge_type{{i8, shape_of(2)}, {0.5f, 3}});
static_assert(!op::squeeze_<>::is_identity(codes));
static_assert(refusal<op::squeeze_<axes{1}>, box>() ==
              "tenon: squeeze would leave out an axis of several elements; name axes of one element");
constexpr std::string_view wrong =
    "tenon: squeeze names an axis twice or one that its input lacks; name each of its axes once";
static_assert(refusal<op::squeeze_<axes{3}>, box>() == wrong);
static_assert(refusal<op::squeeze_<axes{0, 0}>, box>() == wrong);

}  // namespace
