// SPDX-License-Identifier: Apache-2.0
// add on Hexagon: against the reference, over shapes, encodings and values.
#include <tenon/backend/hexagon/pairwise.hpp>

#include "backend/hexagon/pairs.hpp"

#include <tenon/op/add.hpp>

#include <doctest/doctest.h>

TEST_CASE("add of integers is equal on Hexagon and the reference") {
  CHECK(tenon_test::differences_of_pairs<tenon::op::add_>() == 0);
}
