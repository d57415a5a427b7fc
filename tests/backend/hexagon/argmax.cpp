// SPDX-License-Identifier: Apache-2.0
// argmax on Hexagon: against the reference, over axes and values.
#include <tenon/backend/hexagon/argmax.hpp>

#include "backend/hexagon/calls.hpp"

#include <tenon/backend/reference/argmax.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("argmax is equal on Hexagon and the reference") {
  CHECK(differences_on_hexagon<op::argmax_<>, rounding::tflite, tensor<i8, 3, 200>::value>(1) == 0);
  CHECK(differences_on_hexagon<op::argmax_<axis{0}>, rounding::tflite, tensor<i8, 7, 2, 3>::value>(2) == 0);
}
