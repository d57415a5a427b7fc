// SPDX-License-Identifier: Apache-2.0
// tanh: kryo against the reference, over shapes, encodings and values.
#include <tenon/op/tanh.hpp>

#include <tenon/backend/kryo/elementwise.hpp>
#include <tenon/backend/reference/elementwise.hpp>

#include <contract/one_input.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("tanh of integers is equal on kryo and the reference") {
  CHECK(differences_over_shapes<op::tanh_<>, i8, agreement::exact>() == 0);
}

TEST_CASE("tanh of real numbers is near on kryo and the reference") {
  CHECK(differences_over_shapes<op::tanh_<>, f32, agreement::near>() == 0);
}
