// SPDX-License-Identifier: Apache-2.0
// depthwise_conv2d on Hexagon: against the reference, over drawn shapes.
#include <tenon/backend/hexagon/depthwise.hpp>

#include "backend/hexagon/contracts.hpp"

#include <tenon/backend/hexagon/depthwise_conv2d.hpp>
#include <tenon/backend/reference/depthwise_conv2d.hpp>

#include "contract/windows.hpp"

using namespace tenon_test;

TEST_CASE("depthwise_conv2d over drawn shapes") {
  for_each_seed<0, 12>([]<unsigned Seed>() {
    constexpr window_case drawn = draw_window_case(Seed);
    check_on_hexagon<depthwise_from<tenon::op::depthwise_conv2d_, drawn>, drawn.extents(), drawn.gap>(Seed);
  });
}
