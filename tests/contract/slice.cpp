// SPDX-License-Identifier: Apache-2.0
// slice: kryo against the reference, over shapes and values.
#include <tenon/op/slice.hpp>

#include <tenon/backend/kryo/movement.hpp>
#include <tenon/backend/reference/movement.hpp>

#include <contract/movers.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("slice moves the same elements on kryo and the reference") {
  CHECK(movement_differences<op::slice_<begin{0}, end{1}>, 1>(1) == 0);
  CHECK(movement_differences<op::slice_<begin{3}, end{70}>, 71>(2) == 0);
  CHECK(movement_differences<op::slice_<begin{-1}, end{-72}, strides{-1}>, 71>(3) == 0);
  CHECK(movement_differences<op::slice_<begin{1, 0}, end{4, 9}>, 5, 9>(4) == 0);
  CHECK(movement_differences<op::slice_<begin{0, 2}, end{5, 9}>, 5, 9>(5) == 0);
  CHECK(movement_differences<op::slice_<begin{4, 8}, end{-6, 0}, strides{-2, -3}>, 5, 9>(6) == 0);
  CHECK(movement_differences<op::slice_<begin{1, 0, 0}, end{2, 4, 33}>, 3, 4, 33>(7) == 0);
  CHECK(movement_differences<op::slice_<begin{0, 1, 0}, end{3, 4, 33}, strides{2, 1, 1}>, 3, 4, 33>(8) == 0);
  CHECK(movement_differences<op::slice_<begin{0, 3, 0}, end{3, -5, 33}, strides{1, -1, 1}>, 3, 4, 33>(9) ==
        0);
  CHECK(movement_differences<
            op::slice_<begin{0, 0, 1, 0, 0, 1}, end{2, 1, 3, 2, 1, 4}, strides{1, 1, 2, 1, 1, 2}>, 2, 1, 3, 2,
            1, 4>(10) == 0);
}
