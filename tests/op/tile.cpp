// SPDX-License-Identifier: Apache-2.0
// tile: golden vectors, repeats along every axis, and what it refuses.
#include <tenon/op/tile.hpp>

#include <tenon/backend/reference/selection.hpp>

#include "golden/tile.hpp"
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

constexpr tensor_type row = tensor<i16, 1, 3>::value;
static_assert(on<op::tile_<repeats{2, 2}>, row>::run({}, counted<row>()) ==
              std::array<std::int16_t, 12>{1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3});
constexpr tensor_type column = tensor<f32, 2, 1>::value;
static_assert(on<op::tile_<repeats{1, 3}>, column>::run({}, counted<column>()) ==
              std::array<float, 6>{1, 1, 1, 2, 2, 2});
constexpr std::array<edge_type, 1> codes{edge_type{{i8, shape_of(4, 2)}, {0.5f, 3}}};
static_assert(op::tile_<repeats{1, 2}>::infer(codes).edge == edge_type{{i8, shape_of(4, 4)}, {0.5f, 3}});
static_assert(op::tile_<repeats{1, 1}>::is_identity(codes) && !op::tile_<repeats{1, 2}>::is_identity(codes));
static_assert(refusal<op::tile_<repeats{2}>, row>() ==
              "tenon: tile has not one number of repeats for each axis; give as many as its input has axes");
static_assert(refusal<op::tile_<repeats{2, 0}>, row>() ==
              "tenon: tile repeats an axis less than once; give repeats of 1 or more");
static_assert(tenon_test::moves_as_golden<reference, tenon_test::tile_of, tenon_golden::tile::cases>());

}  // namespace
