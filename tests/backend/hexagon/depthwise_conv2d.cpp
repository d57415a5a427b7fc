// SPDX-License-Identifier: Apache-2.0
// depthwise_conv2d on Hexagon: against the reference, over shapes chosen by hand.
#include <tenon/backend/hexagon/depthwise_conv2d.hpp>

#include "backend/hexagon/contracts.hpp"

#include <tenon/backend/reference/depthwise_conv2d.hpp>

#include "contract/ugly_windows.hpp"

using namespace tenon_test;

TEST_CASE("depthwise_conv2d over shapes chosen by hand") {
  for_each_seed<0, ugly_windows.size()>([]<unsigned Index>() {
    constexpr window_case chosen = ugly_windows[Index];
    check_on_hexagon<depthwise_from<tenon::op::depthwise_conv2d_, chosen>, chosen.extents(), chosen.gap>(Index + 100);
  });
}
