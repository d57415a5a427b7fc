// SPDX-License-Identifier: Apache-2.0
// Attributes with one number for each axis can be template arguments and tell how many numbers they hold.
#include <tenon/op/axis_list.hpp>

#include <doctest/doctest.h>

#include <type_traits>

namespace {

using tenon::axis_list;

struct order : axis_list {
  using axis_list::axis_list;
};

template <order Order>
struct holds {
  static constexpr order value = Order;
};

static_assert(holds<order{2, 0, 1}>::value.count == 3 && holds<order{2, 0, 1}>::value[0] == 2);
static_assert(!std::is_same_v<holds<order{0}>, holds<order{0, 0}>>);
static_assert(std::is_same_v<holds<order{4, 5}>, holds<order{4, 5}>>);
static_assert(!std::is_constructible_v<axis_list, int, int, int, int, int, int, int>, "there are six axes");

TEST_CASE("A list is copied, not taken for a number") {
  order first{3, -1};
  const order second(first);
  CHECK(second.count == 2);
  CHECK(second[1] == -1);
  CHECK(order{}.count == 0);
}

}  // namespace
