// SPDX-License-Identifier: Apache-2.0
// selu: its own numbers and others.
#include <tenon/op/selu.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <op/one_input.hpp>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::selu_<>;
static_assert(operation<word> && one_input_function<word> && works_in_place<word> && !offers_clamp<word>);
static_assert(encoding_rule_of<word>() == encoding_rule::calibrated);

/// One integer, in the encodings {0.5, 0} and {0.25, 1}.
constexpr std::int32_t stored(std::int32_t q) {
  return word::integer<rounding::tflite>(q, {0.5f, 0}, {tensor<i8, 1>::value, {0.25f, 1}});
}
static_assert(word::real(1.0f) == 1.05070102f && word::real(0.0f) == 0.0f &&
              word::real(-100.0f) == -1.05070102f * 1.67326319f);
static_assert(op::selu_<alpha{2.0f}, gain{3.0f}>::real(-100.0f) == -6.0f && op::selu_<gain{3.0f}>::real(2.0f) == 6.0f);
static_assert(stored(2) == 1 + 4 && stored(-100) == 1 - 7);

}  // namespace
