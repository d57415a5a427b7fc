// SPDX-License-Identifier: Apache-2.0
// abs: LiteRT's answers for all 256 integers, both signs.
#include <tenon/op/abs.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <golden/abs.hpp>
#include <op/one_input.hpp>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::abs_<>;
static_assert(operation<word> && one_input_function<word> && works_in_place<word> && !offers_clamp<word>);
static_assert(encoding_rule_of<word>() == encoding_rule::calibrated);
static_assert(word::real(3.0f) == 3.0f && word::real(-0.5f) == 0.5f);
static_assert(equals_golden<word, tenon_golden::abs::cases>());
// The factor is formed in float32: 2 * 0.75 rounds up only there.
static_assert(run_all<reference, word>(just_below_numerator, just_below_denominator)[128 - 2] == 2);
static_assert(run_all<reference, word, rounding::float32>({0.5f, 0}, {1.0f, 0})[128 - 3] == 2, "halves to even");

}  // namespace
