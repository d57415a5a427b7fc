// SPDX-License-Identifier: Apache-2.0
// depthwise_conv2d: all backends against the reference, over the fourth ten of forty drawn shapes.
#include <tenon/backend/kryo/depthwise_conv2d.hpp>
#include <tenon/backend/reference/depthwise_conv2d.hpp>

#include "contract/windows.hpp"

using namespace tenon_test;

TEST_CASE("depthwise_conv2d over drawn shapes") {
  for_each_seed<30, 10>([]<unsigned Seed>() {
    constexpr window_case drawn = draw_window_case(Seed);
    check_both<depthwise_from<tenon::op::depthwise_conv2d_, drawn>, drawn, roundings::tflite>(Seed);
  });
}
