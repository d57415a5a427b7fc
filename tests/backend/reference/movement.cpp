// SPDX-License-Identifier: Apache-2.0
// Strided views on the reference backend: results with gaps between rows, scalars, every element type.
#include <tenon/backend/reference/movement.hpp>

#include <tenon/core/requantize.hpp>
#include <tenon/op/slice.hpp>
#include <tenon/op/transpose.hpp>

#include <doctest/doctest.h>

#include <array>

namespace {

using namespace tenon;

constexpr operand box{tensor<f32, 2, 3>::value};

template <class Operator, operand Result, operand Input>
using run_as = kernel<reference, call<Operator, rounding::tflite, Result, Input>>;

template <element Type>
constexpr bool moves =
    has_kernel<reference, call<op::transpose_<>, rounding::tflite, operand{tensor<Type, 3, 2>::value},
                               operand{tensor<Type, 2, 3>::value}>>;
static_assert(moves<f32> && moves<f16> && moves<bf16> && moves<i32> && moves<i16> && moves<i8> && moves<u8> &&
              moves<i4>);

TEST_CASE("Rows can have gaps between them, which stay as they are") {
  const std::array<float, 6> x{1, 2, 3, 4, 5, 6};
  std::array<float, 8> y;
  y.fill(-1);
  run_as<op::transpose_<>, operand{tensor<f32, 3, 2>::value, 3}, box>::run({}, nullptr, y.data(), x.data());
  CHECK(y == std::array<float, 8>{1, 4, -1, 2, 5, -1, 3, 6});
}

TEST_CASE("A scalar is moved") {
  constexpr operand scalar{{f32, {}}};
  const float x = 3;
  float y = 0;
  run_as<op::slice_<>, scalar, scalar>::run({}, nullptr, &y, &x);
  CHECK(y == 3);
}

}  // namespace
