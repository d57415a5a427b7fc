// SPDX-License-Identifier: Apache-2.0
// conv2d on Hexagon: against the reference, over drawn shapes.
#include <tenon/backend/hexagon/convolution.hpp>

#include "backend/hexagon/contracts.hpp"

#include <tenon/backend/hexagon/conv2d.hpp>
#include <tenon/backend/reference/conv2d.hpp>

#include "contract/windows.hpp"

using namespace tenon_test;

TEST_CASE("conv2d over drawn shapes") {
  for_each_seed<0, 4>([]<unsigned Seed>() {
    constexpr window_case drawn = draw_grouped_case(Seed);
    check_on_hexagon<conv2d_from<tenon::op::conv2d_, drawn>, drawn.extents(), drawn.gap>(Seed);
  });
}
