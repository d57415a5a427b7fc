// SPDX-License-Identifier: Apache-2.0
// depth_to_space: golden vectors, with and without a batch, and what it refuses.
#include <tenon/op/depth_to_space.hpp>

#include <tenon/backend/reference/movement.hpp>

#include "golden/depth_to_space.hpp"
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

constexpr tensor_type pixel = tensor<f32, 1, 2, 4>::value;
static_assert(on<op::depth_to_space_<block_size{2}>, pixel>::run({}, counted<pixel>()) ==
              std::array<float, 8>{1, 2, 5, 6, 3, 4, 7, 8});
static_assert(on<op::depth_to_space_<block_size{2}>, pixel>::result.extents == shape_of(2, 4, 1));
constexpr std::array<edge_type, 1> codes{edge_type{{i8, shape_of(4, 2, 4)}, {0.5f, 3}}};
static_assert(op::depth_to_space_<block_size{2}>::infer(codes).edge.code == encoding{0.5f, 3});
static_assert(op::depth_to_space_<block_size{1}>::is_identity(codes));
static_assert(!op::depth_to_space_<block_size{2}>::is_identity(codes));
constexpr std::string_view wrong =
    "tenon: the block of depth_to_space does not divide the channels; let size * size divide them";
static_assert(refusal<op::depth_to_space_<>, pixel>() == wrong);
static_assert(refusal<op::depth_to_space_<block_size{3}>, pixel>() == wrong);
static_assert(refusal<op::depth_to_space_<block_size{2}>, tensor<f32, 8>::value>() ==
              "tenon: depth_to_space takes (rows, columns, channels), with or without a batch; reshape its input");
static_assert(tenon_test::moves_as_golden<reference, tenon_test::depth_to_space_of, tenon_golden::depth_to_space::cases>());

}  // namespace
