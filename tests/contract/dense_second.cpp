// SPDX-License-Identifier: Apache-2.0
// dense: all backends against the reference, over further drawn shapes.
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
  for_each_seed<20, 20>([]<unsigned Seed>() { check_dense<draw_dense_case(Seed)>(Seed); });
}
