// SPDX-License-Identifier: Apache-2.0
// dense: all backends against the reference, over shapes chosen by hand.
#include "contract/denses.hpp"

using namespace tenon_test;

TEST_CASE("dense over shapes chosen by hand") {
  check_dense<dense_case{tenon::shape_of(1), 1, 0}>(200);
  check_dense<dense_case{tenon::shape_of(1, 1, 1, 1, 1, 2), 3, 1}>(201);
  check_dense<dense_case{tenon::shape_of(1025), 2, 0}>(202);
  check_dense<dense_case{tenon::shape_of(64, 1), 64, 0}>(203);
  check_dense<dense_case{tenon::shape_of(3, 64), 129, 0}>(204);
}
