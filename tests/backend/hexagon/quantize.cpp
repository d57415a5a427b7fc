// SPDX-License-Identifier: Apache-2.0
// quantize on Hexagon: against the reference, over shapes, encodings and numbers.
#include <tenon/backend/hexagon/quantize.hpp>

#include "backend/hexagon/calls.hpp"

#include <tenon/backend/reference/quantize.hpp>

#include <op/uint8_cases.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("numbers become the reference's integers") {
  CHECK(differences_over_shapes_on_hexagon<op::quantize_<>, f32>() == 0);
}

TEST_CASE("uint8 is LiteRT's too") { check_quantize_to_uint8<hexagon<v68>>(); }
