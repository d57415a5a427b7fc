// SPDX-License-Identifier: Apache-2.0
// maximum, minimum, prelu and div: kryo against the reference, over shapes that broadcast, bounds, encodings and
// values.
#include <tenon/op/div.hpp>
#include <tenon/op/maximum.hpp>
#include <tenon/op/minimum.hpp>
#include <tenon/op/prelu.hpp>

#include <contract/pairs.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {

template <class Operator, int Size>
int differences_on_line(unsigned seed) {
  return integer_differences<Operator, tensor<i8, 2, Size>::value, tensor<i8, 2, Size>::value>(seed) +
         integer_differences<Operator, tensor<i8, 3, Size>::value, tensor<i8, Size>::value>(seed + 2) +
         integer_differences<Operator, tensor<i8, 3, Size>::value, tensor<i8, 3, 1>::value>(seed + 4);
}

template <class Operator>
int real_differences(unsigned seed) {
  using rounding = rounding::tflite;
  return differences_of_call<Operator, rounding, agreement::near, tensor<f32, 43>::value, tensor<f32, 43>::value>(
             seed) +
         differences_of_call<Operator, rounding, agreement::near, tensor<f32, 3, 17>::value, tensor<f32, 17>::value>(
             seed + 1) +
         differences_of_call<Operator, rounding, agreement::near, tensor<f32, 3, 17>::value, tensor<f32, 3, 1>::value>(
             seed + 2);
}

}  // namespace

TEST_CASE("extrema and slopes of integers are equal on kryo and the reference") {
  CHECK(differences_on_line<op::maximum_<encoded{{0.043f, -7}}>, 70>(1) == 0);
  CHECK(differences_on_line<op::minimum_<clamp{-0.5f, 3.0f}, encoded{{0.031f, 90}}>, 70>(11) == 0);
  CHECK(differences_on_line<op::prelu_<encoded{{0.043f, -7}}>, 70>(21) == 0);
}

TEST_CASE("extrema, slopes and quotients of real numbers are near on kryo and the reference") {
  CHECK(real_differences<op::maximum_<>>(31) == 0);
  CHECK(real_differences<op::minimum_<clamp{-0.5f, 3.0f}>>(34) == 0);
  CHECK(real_differences<op::prelu_<>>(37) == 0);
  CHECK(real_differences<op::div_<>>(40) == 0);
}
