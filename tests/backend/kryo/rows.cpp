// SPDX-License-Identifier: Apache-2.0
// Walks over rows: axes merge only where every view allows it, and every element is met once.
#include <tenon/backend/kryo/rows.hpp>

#include <tenon/op/broadcast.hpp>

#include <doctest/doctest.h>

#include <array>
#include <type_traits>
#include <vector>

namespace {

using namespace tenon;
using namespace tenon::kryo_kernels;

constexpr shape box = shape_of(2, 3, 4);

template <int Pitch, class View>
constexpr row_walk<2> walk_over(const View& input) {
  return merged(row_walk<2>{box, {result_view(box, Pitch), input}});
}

static_assert(walk_over<0>(op::broadcast_view(box, box)).extents == shape_of(24), "all of it is one row");
static_assert(walk_over<0>(op::broadcast_view(shape{}, box)).extents == shape_of(24),
              "a number that repeats too");
static_assert(walk_over<0>(op::broadcast_view(shape{}, box)).step(1) == 0);
static_assert(walk_over<0>(op::broadcast_view(shape_of(4), box)).extents == shape_of(6, 4));
static_assert(walk_over<0>(op::broadcast_view(shape_of(2, 1, 1), box)).extents == shape_of(2, 12));
static_assert(walk_over<5>(op::broadcast_view(box, box)).extents == shape_of(6, 4), "gaps keep rows apart");
static_assert(walk_over<5>(op::broadcast_view(box, box)).views[0].step(0) == 5);

constexpr shape thin = shape_of(1, 3, 1, 4, 1);
constexpr auto thinned = merged(row_walk<1>{thin, {op::strided{7, {99, 4, 55, 1, 33}}}});
static_assert(thinned.extents == shape_of(12) && thinned.step(0) == 1 && thinned.views[0].start == 7);
static_assert(merged(row_walk<1>{shape{}, {op::strided{}}}).length() == 1);
static_assert(merged(row_walk<1>{shape_of(1), {op::strided{}}}).length() == 1);

constexpr shape column = shape_of(2, 3, 1);
constexpr row_walk<1> with_gaps = merged(row_walk<1>{column, {result_view(column, 5)}});
static_assert(with_gaps.length() == 1 && with_gaps.views[0].step(0) == 5, "rows of one element have gaps too");
static_assert(merged(row_walk<1>{column, {result_view(column, 0)}}).length() == 6);

// As template arguments, which g++ 12 mixes up if they are not written down in full.
template <auto Walk>
struct named {};
constexpr shape matrix = shape_of(3, 17);
constexpr row_walk<2> over_matrix(const shape& repeated) {
  return merged(row_walk<2>{matrix, {result_view(matrix, 0), op::broadcast_view(repeated, matrix)}});
}
constexpr auto of_columns = over_matrix(shape_of(17));
constexpr auto of_rows = over_matrix(shape_of(3, 1));
static_assert(of_columns.extents == of_rows.extents && !std::is_same_v<named<of_columns>, named<of_rows>>);

TEST_CASE("Rows are visited in order, at their place in every view") {
  constexpr auto walk = walk_over<6>(op::strided{23, {-12, -4, -1}});
  std::vector<int> results;
  std::vector<int> inputs;
  for_all_rows<walk>([&](const auto& at) {
    results.push_back(at[0]);
    inputs.push_back(at[1]);
  });
  CHECK(results == std::vector<int>{0, 6, 12, 18, 24, 30});
  CHECK(inputs == std::vector<int>{23, 19, 15, 11, 7, 3});
}

TEST_CASE("Rows are copied forwards, backwards and with steps") {
  const std::array<int, 5> x{1, 2, 3, 4, 5};
  std::array<int, 3> y{};
  copy_row<3, 1>(y.data(), x.data() + 1);
  CHECK(y == std::array<int, 3>{2, 3, 4});
  copy_row<3, -2>(y.data(), x.data() + 4);
  CHECK(y == std::array<int, 3>{5, 3, 1});
}

}  // namespace
