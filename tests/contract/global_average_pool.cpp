// SPDX-License-Identifier: Apache-2.0
// global_average_pool: all backends against the reference, over drawn shapes and shapes chosen by hand.
#include <tenon/backend/kryo/mean.hpp>
#include <tenon/backend/reference/mean.hpp>

#include "contract/windows.hpp"

using namespace tenon_test;

namespace {

using pool = tenon::op::global_average_pool_<>;

template <int... Extents>
void check_shape(unsigned seed) {
  check_integers<pool, tenon::shape_of(Extents...)>(seed);
  check_reals<pool, tenon::shape_of(Extents...)>(seed);
}

}  // namespace

TEST_CASE("global_average_pool over drawn shapes") {
  for_each_seed<0, 40>([]<unsigned Seed>() { check_both<pool, draw_window_case(Seed)>(Seed); });
}

TEST_CASE("global_average_pool over shapes chosen by hand") {
  check_shape<1, 1, 1>(300);
  check_shape<1, 1, 65>(301);
  check_shape<3, 2, 1, 128>(302);
  check_shape<1, 300, 3>(303);
  check_shape<64, 64, 2>(304);
}
