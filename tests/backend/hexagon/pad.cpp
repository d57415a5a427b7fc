// SPDX-License-Identifier: Apache-2.0
// pad on Hexagon: against the reference, over shapes, encodings and values.
#include <tenon/backend/hexagon/pad.hpp>

#include "backend/hexagon/calls.hpp"

#include <tenon/backend/reference/pad.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("pad moves the same elements into the same border") {
  CHECK(integer_differences_on_hexagon<op::pad_<before{1, 0}, after{2, 3}>, tensor<i8, 5, 7>::value>(6) == 0);
  CHECK(integer_differences_on_hexagon<op::pad_<before{0, 2, 0}, after{0, 1, 0}>, tensor<i8, 2, 3, 150>::value>(7) == 0);
  CHECK(movement_differences_on_hexagon<op::pad_<before{2, 0}, after{1, 0}>, 5, 9>(8) == 0);
}
