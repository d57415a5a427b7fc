// SPDX-License-Identifier: Apache-2.0
// max_pool: all backends against the reference, over drawn shapes and shapes chosen by hand.
#include <tenon/backend/kryo/max_pool.hpp>
#include <tenon/backend/reference/max_pool.hpp>

#include "contract/ugly_windows.hpp"

using namespace tenon_test;

TEST_CASE("max_pool over drawn shapes") {
  for_each_seed<0, 40>([]<unsigned Seed>() {
    constexpr window_case drawn = draw_window_case(Seed);
    check_both<pool_from<tenon::op::max_pool_, drawn>, drawn>(Seed);
  });
}

TEST_CASE("max_pool over shapes chosen by hand") {
  for_each_seed<0, ugly_windows.size()>([]<unsigned Index>() {
    constexpr window_case chosen = ugly_windows[Index];
    // A pool has no result of padding alone.
    using pool = pool_from<tenon::op::max_pool_, chosen>;
    if constexpr (!is_padded_by_a_window(chosen)) check_both<pool, chosen>(Index + 100);
  });
}
