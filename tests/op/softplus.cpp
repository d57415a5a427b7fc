// SPDX-License-Identifier: Apache-2.0
// softplus: both ends, and its middle.
#include <tenon/op/softplus.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <op/one_input.hpp>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::softplus_<>;
static_assert(operation<word> && one_input_function<word> && works_in_place<word> && !offers_clamp<word>);
static_assert(encoding_rule_of<word>() == encoding_rule::calibrated);
static_assert(word::real(0.0f) == 0.693147182f && word::real(100.0f) == 100.0f && word::real(-200.0f) == 0.0f);
static_assert(word::real(1.0f) == 1.31326163f && word::real(-20.0f) > 2.06e-9f && word::real(-20.0f) < 2.07e-9f);
// ln 2 is 2.77 quarters.
constexpr auto y = run_all<reference, word>({0.5f, 0}, {0.25f, -100});
static_assert(y[128] == -100 + 3 && y[0] == -100 && y[255] == 127 && y[128 + 40] == -100 + 80);

}  // namespace
