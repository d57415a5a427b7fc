// SPDX-License-Identifier: Apache-2.0
// quantize, dequantize and argmax on Hexagon: against the reference, over shapes, encodings and values.
#include "contract/hexagon/calls.hpp"

#include <tenon/backend/hexagon/argmax.hpp>
#include <tenon/backend/hexagon/dequantize.hpp>
#include <tenon/backend/hexagon/quantize.hpp>
#include <tenon/backend/reference/argmax.hpp>
#include <tenon/backend/reference/dequantize.hpp>
#include <tenon/backend/reference/quantize.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("numbers and integers are converted as by the reference") {
  CHECK(differences_over_shapes_on_hexagon<op::quantize_<>, f32>() == 0);
  CHECK(differences_over_shapes_on_hexagon<op::dequantize_<>, i8>() == 0);
}

TEST_CASE("argmax is equal on Hexagon and the reference") {
  CHECK(differences_on_hexagon<op::argmax_<>, rounding::tflite, tensor<i8, 3, 200>::value>(1) == 0);
  CHECK(differences_on_hexagon<op::argmax_<axis{0}>, rounding::tflite, tensor<i8, 7, 2, 3>::value>(2) == 0);
}
