// SPDX-License-Identifier: Apache-2.0
// square: both signs, saturation.
#include <tenon/op/square.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <op/one_input.hpp>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::square_<>;
static_assert(operation<word> && one_input_function<word> && works_in_place<word> && !offers_clamp<word>);
static_assert(encoding_rule_of<word>() == encoding_rule::calibrated);
static_assert(word::real(3.0f) == 9.0f && word::real(-0.5f) == 0.25f);
constexpr auto y = run_all<reference, word>({0.5f, 10}, {0.25f, -128});
static_assert(y[128 + 10] == -128 && y[128 + 13] == -128 + 9 && y[128 + 7] == -128 + 9 && y[0] == 127);

}  // namespace
