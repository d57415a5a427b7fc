// SPDX-License-Identifier: Apache-2.0
// transposed_conv2d on the reference backend: integers by hand, rows that only get the bias, bounds.
#include <tenon/backend/reference/transposed_conv2d.hpp>

#include <tenon/core/requantize.hpp>

#include <array>
#include <cstdint>

namespace {

using namespace tenon;

// One row more than the window reaches: it holds the bias.
using up = op::transposed_conv2d_<filters{1}, window{1, 1}, stride{2, 1}, padding{0, -1, 0, 0}>;
using called = call<up, rounding::float32, operand{tensor<i8, 4, 1, 1>::value}, operand{tensor<i8, 2, 1, 1>::value}>;
constexpr bool spreads = [] {
  up::parameters<called> numbers;
  numbers.kernel[0] = 3;
  numbers.bias = {4};
  numbers.factors = {0.5f};
  numbers.input_zero_point = 1;
  numbers.output_zero_point = -10;
  numbers.low = -128;
  numbers.high = -6;
  const std::array<std::int8_t, 2> x{3, 5};
  std::array<std::int8_t, 4> y{};
  kernel<reference, called>::run(kernel<reference, called>::pack(numbers), nullptr, y.data(), x.data());
  return y == std::array<std::int8_t, 4>{(4 + 3 * 2) / 2 - 10 > -6 ? -6 : -5, 4 / 2 - 10, -6, 4 / 2 - 10};
}();
static_assert(spreads);

constexpr operand half{tensor<f16, 1, 1, 1>::value};
static_assert(!has_kernel<reference, call<op::transposed_conv2d_<filters{1}>, rounding::tflite, half, half>>);

}  // namespace
