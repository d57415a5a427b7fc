// SPDX-License-Identifier: Apache-2.0
// flatten: kryo against the reference, over shapes and values.
#include <tenon/op/flatten.hpp>

#include <tenon/backend/kryo/reshape.hpp>
#include <tenon/backend/reference/reshape.hpp>

#include <contract/movers.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("flatten copies the same elements on kryo and the reference") {
  CHECK(movement_differences<op::flatten_<>, 1>(1) == 0);
  CHECK(movement_differences<op::flatten_<>, 3, 5>(2) == 0);
  CHECK(movement_differences<op::flatten_<>, 4, 8>(3) == 0);
  CHECK(movement_differences<op::flatten_<>, 7, 9>(4) == 0);
  CHECK(movement_differences<op::flatten_<>, 1, 33, 1>(5) == 0);
  CHECK(movement_differences<op::flatten_<>, 64>(6) == 0);
  CHECK(movement_differences<op::flatten_<>, 255>(7) == 0);
  CHECK(movement_differences<op::flatten_<>, 2, 3, 31>(8) == 0);
  CHECK(movement_differences<op::flatten_<>, 65>(9) == 0);
  CHECK(movement_differences<op::flatten_<>, 127>(10) == 0);
}
