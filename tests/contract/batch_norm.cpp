// SPDX-License-Identifier: Apache-2.0
// The contract of batch_norm.
#include <tenon/backend/kryo/batch_norm.hpp>
#include <tenon/backend/reference/batch_norm.hpp>

#include "contract/contract.hpp"

namespace {

using norm = tenon::op::batch_norm_<>;

template <int... Extents>
void check(unsigned seed) {
  tenon_test::check_integers<norm, tenon::shape_of(Extents...)>(seed);
  tenon_test::check_reals<norm, tenon::shape_of(Extents...)>(seed);
}

}  // namespace

TEST_CASE("batch_norm over shapes with whole and broken blocks of channels") {
  check<1>(1);
  check<7>(2);
  check<5, 16>(3);
  check<3, 4, 17>(4);
  check<2, 3, 2, 33>(5);
  check<4, 64>(6);
  check<2, 130>(7);
  check<9, 1>(8);
  check<3, 3, 15>(9);
  check<1, 1, 48>(10);
}
