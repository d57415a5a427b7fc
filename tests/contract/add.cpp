// SPDX-License-Identifier: Apache-2.0
// add: kryo against the reference, over shapes that broadcast, bounds, encodings and values.
#include <tenon/op/add.hpp>

#include <contract/pairs.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("add of integers is equal on kryo and the reference") {
  CHECK(differences_over_pairs<op::add_, i8, agreement::exact>() == 0);
}

TEST_CASE("add of real numbers is near on kryo and the reference") {
  CHECK(differences_over_pairs<op::add_, f32, agreement::near>() == 0);
}
