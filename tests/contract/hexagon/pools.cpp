// SPDX-License-Identifier: Apache-2.0
// max_pool and average_pool on Hexagon: against the reference, over drawn shapes and some chosen by hand.
#include "contract/hexagon/backends.hpp"

#include <tenon/backend/hexagon/average_pool.hpp>
#include <tenon/backend/hexagon/max_pool.hpp>
#include <tenon/backend/reference/average_pool.hpp>
#include <tenon/backend/reference/max_pool.hpp>

#include "contract/ugly_windows.hpp"

using namespace tenon_test;

namespace {

template <window_case Case>
void check_pools(unsigned seed) {
  if constexpr (!is_padded_by_a_window(Case)) {
    check_on_hexagon<pool_from<tenon::op::max_pool_, Case>, Case.extents(), Case.gap>(seed);
    check_on_hexagon<pool_from<tenon::op::average_pool_, Case>, Case.extents(), Case.gap>(seed);
  }
}

}  // namespace

TEST_CASE("pools over drawn shapes") {
  for_each_seed<0, 10>([]<unsigned Seed>() { check_pools<draw_window_case(Seed)>(Seed); });
}

TEST_CASE("pools over shapes chosen by hand") {
  for_each_seed<0, ugly_windows.size()>([]<unsigned Index>() { check_pools<ugly_windows[Index]>(Index + 100); });
}
