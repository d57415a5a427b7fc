// SPDX-License-Identifier: Apache-2.0
// sub: kryo against the reference, over shapes that broadcast, bounds, encodings and values.
#include <tenon/op/sub.hpp>

#include <contract/pairs.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("sub of integers is equal on kryo and the reference") {
  CHECK(differences_over_pairs<op::sub_, i8, agreement::exact>() == 0);
}

TEST_CASE("sub of real numbers is near on kryo and the reference") {
  CHECK(differences_over_pairs<op::sub_, f32, agreement::near>() == 0);
}
