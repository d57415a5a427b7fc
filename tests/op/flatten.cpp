// SPDX-License-Identifier: Apache-2.0
// flatten: which axes are joined, every element type, and what it refuses.
#include <tenon/op/flatten.hpp>

#include <tenon/backend/reference/reshape.hpp>

#include "op/golden_moves.hpp"

#include <doctest/doctest.h>

#include <array>

namespace {

using namespace tenon;
using tenon_test::counted;
using tenon_test::refusal;

template <class Operator, tensor_type Input>
using flat = tenon_test::one_call<reference, Operator, rounding::tflite, Input>;

constexpr tensor_type image = tensor<u8, 2, 3, 4>::value;
constexpr tensor_type batch = tensor<u8, 5, 2, 3, 4>::value;
static_assert(flat<op::flatten_<>, image>::result == tensor<u8, 24>::value);
static_assert(flat<op::flatten_<>, batch>::result == tensor<u8, 5, 24>::value, "the batch stays");
static_assert(flat<op::flatten_<axis{0}>, batch>::result == tensor<u8, 120>::value);
static_assert(flat<op::flatten_<axis{1}>, image>::result == tensor<u8, 2, 12>::value);
static_assert(flat<op::flatten_<axis{-2}>, batch>::result == tensor<u8, 5, 2, 12>::value);
static_assert(flat<op::flatten_<>, image>::run({}, counted<image>()) == counted<image>());

constexpr std::array<edge_type, 1> quantized{edge_type{{i8, shape_of(4, 2)}, {0.5f, 3}}};
static_assert(op::flatten_<>::infer(quantized).edge.code == encoding{0.5f, 3});
static_assert(!op::flatten_<>::is_identity(quantized) && op::flatten_<axis{1}>::is_identity(quantized));
static_assert(only_reshapes<op::flatten_<>>);

static_assert(refusal<op::flatten_<axis{4}>, image>() ==
              "tenon: flatten has an axis that its input lacks; name one of its axes");
static_assert(refusal<op::flatten_<axis{-4}>, image>() ==
              "tenon: flatten has an axis that its input lacks; name one of its axes");

TEST_CASE("Elements keep their order") {
  CHECK(flat<op::flatten_<>, batch>::run({}, counted<batch>()) == counted<batch>());
}

}  // namespace
