// SPDX-License-Identifier: Apache-2.0
// Extents that are asked for, and those that cannot be.
#include <tenon/host/import/onnx_extents.hpp>

#include <doctest/doctest.h>

using namespace tenon::host::detail;
using extents = std::vector<std::int64_t>;

TEST_CASE("a reshape keeps, fills and refuses") {
  CHECK(reshaped_extents({2, 3, 4}, {0, -1}, false) == extents{2, 12});
  CHECK(reshaped_extents({0, 3}, {3, 0}, true) == extents{3, 0});
  CHECK_THROWS_AS(reshaped_extents({2, 3}, {5, -1}, false), tenon::host::not_importable);
  CHECK_THROWS_AS(reshaped_extents({2, 3}, {2, 3, 0}, false), tenon::host::not_importable);
  CHECK_THROWS_AS(reshaped_extents({2, 3}, {std::int64_t{1} << 40}, false), tenon::host::not_importable);
}

TEST_CASE("axes of one element come and go") {
  CHECK(squeezed_extents({1, 3, 1}, {}) == extents{3});
  CHECK(squeezed_extents({1, 3, 1}, {-1}) == extents{1, 3});
  CHECK(unsqueezed_extents({3}, {0, -1}) == extents{1, 3, 1});
  CHECK_THROWS_AS(unsqueezed_extents({3}, {0, 0}), tenon::host::not_importable);
}

TEST_CASE("a slice takes what there is") {
  CHECK(taken_of(5, -2, 100, 1).count == 2);
  CHECK(taken_of(5, 4, -100, -2).count == 3);
  CHECK(taken_of(5, 3, 1, 1).count == 0);
  CHECK_THROWS_AS(taken_of(5, 0, 1, 0), tenon::host::not_importable);
}
