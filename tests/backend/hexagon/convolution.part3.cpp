// SPDX-License-Identifier: Apache-2.0
// Where activations of a convolution lie: padded copies of images against a plain loop, or the image itself.
#include <tenon/backend/hexagon/convolution.hpp>

#include <tenon/core/requantize.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <vector>

using namespace tenon;
using namespace tenon::hexagon_kernels;

namespace {

constexpr window_over over(op::image in, op::image out, op::sliding moving) {
  return {in, out, moving, in.channels};
}

constexpr window_over same{over({1, 4, 5, 4}, {1, 4, 5, 8}, {{3, 3}, {1, 1}, {1, 1}, {1, 1, 1, 1}})};
constexpr window_over lopsided{over({1, 3, 50, 8}, {1, 6, 50, 8}, {{4, 2}, {1, 1}, {1, 1}, {4, 2, 1, 0}})};
constexpr window_over strided{over({1, 7, 7, 3}, {1, 2, 2, 8}, {{3, 3}, {3, 3}, {1, 1}, {}})};
constexpr window_over all_padding{over({1, 1, 1, 4}, {1, 1, 1, 4}, {{1, 1}, {4, 4}, {1, 1}, {2, 0, 3, 0}})};
constexpr window_over pointwise{over({1, 4, 5, 4}, {1, 4, 5, 8}, {{1, 1}, {1, 1}, {1, 1}, {}})};

/// The number of bytes of a padded copy that are wrong, or of those behind the room that it may use.
template <window_over Over>
int wrong_in_padded() {
  constexpr int pixels = Over.in.rows * Over.in.columns;
  constexpr int channels = Over.in.channels;
  constexpr int size = Over.reached_rows() * Over.reached_columns() * channels;
  std::vector<std::int8_t> x(static_cast<std::size_t>(pixels * channels));
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<std::int8_t>(i * 7 + 1);
  std::vector<std::int8_t> y(static_cast<std::size_t>(size + vector_bytes + 64), 99);
  pad_image<Over>(y.data(), x.data(), -77);
  int wrong = 0;
  for (int i = 0; i < size; ++i) {
    const int row = i / channels / Over.reached_columns() - Over.moving.around.top;
    const int column = i / channels % Over.reached_columns() - Over.moving.around.left;
    const bool inside = row >= 0 && row < Over.in.rows && column >= 0 && column < Over.in.columns;
    const auto from = static_cast<std::size_t>((row * Over.in.columns + column) * channels + i % channels);
    wrong += y[static_cast<std::size_t>(i)] != (inside ? x[from] : std::int8_t{-77});
  }
  for (std::size_t i = static_cast<std::size_t>(size + vector_bytes); i < y.size(); ++i) wrong += y[i] != 99;
  return wrong;
}

template <window_over Over>
using way = convolution<q31_rule, Over, 8, 8>;

template <class Way>
inline constexpr bool is_direct = requires { Way::pads; };

}  // namespace

static_assert(same.reached_rows() == 6 && same.reached_columns() == 7 && !same.stays_inside() &&
              !same.is_pointwise());
static_assert(strided.reached_rows() == 6 && strided.stays_inside());
static_assert(pointwise.is_pointwise() && pointwise.stays_inside());

// Whole pixels of groups of four channels are read directly, any others as patches.
static_assert(is_direct<way<same>> && way<same>::pads && is_direct<way<pointwise>> && !way<pointwise>::pads);
static_assert(!is_direct<way<strided>> && way<strided>::depth == 27 && way<strided>::patch == 32);
static_assert(way<pointwise>::run_length == 20 && way<pointwise>::runs == 1);
// Taps beside each other are one run: three pixels of four channels are three words.
static_assert(way<same>::under.columns == 1 && way<same>::under.words == 3 &&
              way<same>::under.row_pitch == 28);

TEST_CASE("padded copies hold the image in a border of zero points") {
  CHECK(wrong_in_padded<same>() == 0);
  CHECK(wrong_in_padded<lopsided>() == 0);
  CHECK(wrong_in_padded<pointwise>() == 0);
  CHECK(wrong_in_padded<all_padding>() == 0);
}
