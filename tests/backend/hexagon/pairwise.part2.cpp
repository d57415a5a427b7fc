// SPDX-License-Identifier: Apache-2.0
// sub on Hexagon: against the reference, over shapes, encodings and values.
#include "backend/hexagon/pairs.hpp"

#include <tenon/op/sub.hpp>

#include <doctest/doctest.h>

TEST_CASE("sub of integers is equal on Hexagon and the reference") {
  CHECK(tenon_test::differences_of_pairs<tenon::op::sub_>() == 0);
}
