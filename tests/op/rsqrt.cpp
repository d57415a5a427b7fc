// SPDX-License-Identifier: Apache-2.0
// rsqrt: LiteRT's answers, and what has no root.
#include <tenon/op/rsqrt.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <golden/rsqrt.hpp>
#include <op/one_input.hpp>

#include <limits>

using namespace tenon;
using namespace tenon_test;

namespace {

using word = op::rsqrt_<>;
static_assert(operation<word> && one_input_function<word> && works_in_place<word> && !offers_clamp<word>);
static_assert(encoding_rule_of<word>() == encoding_rule::calibrated);
constexpr float infinite = std::numeric_limits<float>::infinity();
static_assert(word::real(4.0f) == 0.5f && word::real(0.0f) == infinite && word::real(infinite) == 0.0f);
static_assert(math::is_nan(word::real(-1.0f)));
static_assert(equals_golden<word, tenon_golden::rsqrt::cases>());
static_assert(run_all<reference, word>({0.5f, 3}, {0.1f, 0})[128 + 3] == 127);
static_assert(run_all<reference, word>({0.5f, 3}, {0.1f, 0})[128 + 2] == -128);
static_assert(run_all<reference, word, rounding::float32>({0.5f, -128}, {0.02f, -100}) ==
              run_all<reference, word>({0.5f, -128}, {0.02f, -100}));

}  // namespace
