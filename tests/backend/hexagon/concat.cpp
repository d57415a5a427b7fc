// SPDX-License-Identifier: Apache-2.0
// concat on Hexagon: against the reference, over axes, shapes, encodings and values.
#include <tenon/backend/hexagon/concat.hpp>

#include "backend/hexagon/calls.hpp"

#include <tenon/backend/reference/concat.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {

template <axis Along, tensor_type... Inputs>
int differences_of_concat(unsigned seed) {
  return integer_differences_on_hexagon<op::concat_<Along, encoded{{0.05f, -3}}>, tensor_type{i8, Inputs.extents}...>(
             seed) +
         differences_on_hexagon<op::concat_<Along>, rounding::tflite, tensor_type{i32, Inputs.extents}...>(seed, 5);
}
template <int... Extents>
inline constexpr tensor_type of = tensor<i8, Extents...>::value;

}  // namespace

TEST_CASE("concat joins the same elements on Hexagon and the reference") {
  CHECK(differences_of_concat<axis{0}, of<1>>(1) == 0);
  CHECK(differences_of_concat<axis{0}, of<270>, of<3>>(2) == 0);
  CHECK(differences_of_concat<axis{1}, of<5, 3>, of<5, 1>>(3) == 0);
  CHECK(differences_of_concat<axis{-1}, of<4, 4, 33>, of<4, 4, 64>, of<4, 4, 128>>(5) == 0);
  CHECK(differences_of_concat<axis{-3}, of<2, 2, 5>, of<9, 2, 5>>(7) == 0);
}
