// SPDX-License-Identifier: Apache-2.0
// reshape, squeeze and expand_dims: kryo against the reference, over shapes and values.
#include <tenon/op/expand_dims.hpp>
#include <tenon/op/reshape.hpp>
#include <tenon/op/squeeze.hpp>

#include <tenon/backend/kryo/reshape.hpp>
#include <tenon/backend/reference/reshape.hpp>

#include <contract/movers.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("reshape copies the same elements of drawn shapes") {
  CHECK(differences_over_seeds([]<unsigned Seed>() {
          constexpr shape x = draw_shape(Seed);
          return movement_differences_over<op::reshape_<extents{1, x[0], -1}>, x>(Seed + 100);
        }) == 0);
}

TEST_CASE("reshape copies the same elements on kryo and the reference") {
  CHECK(movement_differences<op::reshape_<extents{1, 1}>, 1>(1) == 0);
  CHECK(movement_differences<op::reshape_<extents{-1}>, 3, 5>(2) == 0);
  CHECK(movement_differences<op::reshape_<extents{3, -1, 7}>, 7, 9>(4) == 0);
  CHECK(movement_differences<op::reshape_<extents{2, 2, 2, 2, 2, 2}>, 64>(6) == 0);
  CHECK(movement_differences<op::reshape_<extents{-1, 6}>, 2, 3, 31>(8) == 0);
}

TEST_CASE("axes of one element come and go on kryo as on the reference") {
  CHECK(movement_differences<op::squeeze_<axes{1}>, 3, 1, 5>(9) == 0);
  CHECK(movement_differences<op::expand_dims_<axes{0}>, 3, 5>(10) == 0);
}
