// SPDX-License-Identifier: Apache-2.0
// transpose: kryo against the reference, over shapes and values.
#include <tenon/op/transpose.hpp>

#include <tenon/backend/kryo/movement.hpp>
#include <tenon/backend/reference/movement.hpp>

#include <contract/movers.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("transpose moves the same elements on kryo and the reference") {
  CHECK(movement_differences<op::transpose_<>, 1>(1) == 0);
  CHECK(movement_differences<op::transpose_<>, 5, 9>(2) == 0);
  CHECK(movement_differences<op::transpose_<>, 33, 1>(3) == 0);
  CHECK(movement_differences<op::transpose_<permutation{0, 1}>, 7, 3>(4) == 0);
  CHECK(movement_differences<op::transpose_<permutation{2, 0, 1}>, 8, 6, 3>(5) == 0);
  CHECK(movement_differences<op::transpose_<permutation{1, 0, 2}>, 8, 6, 3>(6) == 0);
  CHECK(movement_differences<op::transpose_<permutation{0, 3, 1, 2}>, 2, 5, 4, 3>(7) == 0);
  CHECK(movement_differences<op::transpose_<permutation{2, 3, 0, 1}>, 2, 5, 4, 3>(8) == 0);
  CHECK(movement_differences<op::transpose_<permutation{1, 0, 3, 2, 4}>, 2, 3, 1, 4, 5>(9) == 0);
  CHECK(movement_differences<op::transpose_<permutation{5, 3, 1, 0, 2, 4}>, 1, 2, 3, 1, 2, 4>(10) == 0);
}
