// SPDX-License-Identifier: Apache-2.0
// resize on Hexagon: against the reference, over sizes and values.
#include <tenon/backend/hexagon/resize.hpp>

#include "backend/hexagon/calls.hpp"

#include <tenon/backend/reference/resize.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("resize is equal on Hexagon and the reference") {
  CHECK(integer_differences_on_hexagon<op::resize_<image_size{9, 4}, nearest>, tensor<i8, 4, 6, 5>::value>(8) == 0);
  CHECK(integer_differences_on_hexagon<op::resize_<image_size{8, 8}, nearest>, tensor<i8, 4, 4, 130>::value>(9) == 0);
  CHECK(integer_differences_on_hexagon<op::resize_<image_size{7, 5}, bilinear>, tensor<i8, 4, 6, 5>::value>(10) == 0);
}
