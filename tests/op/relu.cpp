// SPDX-License-Identifier: Apache-2.0
// relu: LiteRT's answers for all 256 integers, real numbers, both roundings against a second computation.
#include <tenon/op/relu.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <golden/relu.hpp>
#include <op/one_input.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace tenon;
using namespace tenon_test;

namespace {

using relu_word = op::relu_<>;

static_assert(operation<relu_word> && one_input_function<relu_word> && offers_clamp<relu_word> &&
              works_in_place<relu_word>);
static_assert(!has_parameters<relu_word> && !absorbs_clamp<relu_word> && !may_be_identity<relu_word>);
static_assert(relu_word::real(-0.5f) == 0.0f && relu_word::real(2.5f) == 2.5f &&
              relu_word::real(0.0f) == 0.0f);
static_assert(relu_word::real(std::numeric_limits<float>::infinity()) ==
              std::numeric_limits<float>::infinity());
static_assert(inferred_from<relu_word>(tensor<f32, 2, 3, 4>::value).edge.tensor ==
              tensor<f32, 2, 3, 4>::value);
static_assert(inferred_from<op::relu_<encoded{{0.25f, 3}}>>(tensor<i8, 5>::value).edge.code ==
              encoding{0.25f, 3});
static_assert(run_all<reference, relu_word>({0.5f, 0}, {0.5f, -128})[128 + 3] == -125);

// The factor is formed in float32: 2 * 0.75 is a half.
static_assert(run_all<reference, relu_word>(just_below_numerator, just_below_denominator)[128 + 2] == 2);

template <class Rounding>
void check_against_second_computation() {
  for (const auto& [in, out] : encoding_pairs) {
    const auto y = run_all<reference, relu_word, Rounding>(in, out);
    const auto factor = static_cast<double>(in.scale / out.scale);
    int wrong = 0;
    for (int q = -128; q < 128; ++q) {
      const std::int64_t expected = out.zero_point + scaled_again<Rounding>(q - in.zero_point, factor);
      wrong += y[static_cast<std::size_t>(q + 128)] != within(expected, out.zero_point, 127);
    }
    CHECK(wrong == 0);
  }
}

}  // namespace

TEST_CASE("relu equals LiteRT on all 256 integers") {
  for_each_case<tenon_golden::relu::cases>([]<class Case>() {
    CHECK(run_all<reference, relu_word>(Case::input_encoding, Case::output_encoding) == Case::expected);
  });
}

TEST_CASE("relu equals a second computation under both roundings, with factors far from 1") {
  check_against_second_computation<rounding::tflite>();
  check_against_second_computation<rounding::float32>();
}

TEST_CASE("relu of real numbers") {
  const std::array<float, 5> x{-1.0f, -0.0f, 0.0f, 1e-30f, 7.5f};
  CHECK(run_one<reference, relu_word, tensor<f32, 5>::value>(x) ==
        std::array<float, 5>{0.0f, 0.0f, 0.0f, 1e-30f, 7.5f});
}
