// SPDX-License-Identifier: Apache-2.0
// sqrt: LiteRT's answers for all 256 integers, and what has no root.
#include <tenon/op/sqrt.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <golden/sqrt.hpp>
#include <op/one_input.hpp>

#include <limits>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::sqrt_<>;
static_assert(operation<word> && one_input_function<word> && works_in_place<word> && !offers_clamp<word>);
static_assert(encoding_rule_of<word>() == encoding_rule::calibrated);
constexpr float infinite = std::numeric_limits<float>::infinity();
static_assert(word::real(9.0f) == 3.0f && word::real(0.0f) == 0.0f && word::real(infinite) == infinite);
static_assert(math::is_nan(word::real(-1.0f)) && word::real(2.0f) == 1.41421354f);
static_assert(equals_golden<word, tenon_golden::sqrt::cases>());
// Negative numbers are the lowest integer; the root of 100 / 4 is 5, ten halves.
constexpr auto y = run_all<reference, word>({0.25f, 0}, {0.5f, -7});
static_assert(y[127] == -128 && y[128] == -7 && y[128 + 100] == -7 + 10 && y[128 + 4] == -7 + 2);

}  // namespace
