// SPDX-License-Identifier: Apache-2.0
// Broadcasting of shapes, as NumPy does it.
#include <tenon/op/broadcast.hpp>

#include <doctest/doctest.h>

namespace {

using namespace tenon;
using op::broadcast;
using op::broadcast_view;
using op::can_broadcast;

static_assert(can_broadcast(shape{}, shape_of(2, 3)) && broadcast(shape{}, shape_of(2, 3)) == shape_of(2, 3));
static_assert(can_broadcast(shape_of(3, 1), shape_of(4)) &&
              broadcast(shape_of(3, 1), shape_of(4)) == shape_of(3, 4));
static_assert(broadcast(shape_of(4), shape_of(3, 1)) == shape_of(3, 4));
static_assert(!can_broadcast(shape_of(3), shape_of(2)) && !can_broadcast(shape_of(2, 1), shape_of(3, 1)));
static_assert(broadcast(shape_of(1, 1), shape_of(1)) == shape_of(1, 1));

TEST_CASE("Axes of extent 1, and axes that an input lacks, repeat") {
  constexpr shape result = shape_of(2, 3, 4);
  CHECK(broadcast_view(result, result).steps == op::steps_of_axes(result));
  CHECK(broadcast_view(shape_of(4), result).steps == std::array<int, max_rank>{0, 0, 1});
  CHECK(broadcast_view(shape_of(3, 1), result).steps == std::array<int, max_rank>{0, 1, 0});
  CHECK(broadcast_view(shape_of(2, 1, 4), result).steps == std::array<int, max_rank>{4, 0, 1});
  CHECK(broadcast_view(shape{}, result).steps == std::array<int, max_rank>{});
}

}  // namespace
