// SPDX-License-Identifier: Apache-2.0
// A sample of dense's contract on 64-bit Arm; a build of all tests has all of it.
#include "contract/denses.hpp"

using namespace tenon_test;

TEST_CASE("dense over drawn shapes") {
  for_each_seed<0, 4>([]<unsigned Seed>() { check_dense<draw_dense_case(Seed)>(Seed); });
}
