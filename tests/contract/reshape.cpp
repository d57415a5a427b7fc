// SPDX-License-Identifier: Apache-2.0
// reshape: kryo against the reference, over shapes and values.
#include <tenon/op/reshape.hpp>

#include <tenon/backend/kryo/reshape.hpp>
#include <tenon/backend/reference/reshape.hpp>

#include <contract/movers.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("reshape copies the same elements on kryo and the reference") {
  CHECK(movement_differences<op::reshape_<extents{1, 1}>, 1>(1) == 0);
  CHECK(movement_differences<op::reshape_<extents{-1}>, 3, 5>(2) == 0);
  CHECK(movement_differences<op::reshape_<extents{16, 2}>, 4, 8>(3) == 0);
  CHECK(movement_differences<op::reshape_<extents{3, -1, 7}>, 7, 9>(4) == 0);
  CHECK(movement_differences<op::reshape_<extents{33}>, 1, 33, 1>(5) == 0);
  CHECK(movement_differences<op::reshape_<extents{2, 2, 2, 2, 2, 2}>, 64>(6) == 0);
  CHECK(movement_differences<op::reshape_<extents{17, 15}>, 255>(7) == 0);
  CHECK(movement_differences<op::reshape_<extents{-1, 6}>, 2, 3, 31>(8) == 0);
  CHECK(movement_differences<op::reshape_<extents{5, 13, 1}>, 65>(9) == 0);
  CHECK(movement_differences<op::reshape_<extents{127}>, 127>(10) == 0);
}
