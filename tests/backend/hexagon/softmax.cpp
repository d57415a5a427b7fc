// SPDX-License-Identifier: Apache-2.0
// softmax on Hexagon: against the reference, over shapes, encodings and values.
#include <tenon/backend/hexagon/softmax.hpp>

#include "backend/hexagon/calls.hpp"

#include <tenon/backend/reference/softmax.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("softmax is equal on Hexagon and the reference") {
  CHECK(differences_over_shapes_on_hexagon<op::softmax_<>, i8>() == 0);
  CHECK(differences_on_hexagon<op::softmax_<beta{0.3f}>, rounding::tflite, tensor<i8, 2, 300>::value>(3) == 0);
}
