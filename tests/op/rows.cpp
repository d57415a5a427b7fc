// SPDX-License-Identifier: Apache-2.0
// Some rows of a tensor: their shape, where they lie, and what is refused.
#include <tenon/op/rows.hpp>

#include <doctest/doctest.h>

#include <array>

namespace {

using namespace tenon;

template <row_range Range>
constexpr inferred taken_from(const shape& extents) {
  const std::array<edge_type, 1> inputs{edge_type{{i8, extents}, {0.5f, 3}}};
  return op::rows_<Range>::infer(inputs);
}

static_assert(taken_from<row_range{0, 2, 5}>(shape_of(6, 4, 2)).edge.tensor.extents == shape_of(3, 4, 2));
static_assert(taken_from<row_range{1, 0, 1}>(shape_of(1, 6, 4, 2)).edge.tensor.extents == shape_of(1, 1, 4, 2));
static_assert(taken_from<row_range{0, 2, 5}>(shape_of(6, 4, 2)).edge.code == encoding{0.5f, 3});
static_assert(!taken_from<row_range{0, 2, 7}>(shape_of(6, 4, 2)).fault.empty());
static_assert(!taken_from<row_range{0, 2, 2}>(shape_of(6, 4, 2)).fault.empty());
static_assert(!taken_from<row_range{3, 0, 1}>(shape_of(6, 4, 2)).fault.empty());

}  // namespace

TEST_CASE("rows start where those before them end") {
  const auto view = op::rows_<row_range{0, 2, 5}>::view(shape_of(6, 4, 2));
  CHECK(view.start == 16);
  CHECK(view.step(0) == 8);
  CHECK(view.step(2) == 1);
}
