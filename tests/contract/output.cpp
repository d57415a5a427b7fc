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

TEST_CASE("output copies the same elements on kryo and the reference") {
  CHECK(differences_of_output<1>(1) + differences_of_output<31>(2) + differences_of_output<32, 2>(3) == 0);
  CHECK(differences_of_output<3, 5, 7>(4) + differences_of_output<2, 2, 2, 9>(5) +
            differences_of_output<129>(6) ==
        0);
  CHECK(differences_of_output<1, 1, 1, 1, 1, 1>(7) + differences_of_output<16, 16>(8) == 0);
  CHECK(differences_of_output<1, 63>(9) + differences_of_output<5, 1, 13>(10) == 0);
}
