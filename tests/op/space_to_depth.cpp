// SPDX-License-Identifier: Apache-2.0
// space_to_depth: golden vectors, with and without a batch, and what it refuses.
#include <tenon/op/space_to_depth.hpp>

#include <tenon/backend/reference/movement.hpp>

#include "golden/space_to_depth.hpp"
#include "op/golden_selections.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace {

using namespace tenon;
using tenon_test::counted;
using tenon_test::refusal;

template <class Operator, tensor_type Input>
using on = tenon_test::one_call<reference, Operator, rounding::tflite, Input>;

constexpr tensor_type pixels = tensor<f32, 2, 4, 1>::value;
static_assert(on<op::space_to_depth_<block_size{2}>, pixels>::run({}, counted<pixels>()) ==
              std::array<float, 8>{1, 2, 5, 6, 3, 4, 7, 8});
static_assert(on<op::space_to_depth_<block_size{2}>, pixels>::result.extents == shape_of(1, 2, 4));
constexpr std::array<edge_type, 1> codes{edge_type{{i8, shape_of(4, 2, 4)}, {0.5f, 3}}};
static_assert(op::space_to_depth_<block_size{2}>::infer(codes).edge.code == encoding{0.5f, 3});
static_assert(op::space_to_depth_<block_size{1}>::is_identity(codes));
constexpr std::string_view wrong =
    "tenon: the block of space_to_depth does not divide rows and columns; let size divide both";
static_assert(refusal<op::space_to_depth_<>, pixels>() == wrong);
static_assert(refusal<op::space_to_depth_<block_size{4}>, pixels>() == wrong);
static_assert(refusal<op::space_to_depth_<block_size{2}>, tensor<f32, 8>::value>() ==
              "tenon: space_to_depth takes (rows, columns, channels), with or without a batch; reshape its input");
static_assert(tenon_test::moves_as_golden<reference, tenon_test::space_to_depth_of, tenon_golden::space_to_depth::cases>());

}  // namespace
