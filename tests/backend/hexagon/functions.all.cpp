// SPDX-License-Identifier: Apache-2.0
// One-input functions of int8 on Hexagon, all of them: against the reference, over encodings and values.
#include <tenon/backend/hexagon/elementwise.hpp>

#include "backend/hexagon/calls.hpp"
#include "contract/all_functions.hpp"

#include <tenon/backend/reference/elementwise.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("all functions of int8 are equal on Hexagon and the reference") {
  all_functions::for_each([]<class Function>() {
    INFO(std::string(Function::word));
    CHECK(differences_on_hexagon<Function, rounding::tflite, tensor<i8, 2, 67>::value>(1) == 0);
    CHECK(differences_on_hexagon<Function, rounding::float32, tensor<i8, 5>::value>(2) == 0);
  });
}
