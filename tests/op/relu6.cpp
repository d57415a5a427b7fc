// SPDX-License-Identifier: Apache-2.0
// relu6: LiteRT's answers for all 256 integers, real numbers, both roundings against a second computation.
#include <tenon/op/relu6.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <golden/relu6.hpp>
#include <op/one_input.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

namespace {

using relu6_word = op::relu6_<>;

static_assert(operation<relu6_word> && one_input_function<relu6_word> && offers_clamp<relu6_word> &&
              works_in_place<relu6_word>);
static_assert(relu6_word::real(-0.5f) == 0.0f && relu6_word::real(5.75f) == 5.75f &&
              relu6_word::real(6.5f) == 6.0f);
static_assert(inferred_from<relu6_word>(tensor<f32, 2, 3>::value).edge.tensor == tensor<f32, 2, 3>::value);

/// The integer of 6 in the output's encoding: float32 quotient, halves away from zero.
std::int64_t six_in(encoding out) {
  return within(static_cast<std::int64_t>(std::round(6.0f / out.scale)) + out.zero_point, -128, 127);
}

// The factor is formed in float32: 2 * 0.75 is a half.
static_assert(run_all<reference, relu6_word>(just_below_numerator, just_below_denominator)[128 + 2] == 2);

template <class Rounding>
void check_against_second_computation() {
  for (const auto& [in, out] : encoding_pairs) {
    const auto y = run_all<reference, relu6_word, Rounding>(in, out);
    const auto factor = static_cast<double>(in.scale / out.scale);
    int wrong = 0;
    for (int q = -128; q < 128; ++q) {
      const std::int64_t expected = out.zero_point + scaled_again<Rounding>(q - in.zero_point, factor);
      wrong += y[static_cast<std::size_t>(q + 128)] != within(expected, out.zero_point, six_in(out));
    }
    CHECK(wrong == 0);
  }
}

}  // namespace

TEST_CASE("relu6 equals LiteRT on all 256 integers") {
  for_each_case<tenon_golden::relu6::cases>([]<class Case>() {
    CHECK(run_all<reference, relu6_word>(Case::input_encoding, Case::output_encoding) == Case::expected);
  });
}

TEST_CASE("relu6 equals a second computation under both roundings") {
  check_against_second_computation<rounding::tflite>();
  check_against_second_computation<rounding::float32>();
}

TEST_CASE("relu6 of real numbers") {
  const std::array<float, 5> x{-1.0f, -0.0f, 3.0f, 6.0f, 7.5f};
  CHECK(run_one<reference, relu6_word, tensor<f32, 5>::value>(x) ==
        std::array<float, 5>{0.0f, 0.0f, 3.0f, 6.0f, 6.0f});
}
