// SPDX-License-Identifier: Apache-2.0
// global_max_pool, reduce_max and reduce_min on Hexagon: against the reference, over shapes and values.
#include <tenon/backend/hexagon/global_max_pool.hpp>

#include "backend/hexagon/contracts.hpp"

#include <tenon/backend/reference/folding.hpp>
#include <tenon/backend/reference/global_max_pool.hpp>

using namespace tenon_test;

TEST_CASE("global_max_pool is equal on Hexagon and the reference") {
  check_on_hexagon<tenon::op::global_max_pool_<>, tenon::shape_of(2, 3, 5, 130)>(8);
  check_on_hexagon<tenon::op::global_max_pool_<>, tenon::shape_of(6, 1, 3)>(9);
}

TEST_CASE("reduce_max and reduce_min are equal on Hexagon and the reference") {
  check_on_hexagon<tenon::op::reduce_max_<tenon::axes{0}>, tenon::shape_of(5, 131)>(10);
  check_on_hexagon<tenon::op::reduce_min_<tenon::axes{1, -1}>, tenon::shape_of(2, 3, 7)>(11);
}
