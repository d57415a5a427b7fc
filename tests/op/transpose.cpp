// SPDX-License-Identifier: Apache-2.0
// transpose: golden vectors, every element type, and what it refuses.
#include <tenon/op/transpose.hpp>

#include <tenon/backend/reference/movement.hpp>

#include "golden/transpose.hpp"
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
using turned = tenon_test::one_call<reference, Operator, rounding::tflite, Input>;

constexpr tensor_type matrix = tensor<f32, 2, 3>::value;
static_assert(turned<op::transpose_<>, matrix>::run({}, counted<matrix>()) ==
              std::array<float, 6>{1, 4, 2, 5, 3, 6});
static_assert(turned<op::transpose_<permutation{0, 1}>, matrix>::run({}, counted<matrix>()) ==
              counted<matrix>());

constexpr tensor_type six = tensor<i16, 1, 2, 1, 3, 1, 2>::value;
static_assert(turned<op::transpose_<permutation{5, 3, 1, 0, 2, 4}>, six>::result.extents ==
              shape_of(2, 3, 2, 1, 1, 1));
static_assert(turned<op::transpose_<permutation{5, 3, 1, 0, 2, 4}>, six>::run({}, counted<six>()) ==
              std::array<std::int16_t, 12>{1, 7, 3, 9, 5, 11, 2, 8, 4, 10, 6, 12});

constexpr std::array<edge_type, 1> quantized{edge_type{{i8, shape_of(4, 2)}, {0.5f, 3}}};
static_assert(op::transpose_<>::infer(quantized).edge.code == encoding{0.5f, 3});
static_assert(op::transpose_<permutation{0, 1}>::is_identity(quantized));
static_assert(!op::transpose_<>::is_identity(quantized));

constexpr std::string_view wrong =
    "tenon: transpose has no permutation of the axes of its input; name each axis once";
static_assert(refusal<op::transpose_<permutation{0, 0}>, matrix>() == wrong);
static_assert(refusal<op::transpose_<permutation{0, 2}>, matrix>() == wrong);
static_assert(refusal<op::transpose_<permutation{-1, 0}>, matrix>() == wrong);
static_assert(refusal<op::transpose_<permutation{0, 1, 2}>, matrix>() == wrong);

TEST_CASE("LiteRT's int8 answers, when compiling and when running") {
  tenon_test::for_each_case<tenon_golden::transpose::cases>([]<class Case>() {
    using turned_as = op::transpose_<tenon_test::axes_from<permutation, Case::permutation>()>;
    static_assert(tenon_test::answer_of_move<reference, turned_as, Case>() == Case::expected);
    CHECK(tenon_test::answer_of_move<reference, turned_as, Case>() == Case::expected);
  });
}

}  // namespace
