// SPDX-License-Identifier: Apache-2.0
// leaky_relu: LiteRT's answers for all 256 integers, slopes of both signs, both roundings computed twice.
#include <tenon/op/leaky_relu.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <golden/leaky_relu.hpp>
#include <op/one_input.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {

static_assert(operation<op::leaky_relu_<>> && one_input_function<op::leaky_relu_<>> &&
              !offers_clamp<op::leaky_relu_<>>);
static_assert(op::leaky_relu_<>::real(-2.0f) == 0.01f * -2.0f && op::leaky_relu_<>::real(2.0f) == 2.0f);
static_assert(op::leaky_relu_<slope{-0.5f}>::real(-2.0f) == 1.0f &&
              op::leaky_relu_<slope{0.0f}>::real(-2.0f) == 0.0f);

// The factor is formed in float32: 2 * 0.75 is a half.
static_assert(run_all<reference, op::leaky_relu_<>>(just_below_numerator, just_below_denominator)[128 + 2] ==
              2);

template <slope Slope, class Rounding>
void check_against_second_computation() {
  for (const auto& [in, out] : encoding_pairs) {
    const auto y = run_all<reference, op::leaky_relu_<Slope>, Rounding>(in, out);
    const float size = std::fabs(Slope.value);
    int wrong = 0;
    for (int q = -128; q < 128; ++q) {
      const int x = q - in.zero_point;
      const float factor = x >= 0 ? in.scale / out.scale : in.scale * size / out.scale;
      const std::int64_t sized = scaled_again<Rounding>(x, static_cast<double>(factor));
      const std::int64_t scaled = x < 0 && Slope.value < 0.0f ? -sized : sized;
      wrong += y[static_cast<std::size_t>(q + 128)] != within(out.zero_point + scaled, -128, 127);
    }
    CHECK(wrong == 0);
  }
}

}  // namespace

TEST_CASE("leaky_relu equals LiteRT on all 256 integers") {
  for_each_case<tenon_golden::leaky_relu::cases>([]<class Case>() {
    CHECK(run_all<reference, op::leaky_relu_<slope{Case::alpha}>>(Case::input_encoding,
                                                                  Case::output_encoding) == Case::expected);
  });
}

TEST_CASE("leaky_relu equals a second computation under both roundings") {
  check_against_second_computation<slope{0.01f}, rounding::tflite>();
  check_against_second_computation<slope{-0.3f}, rounding::tflite>();
  check_against_second_computation<slope{0.0f}, rounding::tflite>();
  check_against_second_computation<slope{1.7f}, rounding::float32>();
  check_against_second_computation<slope{-0.3f}, rounding::float32>();
}

TEST_CASE("leaky_relu of real numbers") {
  const std::array<float, 4> x{-4.0f, -0.0f, 0.5f, 100.0f};
  CHECK(run_one<reference, op::leaky_relu_<slope{0.25f}>, tensor<f32, 4>::value>(x) ==
        std::array<float, 4>{-1.0f, 0.0f, 0.5f, 100.0f});
}
