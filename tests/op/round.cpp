// SPDX-License-Identifier: Apache-2.0
// round: halves go to even.
#include <tenon/op/round.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <op/one_input.hpp>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::round_<>;
static_assert(operation<word> && one_input_function<word> && works_in_place<word> && !offers_clamp<word>);
static_assert(encoding_rule_of<word>() == encoding_rule::calibrated);

/// One integer, in the encodings {0.5, 0} and {0.25, 1}.
constexpr std::int32_t stored(std::int32_t q) {
  return word::integer<rounding::tflite>(q, {0.5f, 0}, {tensor<i8, 1>::value, {0.25f, 1}});
}
static_assert(word::real(1.5f) == 2.0f && word::real(2.5f) == 2.0f && word::real(-0.5f) == 0.0f &&
              word::real(-1.25f) == -1.0f);
static_assert(stored(3) == 1 + 8 && stored(5) == 1 + 8 && stored(1) == 1);

}  // namespace
