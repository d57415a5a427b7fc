// SPDX-License-Identifier: Apache-2.0
// Reductions in rows: their sizes, and that every element goes into the one result that it belongs to.
#include <tenon/backend/kryo/reduction.hpp>

#include <tenon/op/mean.hpp>

#include "op/call_on.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <vector>

namespace {

using namespace tenon;
using namespace tenon::kryo_kernels;

template <axes Axes, int... Extents>
using rows_of = reduced_rows<typename tenon_test::one_call<void, op::mean_<Axes>, rounding::tflite,
                                                           tensor<f32, Extents...>::value>::call>;

using over_image = rows_of<axes{0, 1}, 3, 4, 5>;
static_assert(over_image::row_stays && over_image::row == 5 && over_image::count == 12);
static_assert(over_image::rows_of_result == 12 && over_image::results == 1);

using over_rows = rows_of<axes{-1}, 3, 4, 5>;
static_assert(!over_rows::row_stays && over_rows::count == 5);
static_assert(over_rows::rows_of_result == 1 && over_rows::results == 12);

using over_outer = rows_of<axes{0, 2}, 3, 4, 5>;
static_assert(over_outer::count == 15 && over_outer::rows_of_result == 3 && over_outer::results == 4);

using over_all = rows_of<axes{0, 1, 2}, 3, 4, 5>;
static_assert(over_all::count == 60 && over_all::rows_of_result == 12 && over_all::results == 1);

using over_vector = rows_of<axes{0}, 7>;
static_assert(over_vector::count == 7 && over_vector::rows_of_result == 1 && over_vector::results == 1);

template <class Rows>
std::vector<int> rows_into(int result) {
  std::array<float, static_cast<std::size_t>(Rows::extents.size())> x{};
  std::vector<int> met;
  Rows::for_each_row(x.data(), result,
                     [&](const float* row) { met.push_back(static_cast<int>(row - x.data())); });
  return met;
}

TEST_CASE("Rows that go into a result, in order") {
  CHECK(rows_into<rows_of<axes{1}, 2, 3, 4>>(0) == std::vector<int>{0, 4, 8});
  CHECK(rows_into<rows_of<axes{1}, 2, 3, 4>>(1) == std::vector<int>{12, 16, 20});
  CHECK(rows_into<rows_of<axes{0}, 2, 3, 4>>(2) == std::vector<int>{8, 20});
  CHECK(rows_into<over_rows>(7) == std::vector<int>{35});
  CHECK(rows_into<over_outer>(1) == std::vector<int>{5, 25, 45});
}

/// Where the result of an element stands, coordinate by coordinate.
template <class Rows>
int result_of(int element) {
  int result = 0;
  int step = 1;
  for (int axis = Rows::extents.rank - 1; axis >= 0; element /= Rows::extents[axis--]) {
    if (Rows::marked.has(axis)) continue;
    result += element % Rows::extents[axis] * step;
    step *= Rows::extents[axis];
  }
  return result;
}

template <class Rows>
void check_every_element() {
  std::vector<int> times(static_cast<std::size_t>(Rows::extents.size()));
  int wrong = 0;
  for (int result = 0; result < Rows::results; ++result)
    for (const int first : rows_into<Rows>(result))
      for (int c = 0; c < Rows::row; ++c) {
        ++times[static_cast<std::size_t>(first + c)];
        wrong += result_of<Rows>(first + c) != (Rows::row_stays ? result * Rows::row + c : result);
      }
  for (const int met : times) wrong += met != 1;
  CHECK(wrong == 0);
}

TEST_CASE("Every element is met once, for its own result") {
  check_every_element<over_image>();
  check_every_element<over_rows>();
  check_every_element<over_outer>();
  check_every_element<over_all>();
  check_every_element<over_vector>();
  check_every_element<rows_of<axes{1, 3, 5}, 2, 3, 4, 5, 2, 3>>();
  check_every_element<rows_of<axes{0, 2, 4}, 2, 3, 4, 5, 2, 3>>();
  check_every_element<rows_of<axes{2}, 1, 3, 1, 1>>();
}

}  // namespace
