// SPDX-License-Identifier: Apache-2.0
// One-input functions of int8 on the adreno backend, all of them: against the reference, over encodings and values.
#include <tenon/backend/adreno/elementwise.hpp>
#include <tenon/backend/reference/elementwise.hpp>

#include "backend/adreno/held_to_reference.hpp"
#include "contract/all_functions.hpp"

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("all functions of int8 have the reference's bits") {
  all_functions::for_each([]<class Function>() {
    INFO(std::string(Function::word));
    CHECK(differences_on_device(integer_cases<Function, 0, tensor<i8, 3, 67>::value>{}) == 0);
  });
}
