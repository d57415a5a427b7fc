// SPDX-License-Identifier: Apache-2.0
// Elements of an array with its axes in another order.
#include <tenon/host/transposed.hpp>

#include <doctest/doctest.h>

using tenon::host::transposed;
using numbers = std::vector<int>;
using extents = std::vector<std::size_t>;

TEST_CASE("axes are taken in the order that is given") {
  CHECK(transposed(numbers{1, 2, 3, 4, 5, 6}, extents{2, 3}, {1, 0}) == numbers{1, 4, 2, 5, 3, 6});
  CHECK(transposed(numbers{1, 2, 3, 4, 5, 6}, extents{1, 2, 3}, {0, 2, 1}) == numbers{1, 4, 2, 5, 3, 6});
  CHECK(transposed(numbers{1, 2, 3, 4, 5, 6, 7, 8}, extents{2, 2, 2}, {2, 0, 1}) == numbers{1, 3, 5, 7, 2, 4, 6, 8});
  CHECK(transposed(numbers{7}, extents{}, {}) == numbers{7});
}
