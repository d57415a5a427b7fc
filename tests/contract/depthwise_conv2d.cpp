// SPDX-License-Identifier: Apache-2.0
// depthwise_conv2d: all backends against the reference, over shapes chosen by hand.
#include <tenon/backend/kryo/depthwise_conv2d.hpp>
#include <tenon/backend/reference/depthwise_conv2d.hpp>

#include "contract/ugly_windows.hpp"

using namespace tenon_test;

TEST_CASE("depthwise_conv2d over shapes chosen by hand") {
  for_each_seed<0, ugly_windows.size()>([]<unsigned Index>() {
    constexpr window_case chosen = ugly_windows[Index];
    check_both<depthwise_from<tenon::op::depthwise_conv2d_, chosen>, chosen>(Index + 100);
  });
}
