// SPDX-License-Identifier: Apache-2.0
// assign on Hexagon: copies of every element type, a table for int8.
#include <tenon/backend/hexagon/assign.hpp>

#include <op/assign_cases.hpp>

#include <doctest/doctest.h>

TEST_CASE("Values are copied, int8 by way of their encodings") {
  tenon_test::check_assign<tenon::hexagon<tenon::v68>>();
}
