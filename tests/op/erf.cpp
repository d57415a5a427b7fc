// SPDX-License-Identifier: Apache-2.0
// erf: chosen numbers and both ends.
#include <tenon/op/erf.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <op/one_input.hpp>

#include <limits>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::erf_<>;
static_assert(operation<word> && one_input_function<word> && works_in_place<word> && !offers_clamp<word>);
static_assert(encoding_rule_of<word>() == encoding_rule::calibrated);
constexpr float infinite = std::numeric_limits<float>::infinity();

/// One integer, in the encodings {0.5, 0} and {0.25, 1}.
constexpr std::int32_t stored(std::int32_t q) {
  return word::integer<rounding::tflite>(q, {0.5f, 0}, {tensor<i8, 1>::value, {0.25f, 1}});
}
static_assert(word::real(0.0f) == 0.0f && word::real(1.0f) == 0.842700779f && word::real(-1.0f) == -0.842700779f);
static_assert(word::real(1e-20f) == 1.12837915e-20f && word::real(infinite) == 1.0f && word::real(-infinite) == -1.0f);
static_assert(stored(0) == 1 && stored(2) == 1 + 3 && stored(-127) == 1 - 4);

}  // namespace
