// SPDX-License-Identifier: Apache-2.0
// What pools share: shapes, rounded division, windows that hold nothing, and everything they refuse.
#include <tenon/op/pooling.hpp>

#include <tenon/op/average_pool.hpp>
#include <tenon/op/max_pool.hpp>

#include "op/pools.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace {

using namespace tenon;
using namespace tenon_test;

template <auto... Attributes>
using pool = op::max_pool_<Attributes...>;

static_assert(result_of<pool<>>(shape_of(5, 7, 4)) == shape_of(5, 7, 4));
static_assert(result_of<pool<window{5, 7}>>(shape_of(5, 7, 4)) == shape_of(1, 1, 4));
static_assert(result_of<pool<window{2, 3}, stride{2, 3}>>(shape_of(5, 7, 4)) == shape_of(2, 2, 4));
static_assert(result_of<pool<window{2, 2}, dilation{4, 3}>>(shape_of(5, 7, 4)) == shape_of(1, 4, 4));
static_assert(result_of<pool<window{3, 2}, stride{2, 3}, same_padding>>(shape_of(6, 5, 7, 4)) ==
              shape_of(6, 3, 3, 4));
static_assert(result_of<pool<window{3, 3}, padding{2, 1, 0, 2}>>(shape_of(5, 7, 4)) == shape_of(6, 7, 4));

// `same` puts the odd row and column behind the image.
constexpr std::array<edge_type, 1> typed{edge_type{{f32, shape_of(5, 7, 4)}, {}}};
constexpr padding around = pool<window{4, 2}, same_padding>::resolved_padding(typed);
static_assert(around.top == 1 && around.bottom == 2 && around.left == 0 && around.right == 1 && !around.same);

// A channel of zeros stays one, unless the bounds move it.
static_assert(keeps_zero_channels<pool<clamp{0.0f, 6.0f}>> && keeps_zero_channels<pool<clamp{-1.0f, 0.0f}>>);
static_assert(!keeps_zero_channels<pool<clamp{0.5f, 6.0f}>> &&
              !keeps_zero_channels<pool<clamp{-6.0f, -0.5f}>>);

constexpr tensor_type image = tensor<f32, 5, 7, 4>::value;
static_assert(sentence_of<pool<window{5, 7}>, image>().empty());

constexpr std::string_view no_image =
    "tenon: a pool takes (rows, columns, channels), with or without a batch; reshape its input";
static_assert(sentence_of<pool<>, tensor<f32, 5, 7>::value>() == no_image);
static_assert(sentence_of<pool<>, tensor<f32, 1, 2, 5, 7, 4>::value>() == no_image);
static_assert(sentence_of<op::average_pool_<>, tensor<i8, 9>::value>() == no_image);

constexpr std::string_view unusable =
    "tenon: a pool has a window, stride or dilation below 1, or a padding below 0; give positive numbers";
static_assert(sentence_of<pool<window{0, 2}>, image>() == unusable);
static_assert(sentence_of<pool<window{2, -2}>, image>() == unusable);
static_assert(sentence_of<pool<stride{1, 0}>, image>() == unusable);
static_assert(sentence_of<pool<window{2, 2}, dilation{0, 1}>, image>() == unusable);
static_assert(sentence_of<pool<window{2, 2}, padding{0, 0, 0, -1}>, image>() == unusable);
static_assert(sentence_of<pool<window{2, 2}, stride{0, 0}, same_padding>, image>() == unusable);

constexpr std::string_view padded_by_a_window =
    "tenon: a pool is padded by a whole window or more, so some results would be of nothing; pad less";
static_assert(sentence_of<pool<window{3, 2}, padding{3, 0, 0, 0}>, image>() == padded_by_a_window);
static_assert(sentence_of<pool<window{3, 2}, padding{0, 3, 0, 0}>, image>() == padded_by_a_window);
static_assert(sentence_of<pool<window{3, 2}, padding{0, 0, 2, 0}>, image>() == padded_by_a_window);
static_assert(sentence_of<pool<window{3, 2}, padding{0, 0, 0, 2}>, image>() == padded_by_a_window);
static_assert(sentence_of<pool<window{3, 2}, padding{2, 2, 1, 1}>, image>().empty());
static_assert(sentence_of<pool<window{2, 2}, dilation{2, 1}, padding{2, 2, 0, 0}>, image>().empty());

constexpr std::string_view beyond =
    "tenon: the window of a pool reaches beyond the padded image; make it smaller or pad more";
static_assert(sentence_of<pool<window{6, 1}>, image>() == beyond);
static_assert(sentence_of<pool<window{1, 8}>, image>() == beyond);
static_assert(sentence_of<pool<window{2, 2}, dilation{5, 1}>, image>() == beyond);
static_assert(sentence_of<pool<window{6, 1}, padding{0, 1, 0, 0}>, image>().empty());

// Taps two rows apart step over an image of one row.
constexpr tensor_type line = tensor<f32, 1, 4, 1>::value;
static_assert(
    sentence_of<pool<window{2, 1}, dilation{2, 1}, padding{1, 1, 0, 0}>, line>() ==
    "tenon: some windows of a pool have all their taps in the padding, so some results would be of nothing; "
    "pad or dilate less");

/// True if some position of a window along one axis has no tap inside, counted one by one.
bool steps_over(int extent, int size, int step, int spread, int before, int count) {
  int empty = 0;
  for (int position = 0; position < count; ++position) {
    int inside = 0;
    for (int at = 0; at < extent; ++at)
      for (int tap = 0; tap < size; ++tap) inside += position * step - before + tap * spread == at;
    empty += inside == 0;
  }
  return empty > 0;
}

}  // namespace

TEST_CASE("integers are divided to nearest, halves away from zero") {
  int wrong = 0;
  for (int count = 1; count < 70; ++count)
    for (std::int32_t sum = -300; sum <= 300; ++sum)
      wrong += op::divide_rounded(sum, count) != std::lround(static_cast<double>(sum) / count);
  CHECK(wrong == 0);
  CHECK(op::divide_rounded(5.0f, 2) == 2.5f);
}

TEST_CASE("a window that holds nothing of its image is found wherever it stands") {
  int wrong = 0, found = 0;
  for (int extent = 1; extent < 6; ++extent)
    for (int size = 1; size < 4; ++size)
      for (int step = 1; step < 4; ++step)
        for (int spread = 1; spread < 5; ++spread)
          for (int before = 0; before < 5; ++before)
            for (int count = 1; count < 5; ++count) {
              const bool empty = steps_over(extent, size, step, spread, before, count);
              wrong += op::detail::has_empty_window(extent, size, step, spread, before, count) != empty;
              found += empty;
            }
  CHECK(wrong == 0);
  CHECK(found > 0);
}

TEST_CASE("rows and columns are both looked at") {
  const op::sliding tall{{2, 1}, {1, 1}, {2, 1}, {1, 1, 0, 0}};
  const op::sliding wide{{1, 2}, {1, 1}, {1, 2}, {0, 0, 1, 1}};
  const op::image dot{1, 1, 1, 1};
  CHECK(op::detail::has_empty_window(tall, dot, op::slide(tall, dot)));
  CHECK(op::detail::has_empty_window(wide, dot, op::slide(wide, dot)));
  CHECK(!op::detail::has_empty_window(tall, {1, 3, 1, 1}, op::slide(tall, {1, 3, 1, 1})));
}
