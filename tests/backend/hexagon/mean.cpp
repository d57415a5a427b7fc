// SPDX-License-Identifier: Apache-2.0
// mean, global_average_pool and reduce_sum on Hexagon: against the reference, over axes and shapes.
#include <tenon/backend/hexagon/mean.hpp>

#include "backend/hexagon/contracts.hpp"

#include <tenon/backend/reference/folding.hpp>
#include <tenon/backend/reference/mean.hpp>

using namespace tenon_test;
using tenon::shape_of;

TEST_CASE("mean is equal on Hexagon and the reference") {
  check_on_hexagon<tenon::op::mean_<tenon::axes(0)>, shape_of(1000)>(1);
  check_on_hexagon<tenon::op::mean_<tenon::axes(0)>, shape_of(3, 165)>(2);
  check_on_hexagon<tenon::op::mean_<tenon::axes(-1)>, shape_of(5, 65)>(3);
  check_on_hexagon<tenon::op::mean_<tenon::axes(0, 2)>, shape_of(2, 3, 4, 5)>(4);
  check_on_hexagon<tenon::op::mean_<tenon::axes(1, 3), tenon::keep_axes{true}>, shape_of(2, 3, 4, 5)>(5);
  check_on_hexagon<tenon::op::global_average_pool_<>, shape_of(7, 7, 33)>(6);
  check_on_hexagon<tenon::op::global_average_pool_<>, shape_of(2, 3, 5, 128)>(7);
}

TEST_CASE("reduce_sum is equal on Hexagon and the reference") {
  check_on_hexagon<tenon::op::reduce_sum_<tenon::axes(0)>, shape_of(3, 133)>(8);
  check_on_hexagon<tenon::op::reduce_sum_<>, shape_of(2, 3, 5)>(9);
}
