// SPDX-License-Identifier: Apache-2.0
// output: kryo against the reference, over shapes and values.
#include <tenon/op/output.hpp>

#include <tenon/backend/kryo/reshape.hpp>
#include <tenon/backend/reference/reshape.hpp>

#include <contract/movers.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {
template <int... Extents>
int differences_of_output(unsigned seed) {
  return movement_differences<op::output_<>, Extents...>(seed);
}
}  // namespace

TEST_CASE("output copies the same elements of drawn shapes") {
  CHECK(differences_over_seeds([]<unsigned Seed>() {
          return movement_differences_over<op::output_<>, draw_shape(Seed)>(Seed + 100);
        }) == 0);
}

TEST_CASE("output copies the same elements on kryo and the reference") {
  CHECK(differences_of_output<1>(1) == 0);
  CHECK(differences_of_output<129>(6) == 0);
  CHECK(differences_of_output<1, 1, 1, 1, 1, 1>(7) == 0);
}
