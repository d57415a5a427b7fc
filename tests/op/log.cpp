// SPDX-License-Identifier: Apache-2.0
// log: LiteRT's answers for all 256 integers, and what has no logarithm.
#include <tenon/op/log.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <golden/log.hpp>
#include <op/one_input.hpp>

#include <limits>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::log_<>;
static_assert(operation<word> && one_input_function<word> && works_in_place<word> && !offers_clamp<word>);
static_assert(encoding_rule_of<word>() == encoding_rule::calibrated);
constexpr float infinite = std::numeric_limits<float>::infinity();
static_assert(word::real(1.0f) == 0.0f && word::real(0.0f) == -infinite && word::real(infinite) == infinite);
static_assert(math::is_nan(word::real(-1.0f)) && word::real(2.7182817f) == 0.99999994f);
static_assert(equals_golden<word, tenon_golden::log::cases>());
// 0 and negative numbers are the lowest integer; ln 1 = 0 and ln 2 = 2.77 quarters.
constexpr auto y = run_all<reference, word>({0.5f, 0}, {0.25f, 7});
static_assert(y[128] == -128 && y[0] == -128 && y[128 + 2] == 7 && y[128 + 4] == 7 + 3 && y[128 + 1] == 7 - 3);
static_assert(run_all<reference, word, rounding::float32>({0.5f, 0}, {0.25f, 7}) == y);

}  // namespace
