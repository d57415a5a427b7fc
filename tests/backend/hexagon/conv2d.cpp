// SPDX-License-Identifier: Apache-2.0
// conv2d on Hexagon: against the reference, over shapes chosen by hand, part of them.
#include <tenon/backend/hexagon/conv2d.hpp>

#include "backend/hexagon/contracts.hpp"

#include <tenon/backend/reference/conv2d.hpp>

#include "contract/ugly_windows.hpp"

using namespace tenon_test;

TEST_CASE("conv2d over shapes chosen by hand") {
  for_each_seed<0, 4>([]<unsigned Index>() {
    constexpr window_case chosen = ugly_windows[Index];
    check_on_hexagon<conv2d_from<tenon::op::conv2d_, chosen>, chosen.extents(), chosen.gap>(Index + 100);
  });
}
