// SPDX-License-Identifier: Apache-2.0
// The contract of batch_norm.
#include <tenon/backend/kryo/batch_norm.hpp>
#include <tenon/backend/reference/batch_norm.hpp>

#include "contract/contract.hpp"
#include "contract/generator.hpp"

namespace {

using norm = tenon::op::batch_norm_<>;

template <tenon::shape Extents>
void check(unsigned seed) {
  tenon_test::check_integers<norm, Extents>(seed);
  tenon_test::check_reals<norm, Extents>(seed);
}

}  // namespace

TEST_CASE("batch_norm over drawn shapes") {
  tenon_test::for_each_seed<0, 10>([]<unsigned Seed>() { check<tenon_test::draw_shape(Seed)>(Seed + 100); });
}

TEST_CASE("batch_norm over shapes with whole and broken blocks of channels") {
  check<tenon::shape_of(1)>(1);
  check<tenon::shape_of(9, 1)>(8);
  check<tenon::shape_of(2, 130)>(7);
}
