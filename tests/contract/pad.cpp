// SPDX-License-Identifier: Apache-2.0
// pad: kryo against the reference, over shapes and values.
#include <tenon/op/pad.hpp>

#include <tenon/backend/kryo/pad.hpp>
#include <tenon/backend/reference/pad.hpp>

#include <contract/movers.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {
template <class Operator, int... Extents>
int differences_of_pad(unsigned seed) {
  return movement_differences<Operator, Extents...>(seed) +
         differences_of_call<Operator, rounding::tflite, agreement::exact, tensor<f32, Extents...>::value>(
             seed, 10);
}
}  // namespace

TEST_CASE("pad moves and adds the same elements on kryo and the reference") {
  CHECK(differences_of_pad<op::pad_<before{0}, after{0}>, 7>(1) == 0);
  CHECK(differences_of_pad<op::pad_<before{3}, after{40}>, 9>(2) == 0);
  CHECK(differences_of_pad<op::pad_<before{0, 2}, after{0, 0}, fill{-1.5f}>, 5, 9>(3) == 0);
  CHECK(differences_of_pad<op::pad_<before{2, 0}, after{1, 0}>, 5, 9>(4) == 0);
  CHECK(differences_of_pad<op::pad_<padding{1, 2, 3, 4}>, 4, 5, 3>(5) == 0);
  CHECK(differences_of_pad<op::pad_<padding{0, 1, 0, 1}>, 2, 4, 5, 3>(6) == 0);
  CHECK(differences_of_pad<op::pad_<padding{1, 1, 0, 0}>, 3, 3, 17>(7) == 0);
  CHECK(differences_of_pad<op::pad_<before{0, 0, 1}, after{0, 0, 2}, fill{100.0f}>, 3, 3, 4>(8) == 0);
  CHECK(differences_of_pad<op::pad_<before{1, 0, 2, 0}, after{0, 3, 0, 1}>, 2, 1, 3, 2>(9) == 0);
  CHECK(differences_of_pad<op::pad_<before{1, 0, 0, 1, 0, 1}, after{0, 1, 0, 0, 1, 0}>, 1, 2, 1, 2, 1, 3>(
            10) == 0);
}
