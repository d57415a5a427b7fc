// SPDX-License-Identifier: Apache-2.0
// Strided views: rows of a result and where they begin in an input.
#include <tenon/op/strided.hpp>

#include <doctest/doctest.h>

namespace {

using namespace tenon;

constexpr shape scalar{};
constexpr shape box = shape_of(2, 3, 4);

static_assert(op::row_length(scalar) == 1 && op::row_count(scalar) == 1);
static_assert(op::row_length(box) == 4 && op::row_count(box) == 6);
static_assert(op::steps_of_axes(box) == std::array<int, max_rank>{12, 4, 1});

constexpr op::strided reversed{23, {-12, 4, -1}};
static_assert(reversed.row_step(box) == -1 && reversed.row_step(scalar) == 1);

TEST_CASE("A row begins where its indices lead") {
  constexpr op::strided dense{0, op::steps_of_axes(box)};
  for (int row = 0; row < op::row_count(box); ++row) CHECK(dense.row_start(box, row) == row * 4);
  CHECK(reversed.row_start(box, 0) == 23);
  CHECK(reversed.row_start(box, 2) == 31);
  CHECK(reversed.row_start(box, 5) == 19);
  CHECK(reversed.row_start(scalar, 0) == 23);
}

}  // namespace
