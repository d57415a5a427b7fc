// SPDX-License-Identifier: Apache-2.0
// flatten: kryo against the reference, over shapes and values.
#include <tenon/op/flatten.hpp>

#include <tenon/backend/kryo/reshape.hpp>
#include <tenon/backend/reference/reshape.hpp>

#include <contract/movers.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("flatten copies the same elements of drawn shapes") {
  CHECK(differences_over_seeds([]<unsigned Seed>() {
          return movement_differences_over<op::flatten_<>, draw_shape(Seed)>(Seed + 100);
        }) == 0);
}

TEST_CASE("flatten copies the same elements on kryo and the reference") {
  CHECK(movement_differences<op::flatten_<>, 1>(1) == 0);
  CHECK(movement_differences<op::flatten_<>, 1, 33, 1>(5) == 0);
  CHECK(movement_differences<op::flatten_<>, 64>(6) == 0);
  CHECK(movement_differences<op::flatten_<>, 65>(9) == 0);
}
