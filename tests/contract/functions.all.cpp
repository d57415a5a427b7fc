// SPDX-License-Identifier: Apache-2.0
// One-input functions of int8, all of them: kryo against the reference.
#include <tenon/backend/kryo/elementwise.hpp>
#include <tenon/backend/reference/elementwise.hpp>

#include "contract/all_functions.hpp"
#include "contract/one_input.hpp"

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("all functions of int8 are equal on kryo and the reference") {
  all_functions::for_each([]<class Function>() {
    INFO(std::string(Function::word));
    CHECK(differences_over_draws<Function, tensor<i8, 3, 67>::value, rounding::tflite, agreement::exact>(1) == 0);
    CHECK(differences_over_draws<Function, tensor<i8, 5>::value, rounding::float32, agreement::exact>(2) == 0);
  });
}
