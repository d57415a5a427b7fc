// SPDX-License-Identifier: Apache-2.0
// transposed_conv2d on kryo: golden vectors, and the order of its weights.
#include <tenon/backend/kryo/transposed_conv2d.hpp>

#include "golden/transposed_conv2d.hpp"
#include "op/golden_transposed.hpp"

#include <doctest/doctest.h>

#include <array>

namespace {

using namespace tenon;

// Two groups of two filters on one channel each, two taps: [group][tap][filter].
using up = op::transposed_conv2d_<filters{4}, window{1, 2}, groups{2}>;
using called = call<up, rounding::tflite, operand{tensor<f32, 1, 2, 4>::value}, operand{tensor<f32, 1, 1, 2>::value}>;
constexpr auto packed = [] {
  up::parameters<called> numbers;
  numbers.kernel = {1, 2, 3, 4, 5, 6, 7, 8};
  return kernel<kryo, called>::pack(numbers);
}();
static_assert(packed.kernel == std::array<float, 8>{1, 3, 2, 4, 5, 7, 6, 8});

TEST_CASE("LiteRT's int8 answers") {
  CHECK(tenon_test::spreads_as_golden<kryo, tenon_golden::transposed_conv2d::cases>());
}

}  // namespace
