// SPDX-License-Identifier: Apache-2.0
// A sample of softmax's contract on 64-bit Arm, rows within and beyond a table; a build of all tests has all of it.
#include <tenon/backend/kryo/softmax.hpp>
#include <tenon/backend/reference/softmax.hpp>

#include <contract/one_input.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {

template <element Element, int Length, agreement Agreement>
int differences() {
  return differences_over_draws<op::softmax_<>, tensor<Element, 2, Length>::value, rounding::tflite, Agreement>(Length);
}

}  // namespace

TEST_CASE("softmax of integers is equal on kryo and the reference") {
  CHECK(differences<i8, 10, agreement::exact>() == 0);
  CHECK(differences<i8, 1001, agreement::exact>() == 0);
}

TEST_CASE("softmax of real numbers is near on kryo and the reference") {
  CHECK(differences<f32, 37, agreement::near>() == 0);
}
