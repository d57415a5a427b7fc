// SPDX-License-Identifier: Apache-2.0
// Depthwise convolutions of int16: results by hand at the edge of an image, and sums that int32 does not hold.
#include <tenon/backend/kryo/int16_depthwise.hpp>

#include <tenon/core/requantize.hpp>
#include <tenon/op/linear_parameters.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace {

using namespace tenon;
using namespace tenon::kryo_kernels;

template <int Outputs, int Taps>
op::linear_parameters<i16, q15_rule, Outputs, Taps> numbers(double factor) {
  op::linear_parameters<i16, q15_rule, Outputs, Taps> made;
  made.factors.fill(to_q31(factor));
  made.low = -32768;
  made.high = 32767;
  return made;
}

// One row of two pixels of one channel, two outputs each; the window reaches one pixel before the image.
constexpr window_geometry edge{1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 0, 1, 1, 1};

TEST_CASE("Taps outside the image add nothing") {
  auto w = numbers<2, 2>(0.5);
  w.kernel = {10, 20, 30, 40};
  w.bias = {std::int64_t{1}, std::int64_t{-1}};
  w.input_zero_point = 100;
  const std::array<std::int16_t, 2> x{102, 99};
  std::array<std::int16_t, 4> y{};
  int16_depthwise<decltype(w), edge, 2>::run(w, y.data(), 2, x.data());
  CHECK(y == std::array<std::int16_t, 4>{31, 40, -4, 0});
}

// 200 taps of the largest products.
constexpr window_geometry tall{200, 1, 1, 1, 200, 1, 1, 1, 1, 1, 0, 0, 1, 1};

TEST_CASE("Sums of many taps have room in int64") {
  auto w = numbers<1, 200>(0x1p-20);
  w.kernel.fill(-128);
  w.kernel_zero_point = 127;
  w.input_zero_point = 32767;
  const std::vector<std::int16_t> x(200, -32768);
  std::int16_t y = 0;
  int16_depthwise<decltype(w), tall, 1>::run(w, &y, 1, x.data());
  CHECK(y == 3187);  // 200 * 65535 * 255 / 2^20, rounded
}

}  // namespace
