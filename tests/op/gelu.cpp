// SPDX-License-Identifier: Apache-2.0
// gelu: LiteRT's answers for all 256 integers in both forms, and both ends.
#include <tenon/op/gelu.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <golden/gelu.hpp>
#include <op/one_input.hpp>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::gelu_<>;
static_assert(operation<word> && one_input_function<word> && works_in_place<word> && !offers_clamp<word>);
static_assert(encoding_rule_of<word>() == encoding_rule::calibrated);

/// One integer, in the encodings {0.5, 0} and {0.25, 1}.
constexpr std::int32_t stored(std::int32_t q) {
  return word::integer<rounding::tflite>(q, {0.5f, 0}, {tensor<i8, 1>::value, {0.25f, 1}});
}
static_assert(word::real(0.0f) == 0.0f && word::real(1.0f) == 0.841344774f && word::real(3e38f) == 3e38f);
static_assert(word::real(-1.0f) == -0.158655256f && word::real(-40.0f) == 0.0f);
using by_tanh = op::gelu_<approximate{true}>;
static_assert(by_tanh::real(1.0f) == 0.841191992f && by_tanh::real(-1e4f) == 0.0f && by_tanh::real(3e38f) == 3e38f);
static_assert(stored(2) == 1 + 3 && stored(-2) == 1 - 1);

template <class Case>
constexpr bool answers = run_all<reference, op::gelu_<approximate{Case::approximate}>>(
                             Case::input_encoding, Case::output_encoding) == Case::expected;
static_assert([]<class... Each>(std::tuple<Each...>*) {
  return (answers<Each> && ...);
}(static_cast<tenon_golden::gelu::cases*>(nullptr)));

}  // namespace
