// SPDX-License-Identifier: Apache-2.0
// A sample of conv2d's contract on 64-bit Arm; a build of all tests has all of it.
#include <tenon/backend/kryo/conv2d.hpp>
#include <tenon/backend/reference/conv2d.hpp>

#include "contract/windows.hpp"

using namespace tenon_test;

TEST_CASE("conv2d over drawn shapes") {
  for_each_seed<0, 4>([]<unsigned Seed>() {
    constexpr window_case drawn = draw_grouped_case(Seed);
    check_both<conv2d_from<tenon::op::conv2d_, drawn>, drawn>(Seed);
  });
}
