// SPDX-License-Identifier: Apache-2.0
// transpose: kryo against the reference, over shapes and values.
#include <tenon/op/transpose.hpp>

#include <tenon/backend/kryo/movement.hpp>
#include <tenon/backend/reference/movement.hpp>

#include <contract/movers.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <utility>

using namespace tenon;
using namespace tenon_test;

namespace {

/// Axes in a drawn order.
constexpr permutation draw_order(unsigned seed, const shape& extents) {
  lottery draw(seed * 1000 + 5000);
  permutation made = list_over<permutation>(extents, [](int axis) { return axis; });
  for (int axis = extents.rank - 1; axis > 0; --axis)
    std::swap(made.numbers[static_cast<std::size_t>(axis)],
              made.numbers[static_cast<std::size_t>(draw.between(0, axis))]);
  return made;
}

}  // namespace

TEST_CASE("transpose moves the same elements of drawn shapes in drawn orders") {
  CHECK(differences_over_seeds([]<unsigned Seed>() {
          constexpr shape x = draw_shape(Seed);
          return movement_differences_over<op::transpose_<draw_order(Seed, x)>, x>(Seed + 100);
        }) == 0);
}

TEST_CASE("transpose moves the same elements on kryo and the reference") {
  CHECK(movement_differences<op::transpose_<>, 1>(1) == 0);
  CHECK(movement_differences<op::transpose_<>, 33, 1>(3) == 0);
  CHECK(movement_differences<op::transpose_<permutation{2, 0, 1}>, 8, 6, 3>(5) == 0);
  CHECK(movement_differences<op::transpose_<permutation{0, 3, 1, 2}>, 2, 5, 4, 3>(7) == 0);
  CHECK(movement_differences<op::transpose_<permutation{2, 3, 0, 1}>, 2, 5, 4, 3>(8) == 0);
  CHECK(movement_differences<op::transpose_<permutation{1, 0, 3, 2, 4}>, 2, 3, 1, 4, 5>(9) == 0);
  CHECK(movement_differences<op::transpose_<permutation{5, 3, 1, 0, 2, 4}>, 1, 2, 3, 1, 2, 4>(10) == 0);
}
