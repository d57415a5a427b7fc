// SPDX-License-Identifier: Apache-2.0
// rsqrt: LiteRT's answers, and what has no root.
#include <tenon/op/rsqrt.hpp>

#include <tenon/backend/reference/elementwise.hpp>

#include <golden/rsqrt.hpp>
#include <op/one_input.hpp>

#include <doctest/doctest.h>

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

/// One integer, in the encodings {0.5, 3} and {0.1, 0}.
template <class Rounding>
constexpr std::int32_t stored(std::int32_t q) {
  return word::integer<Rounding>(q, {0.5f, 3}, {tensor<i8, 1>::value, {0.1f, 0}});
}
static_assert(stored<rounding::tflite>(3) == 127 && stored<rounding::tflite>(2) == -128);
static_assert(stored<rounding::tflite>(3 + 8) == 5 && stored<rounding::float32>(3 + 8) == 5);

}  // namespace

TEST_CASE("rsqrt equals LiteRT on all 256 integers") { CHECK(equals_golden<word, tenon_golden::rsqrt::cases>()); }
