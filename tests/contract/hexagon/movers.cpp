// SPDX-License-Identifier: Apache-2.0
// Operators that move elements on Hexagon: against the reference, over shapes and values.
#include "contract/hexagon/calls.hpp"

#include <tenon/backend/hexagon/movement.hpp>
#include <tenon/backend/hexagon/pad.hpp>
#include <tenon/backend/hexagon/reshape.hpp>
#include <tenon/backend/hexagon/resize.hpp>
#include <tenon/backend/reference/movement.hpp>
#include <tenon/backend/reference/pad.hpp>
#include <tenon/backend/reference/reshape.hpp>
#include <tenon/backend/reference/resize.hpp>
#include <tenon/op/flatten.hpp>
#include <tenon/op/slice.hpp>
#include <tenon/op/transpose.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("slices and transpositions move the same elements") {
  CHECK(movement_differences_on_hexagon<op::slice_<begin{3}, end{170}>, 171>(1) == 0);
  CHECK(movement_differences_on_hexagon<op::slice_<begin{-1}, end{-72}, strides{-1}>, 71>(2) == 0);
  CHECK(movement_differences_on_hexagon<op::slice_<begin{1, 0, 0}, end{2, 4, 33}>, 3, 4, 33>(3) == 0);
  CHECK(movement_differences_on_hexagon<op::transpose_<>, 5, 3, 40>(4) == 0);
}

TEST_CASE("flatten copies all elements") { CHECK(movement_differences_on_hexagon<op::flatten_<>, 3, 7, 13>(5) == 0); }

TEST_CASE("pad moves the same elements into the same border") {
  CHECK(integer_differences_on_hexagon<op::pad_<before{1, 0}, after{2, 3}>, tensor<i8, 5, 7>::value>(6) == 0);
  CHECK(integer_differences_on_hexagon<op::pad_<before{0, 2, 0}, after{0, 1, 0}>, tensor<i8, 2, 3, 150>::value>(7) == 0);
}

TEST_CASE("resize is equal on Hexagon and the reference") {
  CHECK(integer_differences_on_hexagon<op::resize_<image_size{9, 4}, interpolation::nearest>, tensor<i8, 4, 6, 5>::value>(8) == 0);
  CHECK(integer_differences_on_hexagon<op::resize_<image_size{8, 8}, interpolation::nearest>, tensor<i8, 4, 4, 130>::value>(9) == 0);
  CHECK(integer_differences_on_hexagon<op::resize_<image_size{7, 5}, interpolation::bilinear>, tensor<i8, 4, 6, 5>::value>(10) == 0);
}
