// SPDX-License-Identifier: Apache-2.0
// Requantization under the rule of real factors, and the choice of the steps that are needed.
#include <tenon/backend/hexagon/requantization.hpp>
#include <tenon/backend/hexagon/requantize.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>

using namespace tenon;
using namespace tenon::hexagon_kernels;

namespace {

constexpr std::int32_t lowest = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t largest = std::numeric_limits<std::int32_t>::max();

/// The steps that a requantization with these bounds takes.
template <class Requantization>
rounding_steps steps_taken(const Requantization& output) {
  rounding_steps taken{};
  with_steps(output, [&]<rounding_steps Steps>() { taken = Steps; });
  return taken;
}

rounding_steps steps_of(q31_factor factor, const output_terms& terms) {
  requantization<q31_rule, 40> made{};
  made.set_output(terms);
  for (int i = 0; i < 39; ++i) made.set(i, {0x40000000, -2});
  made.set(39, factor);
  return steps_taken(made);
}

}  // namespace

// The short form needs room for a zero point of 8 bits in the half.
static_assert(q31_words::of({0x7fffffff, -23}).only_shrinks() &&
              !q31_words::of({0x7fffffff, -24}).only_shrinks());
static_assert(q31_words::of({0x40000000, -4}).half == 8 && q31_words::of({0x40000000, -4}).count == 3);
static_assert(q31_words::of({0x40000000, 4}).left == 4 && q31_words::of({0x40000000, 4}).half == 0);
static_assert(q31_words::of({0x40000000, -1}).half_with(-3) == 1 - 6);

// What is streamed fills whole vectors.
static_assert(sizeof(requantization<q31_rule, 33>) % 128 == 0 &&
              sizeof(requantization<q31_rule, 128>) % 128 == 0);
static_assert(sizeof(requantization<float32_rule, 33>) % 128 == 0 &&
              sizeof(requantization<float32_rule, 128>) % 128 == 0);

TEST_CASE("the rule of real factors is that of the core, in every lane") {
  std::mt19937 random(11);
  const output_terms output{-17, -100, 90};
  requantization<float32_rule, 33> made{};
  std::array<float32_rule::factor, 32> factors{};
  made.set_output(output);
  for (int i = 0; i < 32; ++i) {
    factors[static_cast<std::size_t>(i)] = std::uniform_real_distribution<float>{1e-6f, 2.0f}(random);
    made.set(i, factors[static_cast<std::size_t>(i)]);
  }
  int wrong = 0;
  for (int round = 0; round < 100; ++round) {
    hvx::lanes<std::int32_t> sums{};
    for (auto& sum : sums) sum = static_cast<std::int32_t>(random()) >> random() % 32;
    sums[0] = lowest, sums[1] = largest, sums[2] = 0;
    const hvx::vector scaled = made.at<rounding_steps{}>(0).scale(hvx::from<std::int32_t>(sums));
    const auto bytes =
        hvx::as<std::int8_t>(to_bytes<rounding_steps{}>({scaled, scaled, scaled, scaled}, output));
    for (std::size_t i = 0; i < 128; ++i) {
      const std::int32_t y =
          wrapping_add(float32_rule::apply(sums[i % 32], factors[i % 32]), output.zero_point);
      wrong += bytes[i] != (y < output.low ? output.low : y > output.high ? output.high : y);
    }
  }
  CHECK(wrong == 0);
  CHECK(steps_taken(made) == rounding_steps{});
}

TEST_CASE("four vectors become bytes in their order, cut at both ends") {
  const auto words = [](std::int32_t first) {
    hvx::lanes<std::int32_t> made{};
    for (std::size_t i = 0; i < 32; ++i) made[i] = first + static_cast<std::int32_t>(i);
    return hvx::from<std::int32_t>(made);
  };
  const std::array<hvx::vector, 4> four{words(-128), words(lowest), words(largest - 31), words(10)};
  const auto all = hvx::as<std::int8_t>(to_bytes<rounding_steps{false, true, false}>(four, {0, -5, 5}));
  CHECK((all[0] == -128 && all[31] == -97 && all[32] == -128 && all[64] == 127 && all[96] == 10 &&
         all[127] == 41));
  const auto cut = hvx::as<std::int8_t>(to_bytes<rounding_steps{}>(four, {0, -120, 20}));
  CHECK((cut[0] == -120 && cut[31] == -97 && cut[32] == -120 && cut[64] == 20 && cut[96] == 10 &&
         cut[127] == 20));
}

TEST_CASE(
    "one factor that needs all steps makes them all be taken; else only what bounds and zero point need") {
  constexpr q31_factor small{0x40000000, -7};
  CHECK(steps_of(small, {3, -128, 127}) == rounding_steps{false, true, false});
  CHECK(steps_of(small, {3, -128, 126}) == rounding_steps{false, true, true});
  CHECK(steps_of(small, {-128, -128, 127}) == rounding_steps{false, false, false});
  CHECK(steps_of(small, {3, 3, 127}) == rounding_steps{false, false, true});
  CHECK(steps_of({0x40000000, 0}, {3, -128, 127}) == rounding_steps{});
  CHECK(steps_of({-0x40000000, -7}, {3, -128, 127}) == rounding_steps{});
  CHECK(steps_of(small, {128, -128, 127}) == rounding_steps{});
}
