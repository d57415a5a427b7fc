// SPDX-License-Identifier: Apache-2.0
// Windows of operators as kryo's products see them, and portable parameters packed group by group.
#include <tenon/backend/kryo/geometry.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace {

using namespace tenon;
using namespace tenon::kryo_kernels;

constexpr op::image photo{2, 9, 12, 6};
constexpr op::sliding moving{{3, 2}, {2, 5}, {1, 3}, {1, 2, 4, 0, false}};
constexpr window_geometry seen = geometry_of(photo, op::slide(moving, photo), moving, 3);
static_assert(seen.input_rows == 9 && seen.input_columns == 12 && seen.output_rows == 5 &&
              seen.output_columns == 3);
static_assert(seen.kernel_rows == 3 && seen.kernel_columns == 2 && seen.row_step == 2 &&
              seen.column_step == 5);
static_assert(seen.row_spread == 1 && seen.column_spread == 3 && seen.top == 1 && seen.left == 4);
static_assert(seen.channels == 3 && seen.pixel_pitch == 6 && seen.depth() == 18, "one of two groups");

/// How many taps of a window lie outside the image, and how many outputs read another pixel than their own.
struct readings {
  int outside = 0;
  int elsewhere = 0;
};

readings read_all(const op::image& in, const op::image& out, const op::sliding& over) {
  readings made;
  for (int row = 0; row < out.rows; ++row)
    for (int column = 0; column < out.columns; ++column)
      for (int i = 0; i < over.size.rows; ++i)
        for (int j = 0; j < over.size.columns; ++j) {
          const int from_row = row * over.step.rows + i * over.spread.rows - over.around.top;
          const int from_column = column * over.step.columns + j * over.spread.columns - over.around.left;
          made.outside += from_row < 0 || from_row >= in.rows || from_column < 0 || from_column >= in.columns;
          made.elsewhere += from_row != row || from_column != column;
        }
  return made;
}

/// Compares what a geometry says of a window with the pixels that the window reads.
void check_window(const op::image& in, op::sliding over, bool same, int& unpadded, int& pointwise) {
  over.around = same ? same_padding : valid_padding;
  over = op::resolve(over, in);
  const op::image out = op::slide(over, in);
  if (out.rows <= 0 || out.columns <= 0) return;
  const window_geometry g = geometry_of(in, out, over, in.channels);
  const readings read = read_all(in, out, over);
  CHECK(g.unpadded() == (read.outside == 0));
  // A window that leaves pixels of the image unread is not pointwise.
  const bool own_pixels = read.elsewhere == 0 && in.rows == out.rows && in.columns == out.columns;
  if (g.pointwise()) CHECK(own_pixels);
  if (own_pixels && over.step.rows == 1 && over.step.columns == 1) CHECK(g.pointwise());
  CHECK(g.outputs() == out.rows * out.columns);
  unpadded += g.unpadded();
  pointwise += g.pointwise();
}

TEST_CASE("geometries know which windows leave the image and which read one pixel") {
  int unpadded = 0;
  int pointwise = 0;
  int all = 0;
  for (int rows = 1; rows < 6; ++rows)
    for (int size = 1; size < 4; ++size)
      for (int step = 1; step < 4; ++step)
        for (int spread = 1; spread < 3; ++spread)
          for (const bool same : {false, true}) {
            const op::image in{1, rows, 7 - rows, 2};
            check_window(in, {{size, 1}, {step, 1}, {spread, 1}, {}}, same, unpadded, pointwise);
            check_window(in, {{1, size}, {1, step}, {1, spread}, {}}, same, unpadded, pointwise);
            check_window(in, {{size, 4 - size}, {step, step}, {spread, 2}, {}}, same, unpadded, pointwise);
            all += 3;
          }
  CHECK(unpadded > 0);
  CHECK(unpadded < all);
  CHECK(pointwise > 0);
  CHECK(pointwise < unpadded);
}

