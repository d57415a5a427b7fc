// SPDX-License-Identifier: Apache-2.0
// dense: all backends against the reference, over drawn shapes and shapes chosen by hand.
#include <tenon/backend/kryo/dense.hpp>
#include <tenon/backend/reference/dense.hpp>

#include "contract/contract.hpp"
#include "contract/generator.hpp"

using namespace tenon_test;

namespace {

template <dense_case Case>
void check_dense(unsigned seed) {
  using dense = tenon::op::dense_<tenon::units{Case.units}>;
  check_integers<dense, Case.extents, Case.gap>(seed);
  check_reals<dense, Case.extents, Case.gap>(seed);
}

}  // namespace

TEST_CASE("dense over drawn shapes") {
  for_each_seed<0, 20>([]<unsigned Seed>() { check_dense<draw_dense_case(Seed)>(Seed); });
}

TEST_CASE("dense over shapes chosen by hand") {
  check_dense<dense_case{tenon::shape_of(1), 1, 0}>(200);
  check_dense<dense_case{tenon::shape_of(1, 1, 1, 1, 1, 2), 3, 1}>(201);
  check_dense<dense_case{tenon::shape_of(1025), 2, 0}>(202);
  check_dense<dense_case{tenon::shape_of(64, 1), 64, 0}>(203);
  check_dense<dense_case{tenon::shape_of(3, 64), 129, 0}>(204);
}
