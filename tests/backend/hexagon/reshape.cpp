// SPDX-License-Identifier: Apache-2.0
// flatten, reshape, squeeze and expand_dims on Hexagon: against the reference, over values.
#include <tenon/backend/hexagon/reshape.hpp>

#include "backend/hexagon/calls.hpp"

#include <tenon/backend/reference/reshape.hpp>
#include <tenon/op/expand_dims.hpp>
#include <tenon/op/flatten.hpp>
#include <tenon/op/reshape.hpp>
#include <tenon/op/squeeze.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("what only changes extents copies all elements") {
  CHECK(movement_differences_on_hexagon<op::flatten_<>, 3, 7, 13>(5) == 0);
  CHECK(movement_differences_on_hexagon<op::reshape_<extents{-1, 6}>, 2, 3, 31>(6) == 0);
  CHECK(movement_differences_on_hexagon<op::squeeze_<axes{1}>, 3, 1, 50>(7) == 0);
  CHECK(movement_differences_on_hexagon<op::expand_dims_<axes{0}>, 3, 50>(8) == 0);
}
