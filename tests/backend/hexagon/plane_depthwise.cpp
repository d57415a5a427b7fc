// SPDX-License-Identifier: Apache-2.0
// Depthwise convolutions on planes: against the reference, over windows that the padding of planes has room for.
#include <tenon/backend/hexagon/plane_depthwise.hpp>

#include "backend/hexagon/planes.hpp"

#include <tenon/backend/hexagon/depthwise_conv2d.hpp>
#include <tenon/backend/reference/depthwise_conv2d.hpp>

using namespace tenon_test;
using tenon::shape_of;
using tenon::op::depthwise_conv2d_;

namespace {

template <auto... Attributes>
using around_each = depthwise_conv2d_<tenon::window{3, 3}, tenon::same_padding, Attributes...>;

static_assert(tenon::hexagon_kernels::four_weights(1, -1, 0, 127) == 0x7f00ff01);

}  // namespace

TEST_CASE("windows of 3 x 3 over images of all widths") {
  CHECK(differences_in_planes<around_each<>, shape_of(1, 1, 1)>(1) == 0);
  CHECK(differences_in_planes<around_each<>, shape_of(7, 9, 3)>(2) == 0);
  CHECK(differences_in_planes<around_each<>, shape_of(3, 127, 2)>(5, 10) == 0);
}

TEST_CASE("windows of other sizes that keep the size of the image") {
  CHECK(differences_in_planes<depthwise_conv2d_<tenon::window{2, 3}, tenon::padding{1, 0, 1, 1}>, shape_of(9, 14, 2)>(
            10) == 0);
}
