// SPDX-License-Identifier: Apache-2.0
// Two-input operators on int8 on Hexagon, over pairs of shapes that broadcast.
#pragma once

#include "backend/hexagon/calls.hpp"

#include <tenon/backend/hexagon/pairwise.hpp>
#include <tenon/backend/reference/pairwise.hpp>

namespace tenon_test {

template <class Operator, tenon::shape First, tenon::shape Second>
int differences_of_pair(unsigned seed) {
  return integer_differences_on_hexagon<Operator, tenon::tensor_type{tenon::i8, First},
                                        tenon::tensor_type{tenon::i8, Second}>(seed);
}

template <template <auto...> class Operator>
int differences_of_pairs() {
  using namespace tenon;
  using plain = Operator<encoded{{0.043f, -7}}>;
  using bounded = Operator<clamp{-0.5f, 3.0f}, encoded{{0.031f, 90}}>;
  return differences_of_pair<plain, shape_of(1), shape_of(1)>(1) +
         differences_of_pair<bounded, shape_of(3, 43), shape_of(3, 43)>(3) +
         differences_of_pair<plain, shape_of(3, 128), shape_of(3, 128)>(5) +
         differences_of_pair<plain, shape_of(2, 3, 133), shape_of(133)>(7) +
         differences_of_pair<bounded, shape_of(5, 1), shape_of(1, 70)>(9) +
         differences_of_pair<plain, shape_of(4, 5, 6), shape_of(4, 1, 6)>(11) +
         differences_of_pair<plain, shape_of(129), shape_of(1, 1)>(13);
}

}  // namespace tenon_test
