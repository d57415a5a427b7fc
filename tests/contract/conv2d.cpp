// SPDX-License-Identifier: Apache-2.0
// conv2d: all backends against the reference, over shapes chosen by hand.
#include <tenon/backend/kryo/conv2d.hpp>
#include <tenon/backend/reference/conv2d.hpp>

#include "contract/ugly_windows.hpp"

using namespace tenon_test;

TEST_CASE("conv2d over shapes chosen by hand") {
  for_each_seed<0, ugly_windows.size()>([]<unsigned Index>() {
    constexpr window_case chosen = ugly_windows[Index];
    check_both<conv2d_from<tenon::op::conv2d_, chosen>, chosen>(Index + 100);
  });
}
