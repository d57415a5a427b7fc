// SPDX-License-Identifier: Apache-2.0
// Proved float forms equal the exact rules on every accumulator within the bound; what has no form is
// refused.
#include <tenon/backend/kryo/prove.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <random>

namespace {

using namespace tenon;
using namespace tenon::kryo_kernels;

struct range {
  int low;
  int high;

  constexpr int cut(std::int64_t x) const { return static_cast<int>(x < low ? low : x > high ? high : x); }
};

/// The form as instruction sets compute it, cut; one rounding by the C library's fused multiply-add.
int by_form(const float_form& form, std::int32_t x, const range& to) {
  const auto real = static_cast<float>(x);
  return to.cut(static_cast<std::int64_t>(std::fma(real, form.scale, std::copysign(form.offset, real))));
}

/// The same without the sign, which is used where nothing below 0 is kept.
int by_rectified_form(const float_form& form, std::int32_t x, const range& to) {
  return to.cut(static_cast<std::int64_t>(std::fma(static_cast<float>(x), form.scale, form.offset)));
}

/// Accumulators of at most `bound` in size on which the form differs from the rule.
template <class Rule>
std::int64_t count_differences(const float_form& form, typename Rule::factor by, std::int32_t bound,
                               const range& to) {
  std::int64_t wrong = 0;
  for (std::int32_t x = -bound; x <= bound; ++x) {
    const int exact = to.cut(Rule::apply(x, by));
    wrong += by_form(form, x, to) != exact;
    if (to.low >= 0) wrong += by_rectified_form(form, x, to) != exact;
  }
  return wrong;
}

/// No form is the same on both sides of zero where the rule is not.
template <class Rule>
bool is_lopsided(typename Rule::factor by, std::int32_t bound, const range& to) {
  const int both = -to.low < to.high ? -to.low : to.high;
  const range inner{-both, both};
  for (std::int32_t x = 1; x <= bound; ++x)
    if (inner.cut(Rule::apply(x, by)) != -inner.cut(Rule::apply(-x, by))) return true;
  return false;
}

template <class Rule>
bool is_found(double real, std::int32_t bound, const range& to) {
  return prove_float_form<Rule>(Rule::make_from_real(real), bound, to.low, to.high).found;
}

/// Half-way from the float below k to k, from where on sums round to k.
double edge_below(int k) {
  const auto real = static_cast<float>(k);
  return (static_cast<double>(std::nextafter(real, 0.0f)) + static_cast<double>(real)) / 2.0;
}

/// Whether some scale within 64 floats of the factor leaves an offset, found by asking every accumulator for
/// every scale.
template <class Rule>
bool has_form(typename Rule::factor by, float nearest, std::int32_t bound, const range& to) {
  for (std::uint32_t ulp = 0; ulp <= 128; ++ulp) {
    const auto scale =
        static_cast<double>(std::bit_cast<float>(std::bit_cast<std::uint32_t>(nearest) - 64 + ulp));
    double low = 0.0;
    double high = 1.0;
    for (std::int32_t x = -bound; x <= bound; ++x) {
      const int size = std::abs(to.cut(Rule::apply(x, by)));
      const double product = std::abs(x) * scale;
      if (size < (x < 0 ? -to.low : to.high)) high = std::min(high, edge_below(size + 1) - product);
      if (size > 0) low = std::max(low, edge_below(size) - product);
    }
    const auto middle = static_cast<double>(static_cast<float>((low + high) / 2.0));
    if (low <= middle && middle < high) return true;
  }
  return false;
}

/// Proves one factor and holds a form that is found to the rule on all accumulators; whether there was one.
template <class Rule>
bool check_factor(double real, std::int32_t bound, const range& to) {
  const auto by = Rule::make_from_real(real);
  const float_form form = prove_float_form<Rule>(by, bound, to.low, to.high);
  if (form.found)
    CHECK_MESSAGE(count_differences<Rule>(form, by, bound, to) == 0, real << " up to " << bound);
  return form.found;
}

constexpr range int8{-128, 127};
constexpr range widest{-255, 255};
constexpr range above_zero{0, 255};
constexpr range below_zero{-255, 0};
constexpr range one_step{-1, 1};

/// Random factors whose results use most of a range, as those of networks do.
template <class Rule>
int count_found(int tries, std::int32_t bound) {
  std::mt19937 random(static_cast<std::uint32_t>(bound));
  int found = 0;
  for (int i = 0; i < tries; ++i) {
    const double fraction = 1.0 + static_cast<double>(random()) * 0x1p-32;
    const double spread = std::ldexp(fraction, static_cast<int>(random() % 8));
    const double real = spread * 4.0 / static_cast<double>(bound);
    const range to = i % 4 == 0 ? int8 : i % 4 == 1 ? widest : i % 4 == 2 ? above_zero : below_zero;
    found += check_factor<Rule>(real < 1.0 ? real : 0.75, bound, to);
  }
  return found;
}

TEST_CASE("forms of random factors equal the rule on every accumulator") {
  CHECK(count_found<q31_rule>(60, 600) >= 55);
  CHECK(count_found<q31_rule>(60, 20000) >= 55);
  CHECK(count_found<q31_rule>(12, 300000) >= 11);
  CHECK(count_found<double_rule>(60, 600) >= 55);
  CHECK(count_found<double_rule>(60, 20000) >= 55);
  CHECK(count_found<double_rule>(12, 300000) >= 11);
}

TEST_CASE("factors at the ends of what is tried") {
  for (const double real :
       {0x1p-27, 0x1.fffffep-1, 0x1.fffffffcp-1, 0x1.000002p-9, 0x1.fffffep-13, 1.0 / 3.0}) {
    check_factor<q31_rule>(real, 4000, widest);
    check_factor<double_rule>(real, 4000, widest);
    check_factor<q31_rule>(real, 4000, above_zero);
    check_factor<double_rule>(real, 4000, one_step);
  }
  check_factor<double_rule>(1.7 / (1 << 17), (1 << 24) - 1, int8);
}

TEST_CASE("ties: no form where a rule treats them differently below zero, one where a side is cut") {
  // Q31 rounds 0.5 up and -0.5 up, so that x = 1 and x = -1 differ in size; one rounding away from zero does
  // not.
  CHECK(q31_rule::apply(1, q31_rule::make_from_real(0.5)) == 1);
  CHECK(q31_rule::apply(-1, q31_rule::make_from_real(0.5)) == 0);
  CHECK_FALSE(is_found<q31_rule>(0.5, 100, int8));
  CHECK(is_found<q31_rule>(0.5, 100, above_zero));
  CHECK(is_found<q31_rule>(0.5, 100, below_zero));
  CHECK(is_found<double_rule>(0.5, 100, int8));
  for (const double real : {0.5, 0.25, 0.75, 0.375, 0x1p-10, 0x1.8p-7})
    for (const range& to : {int8, above_zero, below_zero, one_step}) {
      check_factor<q31_rule>(real, 5000, to);
      check_factor<double_rule>(real, 5000, to);
    }
}

TEST_CASE("nothing is found where results differ in size on both sides of zero") {
  int lopsided = 0;
  for (int numerator = 1; numerator < 64; ++numerator) {
    const double real = numerator / 64.0;
    if (!is_lopsided<q31_rule>(q31_rule::make_from_real(real), 700, int8)) continue;
    ++lopsided;
    CHECK_FALSE(is_found<q31_rule>(real, 700, int8));
  }
  CHECK(lopsided > 0);
}

TEST_CASE("what float32 cannot hold, or no form can give, is refused") {
  CHECK(is_found<double_rule>(0x1p-18, (1 << 24) - 1, int8));
  CHECK(is_found<q31_rule>(0x1p-18, (1 << 24) - 1, above_zero));
  CHECK_FALSE(is_found<double_rule>(0x1p-18, 1 << 24, int8));
  CHECK_FALSE(is_found<q31_rule>(0x1p-18, 1 << 24, above_zero));
  for (const double real : {1.0, 1.5, 1e9, 0.0, 0x1.fp-28, -0.25, -0x1p-20}) {
    CHECK_FALSE(is_found<q31_rule>(real, 1000, int8));
    CHECK_FALSE(is_found<double_rule>(real, 1000, int8));
  }
  CHECK_FALSE(prove_float_form<float32_rule>(0.25f, 100, -128, 127).found);
}

/// How many factors, many of which make ties, are refused; asserts that none of them has a form.
template <class Rule>
int check_refusals() {
  std::mt19937 random(3);
  int refused = 0;
  for (int i = 0; i < 300; ++i) {
    const int numerator = 1 + static_cast<int>(random() % (i % 2 == 0 ? 4096 : 64));
    const double real = numerator / (i % 2 == 0 ? 4099.0 : 64.0 * 3.0);
    const range to = i % 3 == 0 ? int8 : i % 3 == 1 ? widest : above_zero;
    const auto by = Rule::make_from_real(real);
    const bool found = check_factor<Rule>(real, 300, to);
    refused += !found;
    CHECK_MESSAGE(found == has_form<Rule>(by, static_cast<float>(real), 300, to), real << " to " << to.high);
  }
  return refused;
}

TEST_CASE("what is refused has no form near the factor") {
  CHECK(check_refusals<q31_rule>() > 0);
  check_refusals<double_rule>();
}

constexpr auto compiled = prove_float_form<q31_rule>(q31_rule::make_from_real(0.0123), 50000, -128, 127);
static_assert(compiled.found);

TEST_CASE("the compiler finds the form that the program finds") {
  volatile double real = 0.0123;
  const auto again = prove_float_form<q31_rule>(q31_rule::make_from_real(real), 50000, -128, 127);
  CHECK(again.found);
  CHECK(again.scale == compiled.scale);
  CHECK(again.offset == compiled.offset);
}

}  // namespace
