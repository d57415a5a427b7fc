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
         differences_of_call<Operator, rounding::tflite, agreement::exact, tensor<f32, Extents...>::value>(seed);
}
}  // namespace

TEST_CASE("pad moves and adds the same elements to drawn shapes") {
  CHECK(differences_over_seeds([]<unsigned Seed>() {
          constexpr shape x = draw_shape(Seed);
          constexpr before first = list_over<before>(x, [](int axis) { return (static_cast<int>(Seed) + axis) % 3; });
          constexpr after last = list_over<after>(x, [](int axis) { return lottery(Seed).between(0, 2 + axis); });
          return movement_differences_over<op::pad_<first, last>, x>(Seed + 100);
        }) == 0);
}

TEST_CASE("pad moves and adds the same elements on kryo and the reference") {
  CHECK(differences_of_pad<op::pad_<before{0}, after{0}>, 7>(1) == 0);
  CHECK(differences_of_pad<op::pad_<before{3}, after{40}>, 9>(2) == 0);
  CHECK(differences_of_pad<op::pad_<before{0, 2}, after{0, 0}, fill{-1.5f}>, 5, 9>(3) == 0);
  CHECK(differences_of_pad<op::pad_<padding{1, 2, 3, 4}>, 4, 5, 3>(5) == 0);
  CHECK(differences_of_pad<op::pad_<padding{0, 1, 0, 1}>, 2, 4, 5, 3>(6) == 0);
  CHECK(differences_of_pad<op::pad_<before{0, 0, 1}, after{0, 0, 2}, fill{100.0f}>, 3, 3, 4>(8) == 0);
  CHECK(differences_of_pad<op::pad_<before{1, 0, 0, 1, 0, 1}, after{0, 1, 0, 0, 1, 0}>, 1, 2, 1, 2, 1, 3>(
            10) == 0);
}
