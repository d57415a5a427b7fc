// SPDX-License-Identifier: Apache-2.0
// Requantization of pixels of one channel: every form against the rule, on sums of all sizes, in the order of pixels.
#include <tenon/backend/hexagon/plane_scales.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <random>

using namespace tenon;
using namespace tenon::hexagon_kernels;

namespace {

std::uint8_t by_rule(std::int32_t sum, q31_factor factor, const output_terms& output) {
  const std::int32_t y = wrapping_add(q31_rule::apply(sum, factor), output.zero_point);
  return static_cast<std::uint8_t>((y < output.low ? output.low : y > output.high ? output.high : y) + 128);
}

template <rounding_steps Steps>
int count_wrong(unsigned seed, const output_terms& output, int least_exponent, int most_exponent) {
  std::mt19937 random(seed);
  const auto exponents = static_cast<unsigned>(most_exponent - least_exponent + 1);
  int wrong = 0;
  for (int round = 0; round < 300; ++round) {
    const q31_factor factor{static_cast<std::int32_t>(0x40000000u + (random() & 0x3fffffffu)),
                            least_exponent + static_cast<int>(random() % exponents)};
    plane_scales<1> scales;
    scales.set_output(output);
    scales.set(0, factor);
    wrong += !Steps.any_factor && scales.steps() != Steps;
    std::int32_t pixels[128];
    std::array<hvx::lanes<std::int32_t>, 4> sums{};
    constexpr std::size_t vector_of[]{0, 2, 1, 3};
    for (std::size_t i = 0; i < 128; ++i) {
      pixels[i] =
          i == 5 ? std::numeric_limits<std::int32_t>::min() : static_cast<std::int32_t>(random()) >> random() % 32;
      sums[vector_of[i % 4]][i / 4] = pixels[i];
    }
    const channel_scale<Steps> scale(scales.factors[0], output);
    const auto got =
        hvx::as<std::uint8_t>(scale.join({hvx::from<std::int32_t>(sums[0]), hvx::from<std::int32_t>(sums[1]),
                                          hvx::from<std::int32_t>(sums[2]), hvx::from<std::int32_t>(sums[3])}));
    for (std::size_t i = 0; i < 128; ++i) wrong += got[i] != by_rule(pixels[i], factor, output);
  }
  return wrong;
}

}  // namespace

TEST_CASE("short forms are exact for right shifts that narrowing has") {
  CHECK(count_wrong<rounding_steps{false, true, false}>(1, {3, -128, 127}, -15, -15) == 0);
  CHECK(count_wrong<rounding_steps{false, true, false}>(2, {-7, -128, 127}, -9, -1) == 0);
  CHECK(count_wrong<rounding_steps{false, true, true}>(3, {-100, -128, 90}, -11, -11) == 0);
  CHECK(count_wrong<rounding_steps{false, false, false}>(4, {-128, -128, 127}, -3, -3) == 0);
  CHECK(count_wrong<rounding_steps{false, false, true}>(5, {-5, -5, 127}, -7, -7) == 0);
}

TEST_CASE("the long form is exact for all factors") {
  CHECK(count_wrong<rounding_steps{}>(6, {3, -128, 127}, -30, 0) == 0);
  CHECK(count_wrong<rounding_steps{}>(7, {-128, -120, 50}, 9, 9) == 0);
  plane_scales<2> scales;
  scales.set(0, {0x40000000, -15});
  CHECK(!scales.steps().any_factor);
  scales.set(1, {0x40000000, -16});
  CHECK(scales.steps().any_factor);
}