/// Four filters in two groups of two, three channels, one tap of two pixels.
constexpr auto integers = [] {
  op::linear_parameters<i8, q31_rule, 4, 6> made{};
  for (std::size_t i = 0; i < 24; ++i)
    made.kernel[i] = static_cast<std::int8_t>(10 * static_cast<int>(i) - 120);
  for (std::size_t o = 0; o < 4; ++o) {
    made.bias[o] = 1000 * static_cast<std::int32_t>(o);
    made.factors[o] = q31_rule::make_from_real(0.01 + 0.001 * static_cast<double>(o));
  }
  made.input_zero_point = -3;
  made.kernel_zero_point = 5;
  made.output_zero_point = 7;
  made.low = -100;
  made.high = 99;
  return made;
}();
using numbers = std::remove_const_t<decltype(integers)>;

constexpr int8_terms terms = terms_of(integers);
static_assert(terms.input_zero_point == -3 && terms.kernel_zero_point == 5 && terms.output_zero_point == 7);
static_assert(terms.low == -100 && terms.high == 99 && terms.try_to_prove);

using real_numbers = op::linear_parameters<f32, rounding::tflite::conv2d_rule, 4, 6>;

constexpr window_geometry two_pixels{
    .input_columns = 5, .output_columns = 4, .kernel_columns = 2, .channels = 3, .pixel_pitch = 6};
template <class Parameters>
using chosen = convolution_of<isa::scalar, Parameters, two_pixels, 2>;
static_assert(std::is_same_v<chosen<numbers>, convolution<isa::scalar, q31_rule, two_pixels, 2>>);
static_assert(std::is_same_v<chosen<real_numbers>, real_convolution<two_pixels, 2>>);
using direct = direct_convolution_of<isa::scalar, numbers, two_pixels, 2>;
static_assert(std::is_same_v<direct, direct_convolution<isa::scalar, q31_rule, two_pixels, 2>>);

TEST_CASE("a group is packed from its own filters on") {
  chosen<numbers>::packed packed{};
  pack_group<chosen<numbers>>(packed, integers, 2);
  using layout = chosen<numbers>::layout;
  for (int column = 0; column < 2; ++column) {
    std::int32_t sum = 0;
    for (int k = 0; k < 6; ++k) {
      const auto at = static_cast<std::size_t>((2 + column) * 6 + k);
      CHECK(packed.weights[layout::index(column, k)] == integers.kernel[at]);
      sum += integers.kernel[at];
    }
    const auto filter = static_cast<std::size_t>(2 + column);
    CHECK(packed.bias[static_cast<std::size_t>(column)] == integers.bias[filter] + 3 * sum);
    CHECK(packed.output.exact.multiplier[column] == integers.factors[filter].multiplier);
  }
  CHECK(packed.input_zero_point == -3);
  CHECK(packed.kernel_zero_point == 5);
  CHECK(packed.output.zero_point == 7);
  CHECK(packed.output.low == -100);
  CHECK(packed.output.high == 99);
}

TEST_CASE("a product that lays out its weights itself is asked to") {
  direct::packed by_group{};
  direct::packed by_itself{};
  pack_group<direct>(by_group, integers, 2);
  direct::pack(by_itself, integers.kernel.data() + 12, integers.bias.data() + 2, integers.factors.data() + 2,
               terms);
  CHECK(std::memcmp(&by_group, &by_itself, sizeof by_group) == 0);
  const direct::packed empty{};
  CHECK(std::memcmp(&by_group, &empty, sizeof by_group) != 0);
}

TEST_CASE("real numbers of a group are packed from its own filters on") {
  real_numbers w;
  for (std::size_t i = 0; i < 24; ++i) w.kernel[i] = 0.5f * static_cast<float>(i);
  w.bias = {1.0f, 2.0f, 3.0f, 4.0f};
  w.low = -6.0f;
  w.high = 6.5f;
  chosen<real_numbers>::packed packed{};
  pack_group<chosen<real_numbers>>(packed, w, 2);
  constexpr auto columns = std::size_t{chosen<real_numbers>::packed::layout::columns};
  for (std::size_t k = 0; k < 6; ++k) {
    CHECK(packed.weights[k * columns] == w.kernel[12 + k]);
    CHECK(packed.weights[k * columns + 1] == w.kernel[18 + k]);
  }
  CHECK(packed.bias[0] == 3.0f);
  CHECK(packed.bias[1] == 4.0f);
  CHECK(packed.low == -6.0f);
  CHECK(packed.high == 6.5f);
}

}  // namespace
