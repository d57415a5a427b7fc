// SPDX-License-Identifier: Apache-2.0
// The linear form of sums: where one is found it gives the rule's result for all pairs of inputs, and most sums have one.
#include <tenon/op/linear_sum.hpp>

#include <tenon/core/fixed_point.hpp>
#include <tenon/op/add.hpp>
#include <tenon/op/sub.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <random>

using namespace tenon;

namespace {

using sum = op::sum_parameters<q31_rule>;

sum draw_sum(std::mt19937& random, const clamp& bounds) {
  const auto between = [&](float low, float high) { return std::uniform_real_distribution<float>{low, high}(random); };
  const auto zero_point = [&] { return static_cast<std::int32_t>(random() % 256) - 128; };
  const tensor_type one{i8, shape_of(1)};
  const encoding first{std::exp2(between(-8.0f, 0.0f)), zero_point()};
  const encoding second{first.scale * std::exp2(between(-2.0f, 2.0f)), zero_point()};
  const edge_type terms[]{{one, first}, {one, second}};
  const float spread = std::sqrt(first.scale * first.scale + second.scale * second.scale);
  return op::prepare_sum<q31_rule>(bounds, terms, {one, {spread * std::exp2(between(-0.5f, 1.0f)), zero_point()}});
}

std::int32_t apply(const linear_sum& w, const op::integer_store& store, int a, int b) {
  const std::int32_t products = wrapping_add(wrapping_multiply(w.first, a + 128), wrapping_multiply(w.second, b + 128));
  const std::int32_t y = wrapping_add(products, w.offset) >> linear_sum::shift;
  return y < store.low ? store.low : y > store.high ? store.high : y;
}

template <class Operator>
bool is_right_everywhere(const linear_sum& linear, const sum& w) {
  for (int a = -128; a < 128; ++a)
    for (int b = -128; b < 128; ++b)
      if (apply(linear, w.store, a, b) != Operator::integer(w, a, b)) return false;
  return true;
}

template <class Operator, bool Adds>
int count_found(const clamp& bounds) {
  std::mt19937 random(3);
  int found = 0;
  for (int i = 0; i < 40; ++i) {
    const sum w = draw_sum(random, bounds);
    const linear_sum linear = linear_search(w, Adds).find();
    if (linear.is_exact == 0) continue;
    ++found;
    CHECK(is_right_everywhere<Operator>(linear, w));
  }
  return found;
}

}  // namespace

TEST_CASE("linear forms are exact, and found for most sums") { CHECK(count_found<op::add_<>, true>({}) >= 32); }
TEST_CASE("linear forms of differences and of bounded sums are exact") {
  CHECK(count_found<op::sub_<>, false>({}) >= 32);
  CHECK(count_found<op::add_<>, true>({0.0f, 1.5f}) >= 32);
}

TEST_CASE("halves go away from zero on both sides, and a sum for which no form was found has none") {
  const tensor_type one{i8, shape_of(1)};
  const auto numbers_for = [&](float first, float second, float result) {
    const edge_type terms[]{{one, {first, -7}}, {one, {second, 12}}};
    return op::prepare_sum<q31_rule>({}, terms, {one, {result, -3}});
  };
  const sum halves = numbers_for(1.0f, 1.0f, 2.0f);
  CHECK(is_right_everywhere<op::add_<>>(linear_search(halves, true).find(), halves));
  CHECK(linear_search(numbers_for(0.043f, 0.031f, 0.052f), true).find().is_exact == 0);
}

TEST_CASE("factors of 2 and more are for those who add modulo 2^32") {
  const tensor_type one{i8, shape_of(1)};
  const edge_type terms[]{{one, {0.1042f, 4}}, {one, {0.0394f, -128}}};
  const sum steep = op::prepare_sum<q31_rule>({}, terms, {one, {0.0509f, -128}});
  CHECK(linear_search(steep, true).find().is_exact == 0);
  const linear_sum linear = linear_search<24, true>(steep, true).find();
  CHECK(linear.is_exact == 1);
  CHECK(is_right_everywhere<op::add_<>>(linear, steep));
}
