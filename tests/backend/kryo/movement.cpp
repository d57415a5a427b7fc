// SPDX-License-Identifier: Apache-2.0
// Strided views on kryo: golden vectors, results with gaps between rows, every element type.
#include <tenon/backend/kryo/movement.hpp>

#include <tenon/op/slice.hpp>
#include <tenon/op/transpose.hpp>

#include "golden/slice.hpp"
#include "golden/transpose.hpp"
#include "op/golden_moves.hpp"

#include <doctest/doctest.h>

#include <array>

namespace {

using namespace tenon;

template <element Type>
constexpr bool moves =
    has_kernel<kryo, call<op::transpose_<>, rounding::tflite, operand{tensor<Type, 3, 2>::value},
                          operand{tensor<Type, 2, 3>::value}>>;
static_assert(moves<f32> && moves<f16> && moves<bf16> && moves<i32> && moves<i16> && moves<i8> && moves<u8> &&
              moves<i4>);

TEST_CASE("LiteRT's int8 answers") {
  using tenon_test::axes_from;
  tenon_test::for_each_case<tenon_golden::transpose::cases>([]<class Case>() {
    using turned = op::transpose_<axes_from<permutation, Case::permutation>()>;
    CHECK(tenon_test::answer_of_move<kryo, turned, Case>() == Case::expected);
  });
  tenon_test::for_each_case<tenon_golden::slice::cases>([]<class Case>() {
    using cut = op::slice_<axes_from<begin, Case::begin>(), axes_from<end, Case::end>(),
                           axes_from<strides, Case::stride>()>;
    CHECK(tenon_test::answer_of_move<kryo, cut, Case>() == Case::expected);
  });
}

TEST_CASE("Rows can have gaps between them, which stay as they are") {
  using turned = kernel<kryo, call<op::transpose_<>, rounding::tflite, operand{tensor<f32, 3, 2>::value, 3},
                                   operand{tensor<f32, 2, 3>::value}>>;
  const std::array<float, 6> x{1, 2, 3, 4, 5, 6};
  std::array<float, 8> y;
  y.fill(-1);
  turned::run({}, nullptr, y.data(), x.data());
  CHECK(y == std::array<float, 8>{1, 4, -1, 2, 5, -1, 3, 6});
}

}  // namespace
