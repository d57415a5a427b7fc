// SPDX-License-Identifier: Apache-2.0
// exp: LiteRT's answers for all 256 integers, and both ends of the real numbers.
#include <tenon/op/exp.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <golden/exp.hpp>
#include <op/one_input.hpp>

#include <limits>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::exp_<>;
static_assert(operation<word> && one_input_function<word> && works_in_place<word> && !offers_clamp<word>);
static_assert(encoding_rule_of<word>() == encoding_rule::calibrated);
constexpr float infinite = std::numeric_limits<float>::infinity();
static_assert(word::real(0.0f) == 1.0f && word::real(-infinite) == 0.0f && word::real(infinite) == infinite);
static_assert(word::real(88.8f) == infinite && word::real(-200.0f) == 0.0f && word::real(1.0f) == 2.7182817f);
static_assert(equals_golden<word, tenon_golden::exp::cases>());
// What overflows is the largest integer.
static_assert(run_all<reference, word>({1.0f, 0}, {1.0f, 0})[255] == 127);

}  // namespace
