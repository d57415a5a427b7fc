// SPDX-License-Identifier: Apache-2.0
// slice, transpose and blocks of pixels on Hexagon: against the reference, over shapes and values.
#include <tenon/backend/hexagon/movement.hpp>

#include "backend/hexagon/calls.hpp"

#include <tenon/backend/reference/movement.hpp>
#include <tenon/op/depth_to_space.hpp>
#include <tenon/op/slice.hpp>
#include <tenon/op/space_to_depth.hpp>
#include <tenon/op/transpose.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("slices and transpositions move the same elements") {
  CHECK(movement_differences_on_hexagon<op::slice_<begin{3}, end{170}>, 171>(1) == 0);
  CHECK(movement_differences_on_hexagon<op::slice_<begin{-1}, end{-72}, strides{-1}>, 71>(2) == 0);
  CHECK(movement_differences_on_hexagon<op::slice_<begin{1, 0, 0}, end{2, 4, 33}>, 3, 4, 33>(3) == 0);
  CHECK(movement_differences_on_hexagon<op::transpose_<>, 5, 3, 40>(4) == 0);
  CHECK(movement_differences_on_hexagon<op::depth_to_space_<block_size{2}>, 3, 2, 140>(5) == 0);
  CHECK(movement_differences_on_hexagon<op::space_to_depth_<block_size{2}>, 4, 6, 5>(6) == 0);
}
