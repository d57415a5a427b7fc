// SPDX-License-Identifier: Apache-2.0
// sqrt: LiteRT's answers for all 256 integers, and what has no root.
#include <tenon/op/sqrt.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <golden/sqrt.hpp>
#include <op/one_input.hpp>

#include <doctest/doctest.h>

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
// Negative numbers are the lowest integer; the root of 100 / 4 is 5, ten halves.
constexpr std::int32_t stored(std::int32_t q) {
  return word::integer<rounding::tflite>(q, {0.25f, 0}, {tensor<i8, 1>::value, {0.5f, -7}});
}
static_assert(stored(-1) == -128 && stored(0) == -7 && stored(100) == -7 + 10 && stored(4) == -7 + 2);
static_assert(stored(5) == -7 + 2 && stored(8) == -7 + 2 && stored(9) == -7 + 3, "rounded down");

}  // namespace

TEST_CASE("sqrt equals LiteRT on all 256 integers") { CHECK(equals_golden<word, tenon_golden::sqrt::cases>()); }
