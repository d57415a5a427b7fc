// SPDX-License-Identifier: Apache-2.0
// Convolutions of int16: sums of the largest products are exact, the input's zero point is in the bias, scratch memory.
#include <tenon/backend/kryo/int16_convolve.hpp>

#include <tenon/core/requantize.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace {

using namespace tenon;
using namespace tenon::kryo_kernels;

template <int Length>
std::int64_t sum_of_equal(std::int16_t x, std::int16_t w) {
  const std::vector<std::int16_t> left(std::size_t{Length}, x);
  const std::vector<std::int16_t> right(std::size_t{Length}, w);
  return dot_int16<Length>(left.data(), right.data());
}

TEST_CASE("Sums of the largest products are exact, however many there are") {
  CHECK(sum_of_equal<16>(-32768, -255) == 16ll * 32768 * 255);
  CHECK(sum_of_equal<240>(-32768, -255) == 240ll * 32768 * 255);
  CHECK(sum_of_equal<1008>(-32768, 255) == -1008ll * 32768 * 255);
}

using portable = op::linear_parameters<i16, q15_rule, 2, 3>;

constexpr portable small = [] {
  portable made;
  made.kernel = {1, -2, 3, 100, -128, 7};
  made.bias = {std::int64_t{5}, std::int64_t{1} << 40};
  made.factors = {to_q31(0.5), to_q31(0x1p-30)};
  made.input_zero_point = -3;
  made.kernel_zero_point = 4;
  made.output_zero_point = 2;
  made.low = -100;
  made.high = 1000;
  return made;
}();

constexpr auto packed = [] {
  packed_int16<q15_rule, 2, 3> made;
  made.pack(small, 0);
  return made;
}();

static_assert(packed.weights[0] == -3 && packed.weights[1] == -6 && packed.weights[2] == -1 && packed.weights[3] == 0);
static_assert(packed.weights[16] == 96 && packed.weights[17] == -132 && packed.weights[18] == 3);
static_assert(std::int64_t{packed.bias[0]} == 5 + 3 * (-3 - 6 - 1));
static_assert(sizeof packed == 2 * 16 * 2 + 2 * 8 + 2 * 8 + 4 * 4);

constexpr window_geometry pixels{1, 2, 1, 2, 1, 1, 1, 1, 1, 1, 0, 0, 3, 3};
using convolved = int16_convolution<q15_rule, pixels, 2>;
static_assert(convolved::scratch == 16 * sizeof(std::int16_t));

TEST_CASE("Results are those of the definition") {
  const std::array<std::int16_t, 6> x{-3, -3, -3, 10, 0, 20};
  std::array<std::int16_t, 4> y{};
  alignas(16) std::array<std::byte, convolved::scratch> borrowed{};
  convolved::run(packed, borrowed.data(), y.data(), 2, x.data());
  // 0.5 * 5 rounds up; 2^40 * 2^-30 is cut to 1000; then 0.5 * (5 + 13 * -3 + 3 * -6 + 23 * -1).
  CHECK(y == std::array<std::int16_t, 4>{5, 1000, -35, 1000});
}

}  // namespace
