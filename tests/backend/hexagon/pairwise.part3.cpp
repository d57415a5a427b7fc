// SPDX-License-Identifier: Apache-2.0
// mul on Hexagon: against the reference, over shapes, encodings and values.
#include "backend/hexagon/pairs.hpp"

#include <tenon/op/mul.hpp>

#include <doctest/doctest.h>

TEST_CASE("mul of integers is equal on Hexagon and the reference") {
  CHECK(tenon_test::differences_of_pairs<tenon::op::mul_>() == 0);
}
