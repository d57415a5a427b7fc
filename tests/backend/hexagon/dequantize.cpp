// SPDX-License-Identifier: Apache-2.0
// dequantize on Hexagon: against the reference, over shapes, encodings and integers.
#include <tenon/backend/hexagon/dequantize.hpp>

#include "backend/hexagon/calls.hpp"

#include <tenon/backend/reference/dequantize.hpp>

#include <op/uint8_cases.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("integers become the reference's numbers") {
  CHECK(differences_over_shapes_on_hexagon<op::dequantize_<>, i8>() == 0);
}

TEST_CASE("uint8 is LiteRT's too") { check_dequantize_of_uint8<hexagon<v68>>(); }
