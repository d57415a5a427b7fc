// SPDX-License-Identifier: Apache-2.0
// Pools on Hexagon, over drawn shapes and some chosen by hand.
#pragma once

#include "backend/hexagon/contracts.hpp"

#include "contract/ugly_windows.hpp"

namespace tenon_test {

template <template <auto...> class Pool, window_case Case>
void check_pool(unsigned seed) {
  if constexpr (!is_padded_by_a_window(Case)) check_on_hexagon<pool_from<Pool, Case>, Case.extents(), Case.gap>(seed);
}

template <template <auto...> class Pool>
void check_pools() {
  for_each_seed<0, 6>([]<unsigned Seed>() { check_pool<Pool, draw_window_case(Seed)>(Seed); });
  for_each_seed<0, ugly_windows.size()>([]<unsigned Index>() { check_pool<Pool, ugly_windows[Index]>(Index + 100); });
}

}  // namespace tenon_test
