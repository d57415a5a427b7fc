// SPDX-License-Identifier: Apache-2.0
// hard_sigmoid: kryo against the reference, over shapes, encodings and values.
#include <tenon/op/hard_sigmoid.hpp>

#include <tenon/backend/kryo/elementwise.hpp>
#include <tenon/backend/reference/elementwise.hpp>

#include <contract/one_input.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("hard_sigmoid of integers is equal on kryo and the reference") {
  CHECK(differences_over_shapes<op::hard_sigmoid_<>, i8, agreement::exact>() == 0);
  CHECK(differences_over_shapes<op::hard_sigmoid_<line{1.0f / 6.0f, 0.5f}>, i8, agreement::exact>() == 0);
}

TEST_CASE("hard_sigmoid of real numbers is near on kryo and the reference") {
  CHECK(differences_over_shapes<op::hard_sigmoid_<>, f32, agreement::near>() == 0);
  CHECK(differences_over_shapes<op::hard_sigmoid_<line{1.0f / 6.0f, 0.5f}>, f32, agreement::near>() == 0);
}
