// SPDX-License-Identifier: Apache-2.0
// hard_sigmoid: the line and its bounds for real numbers, integers against a second computation.
#include <tenon/op/hard_sigmoid.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <op/one_input.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::hard_sigmoid_<>;
using steep = op::hard_sigmoid_<line{1.0f / 6.0f, 0.5f}>;
constexpr float infinite = std::numeric_limits<float>::infinity();

static_assert(operation<word> && one_input_function<word> && !offers_clamp<word>);
static_assert(word::real(0.0f) == 0.5f && word::real(-2.5f) == 0.0f && word::real(2.5f) == 1.0f);
static_assert(word::real(-infinite) == 0.0f && word::real(infinite) == 1.0f &&
              word::real(1.0f) == 0.2f + 0.5f);
static_assert(steep::real(-3.0f) == 0.0f && steep::real(3.0f) == 1.0f && steep::real(1.5f) == 0.75f);

/// In float32 throughout: the input's real number, the bounded line, times the reciprocal of the output's
/// scale.
template <line Line>
std::int64_t second_computation(int q, encoding in, encoding out) {
  const float x = in.scale * static_cast<float>(q - in.zero_point);
  const float y = std::fmin(std::fmax(Line.slope * x + Line.offset, 0.0f), 1.0f);
  const float inverse = 1.0f / out.scale;
  return within(static_cast<std::int64_t>(std::round(double{y * inverse})) + out.zero_point, -128, 127);
}

template <line Line>
void check_against_second_computation() {
  for (const auto& [in, out] : encoding_pairs) {
    const auto y = run_all<reference, op::hard_sigmoid_<Line>>(in, out);
    CHECK(run_all<reference, op::hard_sigmoid_<Line>, rounding::float32>(in, out) == y);
    int wrong = 0;
    for (int q = -128; q < 128; ++q)
      wrong += y[static_cast<std::size_t>(q + 128)] != second_computation<Line>(q, in, out);
    CHECK(wrong == 0);
  }
}

}  // namespace

TEST_CASE("hard_sigmoid of integers equals a second computation") {
  check_against_second_computation<line{0.2f, 0.5f}>();
  check_against_second_computation<line{1.0f / 6.0f, 0.5f}>();
  check_against_second_computation<line{-3.0f, 0.1f}>();
}

TEST_CASE("hard_sigmoid of real numbers") {
  const std::array<float, 4> x{-4.0f, -1.25f, 0.0f, 100.0f};
  CHECK(run_one<reference, op::hard_sigmoid_<line{0.25f, 0.5f}>, tensor<f32, 4>::value>(x) ==
        std::array<float, 4>{0.0f, 0.1875f, 0.5f, 1.0f});
}
