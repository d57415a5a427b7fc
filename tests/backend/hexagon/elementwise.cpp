// SPDX-License-Identifier: Apache-2.0
// One-input operators on Hexagon: against the reference, over shapes, encodings and values.
#include <tenon/backend/hexagon/elementwise.hpp>

#include "backend/hexagon/calls.hpp"

#include <tenon/backend/reference/elementwise.hpp>
#include <tenon/op/relu.hpp>
#include <tenon/op/tanh.hpp>

#include <op/uint8_cases.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("tables are equal on Hexagon and the reference") {
  CHECK(differences_over_shapes_on_hexagon<op::relu_<>, i8>() == 0);
  CHECK(differences_over_shapes_on_hexagon<op::tanh_<>, i8>() == 0);
}

TEST_CASE("uint8 is LiteRT's too") { check_requantize_uint8<hexagon<v68>>(); }
