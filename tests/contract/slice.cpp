// SPDX-License-Identifier: Apache-2.0
// slice: kryo against the reference, over shapes and values.
#include <tenon/op/slice.hpp>

#include <tenon/backend/kryo/movement.hpp>
#include <tenon/backend/reference/movement.hpp>

#include <contract/movers.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {

/// Along every axis a step, forwards or backwards, and one element at least.
struct drawn_slice {
  begin from{0};
  end to{0};
  strides by{1};
};

constexpr drawn_slice draw_slice(unsigned seed, const shape& extents) {
  lottery draw(seed * 1000 + 6000);
  drawn_slice made{list_over<begin>(extents, [](int) { return 0; }), list_over<end>(extents, [](int) { return 0; }),
                   list_over<strides>(extents, [](int) { return 1; })};
  for (int axis = 0; axis < extents.rank; ++axis) {
    const auto at = static_cast<std::size_t>(axis);
    const int low = draw.between(0, extents[axis] - 1);
    const int high = draw.between(low, extents[axis] - 1);
    const bool backwards = draw.between(0, 3) == 0;
    made.by.numbers[at] = draw.between(1, 3) * (backwards ? -1 : 1);
    made.from.numbers[at] = backwards ? high : low;
    // Before the first element there is none to count from the front.
    made.to.numbers[at] = !backwards ? high + 1 : low > 0 ? low - 1 : -extents[axis] - 1;
  }
  return made;
}

}  // namespace

TEST_CASE("slice moves the same elements of drawn shapes") {
  CHECK(differences_over_seeds([]<unsigned Seed>() {
          constexpr shape x = draw_shape(Seed);
          constexpr drawn_slice drawn = draw_slice(Seed, x);
          return movement_differences_over<op::slice_<drawn.from, drawn.to, drawn.by>, x>(Seed + 100);
        }) == 0);
}

TEST_CASE("slice moves the same elements on kryo and the reference") {
  CHECK(movement_differences<op::slice_<begin{0}, end{1}>, 1>(1) == 0);
  CHECK(movement_differences<op::slice_<begin{3}, end{70}>, 71>(2) == 0);
  CHECK(movement_differences<op::slice_<begin{-1}, end{-72}, strides{-1}>, 71>(3) == 0);
  CHECK(movement_differences<op::slice_<begin{4, 8}, end{-6, 0}, strides{-2, -3}>, 5, 9>(6) == 0);
  CHECK(movement_differences<op::slice_<begin{0, 1, 0}, end{3, 4, 33}, strides{2, 1, 1}>, 3, 4, 33>(8) == 0);
  CHECK(movement_differences<op::slice_<begin{0, 3, 0}, end{3, -5, 33}, strides{1, -1, 1}>, 3, 4, 33>(9) ==
        0);
  CHECK(movement_differences<
            op::slice_<begin{0, 0, 1, 0, 0, 1}, end{2, 1, 3, 2, 1, 4}, strides{1, 1, 2, 1, 1, 2}>, 2, 1, 3, 2,
            1, 4>(10) == 0);
}
