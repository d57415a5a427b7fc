// SPDX-License-Identifier: Apache-2.0
// Shapes: extents from both ends, products, scalars, equality.
#include <tenon/core/shape.hpp>

#include <doctest/doctest.h>

using namespace tenon;

namespace {

constexpr shape block = shape_of(2, 3, 5, 7);
static_assert(block.rank == 4 && block[0] == 2 && block.from_end(0) == 7 && block.from_end(3) == 2);
static_assert(block.size() == 210 && block.span_of(1, 3) == 15 && block.span_of(2, 2) == 1 &&
              block.span_of(0, 4) == 210);
static_assert(shape_of().rank == 0 && shape_of().size() == 1);
static_assert(shape_of(2, 3) != shape_of(2, 3, 1) && shape_of(2, 3) != shape_of(3, 2) &&
              shape_of(2, 3) == shape_of(2, 3));
static_assert(shape_of(1, 2, 3, 4, 5, 6).rank == max_rank);

}  // namespace

TEST_CASE("a shape grows axis by axis") {
  shape made;
  for (int extent = 1; extent <= max_rank; ++extent) made.push_back(extent);
  CHECK(made == shape_of(1, 2, 3, 4, 5, 6));
  CHECK(made.size() == 720);
  made[0] = 10;
  CHECK(made.size() == 7200);
}
