// SPDX-License-Identifier: Apache-2.0
// neg: both signs, and integers that have no opposite.
#include <tenon/op/neg.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <op/one_input.hpp>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::neg_<>;
static_assert(operation<word> && one_input_function<word> && works_in_place<word> && !offers_clamp<word>);
static_assert(encoding_rule_of<word>() == encoding_rule::calibrated);
static_assert(word::real(3.0f) == -3.0f && word::real(-0.5f) == 0.5f);
constexpr auto y = run_all<reference, word>({0.5f, 0}, {0.5f, 0});
static_assert(y[0] == 127 && y[255] == -127 && y[128] == 0);
// A half goes away from zero: -(3 * 0.5) / 1 = -1.5.
static_assert(run_all<reference, word>({0.5f, 0}, {1.0f, 4})[128 + 3] == 4 - 2);

}  // namespace
