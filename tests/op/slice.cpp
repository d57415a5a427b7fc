// SPDX-License-Identifier: Apache-2.0
// slice: golden vectors, every element type, identities, and what it refuses.
#include <tenon/op/slice.hpp>

#include <tenon/backend/reference/movement.hpp>

#include "golden/slice.hpp"
#include "op/golden_moves.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

namespace {

using namespace tenon;
using tenon_test::counted;
using tenon_test::refusal;

template <class Operator, tensor_type Input>
using sliced = tenon_test::one_call<reference, Operator, rounding::tflite, Input>;

constexpr tensor_type line = tensor<i32, 6>::value;
static_assert(sliced<op::slice_<begin{1}, end{5}, strides{2}>, line>::run({}, counted<line>()) ==
              std::array<std::int32_t, 2>{2, 4});
static_assert(sliced<op::slice_<begin{-1}, end{-7}, strides{-2}>, line>::run({}, counted<line>()) ==
              std::array<std::int32_t, 3>{6, 4, 2});
static_assert(sliced<op::slice_<begin{-99}, end{99}>, line>::run({}, counted<line>()) == counted<line>());

constexpr tensor_type half_box = tensor<f16, 2, 2, 3>::value;
static_assert(sliced<op::slice_<begin{1, 0, 2}, end{2, 2, 3}>, half_box>::run({}, counted<half_box>()) ==
              std::array<std::uint16_t, 2>{9, 12});

constexpr std::array<edge_type, 1> quantized{edge_type{{i8, shape_of(4)}, {0.5f, 3}}};
static_assert(op::slice_<begin{0}, end{2}>::infer(quantized).edge.code == encoding{0.5f, 3});
static_assert(op::slice_<begin{0}, end{4}>::is_identity(quantized));
static_assert(!op::slice_<begin{0}, end{3}>::is_identity(quantized));
static_assert(!op::slice_<begin{3}, end{-5}, strides{-1}>::is_identity(quantized), "mirrored");

static_assert(
    refusal<op::slice_<begin{0, 0}, end{1}>, line>() ==
    "tenon: slice has not one begin, end and stride for each axis; give as many as its input has axes");
static_assert(
    refusal<op::slice_<begin{0}, end{1}, strides{1, 1}>, line>() ==
    "tenon: slice has not one begin, end and stride for each axis; give as many as its input has axes");
static_assert(refusal<op::slice_<begin{0}, end{1}, strides{0}>, line>() ==
              "tenon: slice has a stride of 0; use 1 or more, or -1 or less");
static_assert(refusal<op::slice_<begin{3}, end{3}>, line>() ==
              "tenon: slice takes nothing of an axis; let begin come before end");
static_assert(refusal<op::slice_<begin{1}, end{4}, strides{-1}>, line>() ==
              "tenon: slice takes nothing of an axis; let begin come before end");

TEST_CASE("LiteRT's int8 answers, when compiling and when running") {
  tenon_test::for_each_case<tenon_golden::slice::cases>([]<class Case>() {
    using tenon_test::axes_from;
    using sliced_as = op::slice_<axes_from<begin, Case::begin>(), axes_from<end, Case::end>(),
                                 axes_from<strides, Case::stride>()>;
    static_assert(tenon_test::answer_of_move<reference, sliced_as, Case>() == Case::expected);
    CHECK(tenon_test::answer_of_move<reference, sliced_as, Case>() == Case::expected);
  });
}

}  // namespace
