// SPDX-License-Identifier: Apache-2.0
// dense on Hexagon: against the reference, over drawn shapes.
#include <tenon/backend/hexagon/dense.hpp>

#include "backend/hexagon/contracts.hpp"

#include <tenon/backend/reference/dense.hpp>

#include "contract/generator.hpp"

using namespace tenon_test;

TEST_CASE("dense over drawn shapes") {
  for_each_seed<0, 8>([]<unsigned Seed>() {
    constexpr dense_case drawn = draw_dense_case(Seed);
    check_on_hexagon<tenon::op::dense_<tenon::units{drawn.units}>, drawn.extents, drawn.gap>(Seed);
  });
}
