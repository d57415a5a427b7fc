// SPDX-License-Identifier: Apache-2.0
// leaky_relu: kryo against the reference, over shapes, encodings and values.
#include <tenon/op/leaky_relu.hpp>

#include <tenon/backend/kryo/elementwise.hpp>
#include <tenon/backend/reference/elementwise.hpp>

#include <contract/one_input.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("leaky_relu of integers is equal on kryo and the reference") {
  CHECK(differences_over_shapes<op::leaky_relu_<>, i8, agreement::exact>() == 0);
  CHECK(differences_over_shapes<op::leaky_relu_<slope{-0.3f}>, i8, agreement::exact>() == 0);
}

TEST_CASE("leaky_relu of real numbers is near on kryo and the reference") {
  CHECK(differences_over_shapes<op::leaky_relu_<>, f32, agreement::near>() == 0);
  CHECK(differences_over_shapes<op::leaky_relu_<slope{-0.3f}>, f32, agreement::near>() == 0);
}
