// SPDX-License-Identifier: Apache-2.0
// clip: kryo against the reference, over shapes, encodings and values.
#include <tenon/op/clip.hpp>

#include <tenon/backend/kryo/elementwise.hpp>
#include <tenon/backend/reference/elementwise.hpp>

#include <contract/one_input.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("clip of integers is equal on kryo and the reference") {
  CHECK(differences_over_shapes<op::clip_<clamp{-0.5f, 0.75f}>, i8, agreement::exact>() == 0);
  CHECK(differences_over_shapes<op::clip_<>, i8, agreement::exact>() == 0);
}

TEST_CASE("clip of real numbers is near on kryo and the reference") {
  CHECK(differences_over_shapes<op::clip_<clamp{-0.5f, 0.75f}>, f32, agreement::near>() == 0);
  CHECK(differences_over_shapes<op::clip_<>, f32, agreement::near>() == 0);
}
