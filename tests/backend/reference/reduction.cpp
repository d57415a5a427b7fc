// SPDX-License-Identifier: Apache-2.0
// The walk of reductions on the reference backend: offsets over some of the axes, and every value of every
// result.
#include <tenon/backend/reference/reduction.hpp>

#include <doctest/doctest.h>

#include <array>
#include <vector>

namespace {

using namespace tenon;
using namespace tenon::reference_reduction;

constexpr shape box = shape_of(2, 3, 4);

template <int... Axes>
constexpr op::reduced_axes over = op::mark_axes(axes{Axes...}, 3);

// Over the axes that are reduced, and over those that stay.
static_assert(offset_of<box, over<1>, true>(0) == 0 && offset_of<box, over<1>, true>(2) == 8);
static_assert(offset_of<box, over<1>, false>(3) == 3 && offset_of<box, over<1>, false>(4) == 12);
static_assert(offset_of<box, over<0, 2>, true>(3) == 3 && offset_of<box, over<0, 2>, true>(4) == 12);
static_assert(offset_of<box, over<0, 2>, false>(2) == 8);
static_assert(offset_of<box, over<0, 1, 2>, true>(17) == 17 && offset_of<box, over<0, 1, 2>, false>(0) == 0);

/// One more than a kernel ever asks for wraps around, as there is no such element.
static_assert(offset_of<box, over<2>, true>(4) == 0);

/// The values of each result, in the order in which they are visited.
template <shape Extents, op::reduced_axes Marked>
std::vector<std::vector<int>> values_of_results() {
  std::vector<std::vector<int>> all;
  for_each_result<Extents, Marked>([&](int result, const auto& values) {
    CHECK(result == static_cast<int>(all.size()));
    all.emplace_back();
    values([&](int at) { all.back().push_back(at); });
  });
  return all;
}

using lists = std::vector<std::vector<int>>;

TEST_CASE("Results come in order, and so do the values of each") {
  CHECK(values_of_results<shape_of(2, 3), op::mark_axes(axes{0}, 2)>() == lists{{0, 3}, {1, 4}, {2, 5}});
  CHECK(values_of_results<shape_of(2, 3), op::mark_axes(axes{1}, 2)>() == lists{{0, 1, 2}, {3, 4, 5}});
  CHECK(values_of_results<shape_of(2, 3), op::mark_axes(axes{0, 1}, 2)>() == lists{{0, 1, 2, 3, 4, 5}});
  CHECK(values_of_results<shape_of(2, 2, 2), over<0, 2>>() == lists{{0, 1, 4, 5}, {2, 3, 6, 7}});
  CHECK(values_of_results<shape_of(1), op::mark_axes(axes{0}, 1)>() == lists{{0}});
}

template <shape Extents, op::reduced_axes Marked>
void check_partition() {
  const auto all = values_of_results<Extents, Marked>();
  std::vector<int> times(static_cast<std::size_t>(Extents.size()));
  int wrong = 0;
  for (const auto& values : all) {
    wrong += static_cast<int>(values.size()) != op::reduced_count(Extents, Marked);
    for (const int at : values) ++times[static_cast<std::size_t>(at)];
  }
  for (const int met : times) wrong += met != 1;
  CHECK(wrong == 0);
}

TEST_CASE("Every value belongs to exactly one result") {
  check_partition<box, over<0>>();
  check_partition<box, over<1, 2>>();
  check_partition<shape_of(2, 3, 4, 5, 2), op::mark_axes(axes{1, -1}, 5)>();
  check_partition<shape_of(2, 3, 4, 5, 2), op::mark_axes(axes{0, 2, 3}, 5)>();
}

constexpr int sum_of_products() {
  constexpr std::array<int, 6> x{1, 2, 3, 4, 5, 6};
  int sum = 0;
  for_each_result<shape_of(3, 2), op::mark_axes(axes{0}, 2)>([&](int, const auto& values) {
    int product = 1;
    values([&](int at) { product *= x[static_cast<std::size_t>(at)]; });
    sum += product;
  });
  return sum;
}
static_assert(sum_of_products() == 1 * 3 * 5 + 2 * 4 * 6, "the compiler walks, too");

}  // namespace
