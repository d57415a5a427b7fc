// SPDX-License-Identifier: Apache-2.0
// Requantization in vectors: every form against the rule, on sums of all sizes.
#include <tenon/backend/hexagon/requantize.hpp>

#include <tenon/backend/hexagon/requantization.hpp>

#include <doctest/doctest.h>

#include <random>

using namespace tenon;
using namespace tenon::hexagon_kernels;

namespace {

std::int32_t by_rule(std::int32_t sum, q31_factor factor, const output_terms& output) {
  const std::int32_t y = wrapping_add(q31_rule::apply(sum, factor), output.zero_point);
  return y < output.low ? output.low : y > output.high ? output.high : y;
}

template <rounding_steps Steps>
int count_wrong(std::mt19937& random, const output_terms& output, int least_exponent, int most_exponent) {
  requantization<q31_rule, 32> made{};
  std::array<q31_factor, 32> factors{};
  made.set_output(output);
  for (int i = 0; i < 32; ++i) {
    auto& factor = factors[static_cast<std::size_t>(i)];
    factor.multiplier = static_cast<std::int32_t>(0x40000000u + (random() & 0x3fffffffu));
    factor.exponent =
        least_exponent + static_cast<int>(random() % static_cast<unsigned>(most_exponent - least_exponent + 1));
    made.set(i, factor);
  }
  CHECK(made.steps() == Steps);
  int wrong = 0;
  for (int round = 0; round < 200; ++round) {
    hvx::lanes<std::int32_t> sums{};
    for (auto& sum : sums) sum = static_cast<std::int32_t>(random()) >> random() % 32;
    sums[3] = std::numeric_limits<std::int32_t>::min();
    sums[4] = std::numeric_limits<std::int32_t>::max();
    const hvx::vector scaled = made.at<Steps>(0).scale(hvx::from<std::int32_t>(sums));
    const auto bytes = hvx::as<std::int8_t>(to_bytes<Steps>({scaled, scaled, scaled, scaled}, output));
    for (std::size_t i = 0; i < 128; ++i) wrong += bytes[i] != by_rule(sums[i % 32], factors[i % 32], output);
  }
  return wrong;
}

}  // namespace

TEST_CASE("the short forms are exact for factors that shrink") {
  std::mt19937 random(5);
  CHECK(count_wrong<rounding_steps{false, true, false}>(random, {3, -128, 127}, -23, -1) == 0);
  CHECK(count_wrong<rounding_steps{false, true, true}>(random, {-100, -128, 90}, -23, -1) == 0);
  CHECK(count_wrong<rounding_steps{false, false, false}>(random, {-128, -128, 127}, -23, -1) == 0);
  CHECK(count_wrong<rounding_steps{false, false, true}>(random, {-5, -5, 127}, -12, -1) == 0);
}

TEST_CASE("the long form is exact for all factors") {
  std::mt19937 random(6);
  CHECK(count_wrong<rounding_steps{}>(random, {3, -128, 127}, -31, 12) == 0);
  CHECK(count_wrong<rounding_steps{}>(random, {-128, -120, 50}, -2, 0) == 0);
  CHECK(count_wrong<rounding_steps{}>(random, {1000, -128, 127}, -9, -1) == 0);
}

TEST_CASE("factors beyond all shifts leave nothing") {
  CHECK(q31_words::of({0x40000000, -32}).multiplier == 0);
  CHECK(q31_words::of({0x40000000, 32}).multiplier == 0);
  CHECK_FALSE(q31_words::of({0x40000000, 0}).only_shrinks());
  CHECK_FALSE(q31_words::of({-0x40000000, -3}).only_shrinks());
}
