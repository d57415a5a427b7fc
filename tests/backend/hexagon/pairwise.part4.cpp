// SPDX-License-Identifier: Apache-2.0
// maximum, minimum and prelu on Hexagon: against the reference, over shapes, encodings and values.
#include "backend/hexagon/pairs.hpp"

#include <tenon/op/maximum.hpp>
#include <tenon/op/minimum.hpp>
#include <tenon/op/prelu.hpp>

#include <doctest/doctest.h>

TEST_CASE("maximum, minimum and prelu of integers are equal on Hexagon and the reference") {
  using namespace tenon;
  using tenon_test::differences_of_pair;
  CHECK(differences_of_pair<op::maximum_<encoded{{0.043f, -7}}>, shape_of(2, 133), shape_of(133)>(1) == 0);
  CHECK(differences_of_pair<op::minimum_<clamp{-0.5f, 3.0f}, encoded{{0.031f, 90}}>, shape_of(129), shape_of(129)>(3) ==
        0);
  CHECK(differences_of_pair<op::prelu_<encoded{{0.043f, -7}}>, shape_of(2, 133), shape_of(133)>(5) == 0);
}
