// SPDX-License-Identifier: Apache-2.0
// Images and sliding windows: padding as TFLite splits it, counts of positions against brute force.
#include <tenon/op/image.hpp>

#include <doctest/doctest.h>

using namespace tenon;

namespace {

constexpr op::image small{1, 5, 7, 3};
static_assert(op::is_image(shape_of(5, 7, 3)) && op::is_image(shape_of(2, 5, 7, 3)) &&
              !op::is_image(shape_of(7, 3)) && !op::is_image(shape_of(1, 2, 3, 4, 5)) &&
              !op::is_image(shape_of()));
static_assert(op::image_of(shape_of(5, 7, 3)) == small &&
              op::image_of(shape_of(4, 5, 7, 3)) == op::image{4, 5, 7, 3});
static_assert(op::image_of(shape_of(7, 3)) == op::image{});
static_assert(op::shape_of_image({2, 3, 4, 5}, shape_of(1, 1, 1, 1)) == shape_of(2, 3, 4, 5));
static_assert(op::shape_of_image({1, 3, 4, 5}, shape_of(9, 9, 9)) == shape_of(3, 4, 5));
static_assert(op::image{2, 3, 4, 5}.pixels() == 24);

constexpr op::sliding even{{2, 4}, {1, 3}, {1, 2}, same_padding};
static_assert(even.reach_rows() == 2 && even.reach_columns() == 7 && even.taps() == 8);
// The odd row or column goes after: 1 row in all, 6 columns in all.
static_assert(op::resolve(even, small).around.top == 0 && op::resolve(even, small).around.bottom == 1);
static_assert(op::resolve(even, small).around.left == 3 && op::resolve(even, small).around.right == 3);
static_assert(!op::resolve(even, small).around.same);
static_assert(op::slide(op::resolve(even, small), small) == op::image{1, 5, 3, 3});
static_assert(op::slide({{6, 1}, {1, 1}, {1, 1}, {}}, small).rows == 0);
static_assert(op::resolve({{1, 1}, {1, 1}, {1, 1}, {1, 2, 3, 4}}, small).around.right == 4);

// A stride of 0 is refused, not divided by.
static_assert(!op::is_usable(op::resolve({{3, 3}, {0, 1}, {1, 1}, same_padding}, small)));
static_assert(op::is_usable({}) && !op::is_usable({{0, 1}}) && !op::is_usable({{1, 1}, {1, 0}}) &&
              !op::is_usable({{1, 1}, {1, 1}, {0, 1}}) &&
              !op::is_usable({{1, 1}, {1, 1}, {1, 1}, {0, -1, 0, 0}}));

/// Positions at which a window starts inside the padded image and ends inside it.
int positions(int extent, int window, int step, int spread, int before, int after) {
  int count = 0;
  for (int start = -before; start + (window - 1) * spread < extent + after; start += step) ++count;
  return count;
}

}  // namespace

TEST_CASE("windows have as many positions as can be counted, and same padding keeps ceil(extent / stride)") {
  int wrong = 0;
  for (int extent = 1; extent < 12; ++extent)
    for (int window = 1; window < 6; ++window)
      for (int step = 1; step < 5; ++step)
        for (int spread = 1; spread < 4; ++spread) {
          const op::image over{1, extent, 1, 1};
          const op::sliding valid{{window, 1}, {step, 1}, {spread, 1}, valid_padding};
          const op::sliding same = op::resolve({{window, 1}, {step, 1}, {spread, 1}, same_padding}, over);
          wrong += op::slide(valid, over).rows != positions(extent, window, step, spread, 0, 0);
          wrong += op::slide(same, over).rows != (extent + step - 1) / step;
          wrong += op::slide(same, over).rows !=
                   positions(extent, window, step, spread, same.around.top, same.around.bottom);
          wrong += same.around.bottom - same.around.top < 0 || same.around.bottom - same.around.top > 1;
        }
  CHECK(wrong == 0);
}
