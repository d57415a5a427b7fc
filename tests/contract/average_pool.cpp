// SPDX-License-Identifier: Apache-2.0
// average_pool: all backends against the reference, over drawn shapes and shapes chosen by hand.
#include <tenon/backend/kryo/average_pool.hpp>
#include <tenon/backend/reference/average_pool.hpp>

#include "contract/ugly_windows.hpp"

using namespace tenon_test;

TEST_CASE("average_pool over drawn shapes") {
  for_each_seed<0, 40>([]<unsigned Seed>() {
    constexpr window_case drawn = draw_window_case(Seed);
    check_both<pool_from<tenon::op::average_pool_, drawn, tenon::count_padding{Seed % 2 == 0}>, drawn>(Seed);
  });
}

TEST_CASE("average_pool over shapes chosen by hand") {
  for_each_seed<0, ugly_windows.size()>([]<unsigned Index>() {
    constexpr window_case chosen = ugly_windows[Index];
    // A pool has no result of padding alone.
    using pool = pool_from<tenon::op::average_pool_, chosen, tenon::count_padding{Index % 2 == 0}>;
    if constexpr (!is_padded_by_a_window(chosen)) check_both<pool, chosen>(Index + 100);
  });
}

TEST_CASE("average_pool with halves that go up") {
  for_each_seed<0, 3>([]<unsigned Seed>() {
    constexpr window_case drawn = draw_window_case(Seed);
    check_both<pool_from<tenon::op::average_pool_, drawn, tenon::half_rounding::up>, drawn>(Seed);
  });
}
