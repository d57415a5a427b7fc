// SPDX-License-Identifier: Apache-2.0
// A sample of depthwise_conv2d's contract on 64-bit Arm; a build of all tests has all of it.
#include <tenon/backend/kryo/depthwise_conv2d.hpp>
#include <tenon/backend/reference/depthwise_conv2d.hpp>

#include "contract/windows.hpp"

using namespace tenon_test;

TEST_CASE("depthwise_conv2d over drawn shapes") {
  for_each_seed<0, 4>([]<unsigned Seed>() {
    constexpr window_case drawn = draw_window_case(Seed);
    check_both<depthwise_from<tenon::op::depthwise_conv2d_, drawn>, drawn>(Seed);
  });
}
