// SPDX-License-Identifier: Apache-2.0
// gather, mirror_pad and tile on Hexagon: against the reference, over shapes and values.
#include <tenon/backend/hexagon/selection.hpp>

#include "backend/hexagon/calls.hpp"

#include <tenon/backend/reference/selection.hpp>
#include <tenon/op/gather.hpp>
#include <tenon/op/mirror_pad.hpp>
#include <tenon/op/tile.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("slices of gather, mirror_pad and tile are the reference's") {
  CHECK(movement_differences_on_hexagon<op::gather_<axis{1}, indices<3, 0, 0, -1>>, 3, 4, 17>(1) == 0);
  CHECK(movement_differences_on_hexagon<op::gather_<axis{-1}, indices<0, 2, 1>>, 7, 5>(2) == 0);
  CHECK(movement_differences_on_hexagon<op::mirror_pad_<padding{2, 1, 0, 3}>, 4, 5, 33>(3) == 0);
  CHECK(movement_differences_on_hexagon<op::mirror_pad_<before{5}, after{1}, repeat_edge>, 2>(4) == 0);
  CHECK(movement_differences_on_hexagon<op::tile_<repeats{2, 3, 1}>, 2, 3, 130>(5) == 0);
}
