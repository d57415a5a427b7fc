// SPDX-License-Identifier: Apache-2.0
// dense: all backends against the reference, over the fourth ten of forty drawn shapes.
#include "contract/denses.hpp"

using namespace tenon_test;

TEST_CASE("dense over drawn shapes") {
  for_each_seed<30, 10>([]<unsigned Seed>() { check_dense<draw_dense_case(Seed), roundings::tflite>(Seed); });
}
