// SPDX-License-Identifier: Apache-2.0
// Pointwise convolutions on planes: against the reference, over depths around the words and blocks that they go by.
#include <tenon/backend/hexagon/plane_pointwise.hpp>

#include "backend/hexagon/planes.hpp"

#include <tenon/backend/hexagon/conv2d.hpp>
#include <tenon/backend/reference/conv2d.hpp>

using namespace tenon_test;
using tenon::shape_of;

namespace {

template <int Filters>
using each_pixel = tenon::op::conv2d_<tenon::filters{Filters}, tenon::window{1, 1}>;

}  // namespace

TEST_CASE("all depths, in and out") {
  CHECK(differences_in_planes<each_pixel<1>, shape_of(1, 1, 1)>(1) == 0);
  CHECK(differences_in_planes<each_pixel<5>, shape_of(9, 13, 3)>(2) == 0);
  CHECK(differences_in_planes<each_pixel<12>, shape_of(3, 130, 8)>(3) == 0);
}
