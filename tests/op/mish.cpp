// SPDX-License-Identifier: Apache-2.0
// mish: both ends and its middle.
#include <tenon/op/mish.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <op/one_input.hpp>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::mish_<>;
static_assert(operation<word> && one_input_function<word> && works_in_place<word> && !offers_clamp<word>);
static_assert(encoding_rule_of<word>() == encoding_rule::calibrated);

/// One integer, in the encodings {0.5, 0} and {0.25, 1}.
constexpr std::int32_t stored(std::int32_t q) {
  return word::integer<rounding::tflite>(q, {0.5f, 0}, {tensor<i8, 1>::value, {0.25f, 1}});
}
static_assert(word::real(0.0f) == 0.0f && word::real(1.0f) == 0.865098417f && word::real(100.0f) == 100.0f);
static_assert(word::real(-1.0f) == -0.303401470f && word::real(-200.0f) == 0.0f && word::real(39.0f) == 39.0f);
static_assert(stored(2) == 1 + 3 && stored(-2) == 1 - 1);

}  // namespace
