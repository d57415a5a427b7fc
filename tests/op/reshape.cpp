// SPDX-License-Identifier: Apache-2.0
// reshape: extents with one left open, every element type, and what it refuses.
#include <tenon/op/reshape.hpp>

#include <tenon/backend/reference/reshape.hpp>

#include "op/golden_moves.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <string_view>

namespace {

using namespace tenon;
using tenon_test::counted;
using tenon_test::refusal;

template <class Operator, tensor_type Input>
using shaped = tenon_test::one_call<reference, Operator, rounding::tflite, Input>;

constexpr tensor_type box = tensor<u8, 2, 3, 4>::value;
static_assert(shaped<op::reshape_<extents{6, 4}>, box>::result == tensor<u8, 6, 4>::value);
static_assert(shaped<op::reshape_<extents{-1}>, box>::result == tensor<u8, 24>::value);
static_assert(shaped<op::reshape_<extents{1, 8, -1, 1}>, box>::result == tensor<u8, 1, 8, 3, 1>::value);
static_assert(shaped<op::reshape_<extents{8, 3}>, box>::run({}, counted<box>()) == counted<box>());

constexpr std::array<edge_type, 1> quantized{edge_type{{i8, shape_of(4, 2)}, {0.5f, 3}}};
static_assert(op::reshape_<extents{8}>::infer(quantized).edge.code == encoding{0.5f, 3});
static_assert(op::reshape_<extents{4, -1}>::is_identity(quantized) &&
              !op::reshape_<extents{8}>::is_identity(quantized));
static_assert(only_reshapes<op::reshape_<extents{8}>>);

constexpr std::string_view no_shape =
    "tenon: reshape has extents that make no shape; give positive ones, and -1 once at most";
static_assert(refusal<op::reshape_<>, box>() == no_shape);
static_assert(refusal<op::reshape_<extents{0, -1}>, box>() == no_shape);
static_assert(refusal<op::reshape_<extents{-1, -1}>, box>() == no_shape);
static_assert(refusal<op::reshape_<extents{-2, 12}>, box>() == no_shape);
constexpr std::string_view other_size =
    "tenon: reshape changes the number of elements; let the product of its extents be that of its input";
static_assert(refusal<op::reshape_<extents{5, 5}>, box>() == other_size);
static_assert(refusal<op::reshape_<extents{5, -1}>, box>() == other_size);
static_assert(refusal<op::reshape_<extents{25, -1}>, box>() == other_size);

TEST_CASE("Elements keep their order") {
  CHECK(shaped<op::reshape_<extents{3, 8}>, box>::run({}, counted<box>()) == counted<box>());
}

}  // namespace
