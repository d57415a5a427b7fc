// SPDX-License-Identifier: Apache-2.0
// quantize on the reference backend: LiteRT's answers, halves, both ends, numbers that are not.
#include <tenon/backend/reference/quantize.hpp>

#include <golden/quantize.hpp>
#include <op/one_input.hpp>
#include <op/uint8_cases.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <random>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::quantize_<>;
constexpr float infinite = std::numeric_limits<float>::infinity();
constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();

static_assert(has_kernel<reference, call_on<word, tensor<f32, 3>::value>>);
static_assert(run_one<reference, word, tensor<f32, 6>::value>(
                  std::array<float, 6>{0.25f, -0.25f, 0.24f, infinite, -infinite, not_a_number}, {},
                  {0.5f, 3}) == std::array<std::int8_t, 6>{4, 2, 3, 127, -128, 3});

}  // namespace

TEST_CASE("quantize equals LiteRT") {
  for_each_case<tenon_golden::quantize::cases>([]<class Case>() {
    constexpr tensor_type input{f32, shape_from(Case::input_shape)};
    CHECK(run_one<reference, word, input>(Case::input, {}, Case::output_encoding) == Case::expected);
  });
}

TEST_CASE("quantize rounds the float32 quotient halves away from zero, the same under both roundings") {
  std::mt19937 random(7);
  std::normal_distribution<float> normal;
  for (const auto& pair : encoding_pairs) {
    const encoding out = pair[1];
    std::array<float, 500> x{};
    for (float& value : x) value = normal(random) * out.scale * 60.0f;
    for (std::size_t i = 0; i < 100; ++i) x[i] = (std::round(x[i] / out.scale) + 0.5f) * out.scale;
    const auto y = run_one<reference, word, tensor<f32, 500>::value>(x, {}, out);
    CHECK(run_one<reference, word, tensor<f32, 500>::value, rounding::float32>(x, {}, out) == y);
    int wrong = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
      wrong +=
          y[i] != within(static_cast<std::int64_t>(std::round(x[i] / out.scale)) + out.zero_point, -128, 127);
    CHECK(wrong == 0);
  }
}

TEST_CASE("quantize to uint8 equals LiteRT") { check_quantize_to_uint8<reference>(); }
