// SPDX-License-Identifier: Apache-2.0
// Requantization of whole blocks of channels: halves where shifts are near each other, words elsewhere, against the
// rule.
#include <tenon/backend/hexagon/requantization.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>

using namespace tenon;
using namespace tenon::hexagon_kernels;

namespace {

using packed = requantization<q31_rule, 128>;

struct layer {
  packed output{};
  std::array<q31_factor, 128> factors{};
};

layer draw(std::mt19937& random, const output_terms& output, int least_exponent, int most_exponent) {
  layer made;
  made.output.set_output(output);
  for (int channel = 0; channel < 128; ++channel) {
    auto& factor = made.factors[static_cast<std::size_t>(channel)];
    factor.multiplier = channel == 9 ? 0 : static_cast<std::int32_t>(0x40000000u + (random() & 0x3fffffffu));
    factor.exponent =
        least_exponent + static_cast<int>(random() % static_cast<unsigned>(most_exponent - least_exponent + 1));
    made.output.set(lane_of(channel), factor);
  }
  made.output.settle();
  return made;
}

/// Counts wrong bytes; `taken` becomes the steps that were chosen.
int count_wrong(std::mt19937& random, const layer& w, rounding_steps& taken) {
  int wrong = 0;
  for (int round = 0; round < 300; ++round) {
    alignas(128) std::array<std::int32_t, 128> sums{};
    for (auto& sum : sums) sum = static_cast<std::int32_t>(random()) >> random() % 32;
    sums[static_cast<std::size_t>(lane_of(1))] = std::numeric_limits<std::int32_t>::min();
    sums[static_cast<std::size_t>(lane_of(2))] = std::numeric_limits<std::int32_t>::max();
    const auto load = [&](std::size_t vector) { return hvx::load(sums.data() + vector * 32); };
    hvx::lanes<std::int8_t> bytes{};
    with_steps<true>(w.output, [&]<rounding_steps Steps>() {
      taken = Steps;
      const hvx::vector even = pair_at<Steps>(w.output, 0).join(load(1), load(0));
      const hvx::vector odd = pair_at<Steps>(w.output, 64).join(load(3), load(2));
      bytes = hvx::as<std::int8_t>(join_bytes<Steps>(odd, even, w.output.output));
    });
    for (std::size_t channel = 0; channel < 128; ++channel) {
      const std::int32_t sum = sums[static_cast<std::size_t>(lane_of(static_cast<int>(channel)))];
      const std::int32_t y = wrapping_add(q31_rule::apply(sum, w.factors[channel]), w.output.output.zero_point);
      const std::int32_t low = w.output.output.low;
      const std::int32_t high = w.output.output.high;
      wrong += bytes[channel] != (y < low ? low : y > high ? high : y);
    }
  }
  return wrong;
}

void check(const output_terms& output, int least_exponent, int most_exponent, rounding_steps wanted) {
  std::mt19937 random(17);
  rounding_steps taken{};
  CHECK(count_wrong(random, draw(random, output, least_exponent, most_exponent), taken) == 0);
  CHECK(taken == wanted);
}

}  // namespace

TEST_CASE("shifts near each other go by halves, with the steps that bounds and zero point need") {
  check({3, -128, 127}, -10, -8, {false, true, false, true});
  check({-100, -128, 90}, -7, -1, {false, true, true, true});
  check({-128, -128, 127}, -22, -16, {false, false, false, true});
  check({-5, -5, 127}, -12, -6, {false, false, true, true});
}

TEST_CASE("shifts far apart go by words, and factors that grow by all steps") {
  check({3, -128, 127}, -23, -1, {false, true, true});
  check({3, -128, 127}, -9, 2, {});
  check({1000, -128, 127}, -9, -8, {});
}

TEST_CASE("a rule without vectors joins its words too") {
  requantization<float32_rule, 128> w{};
  w.set_output({4, -100, 100});
  for (int channel = 0; channel < 128; ++channel) w.set(lane_of(channel), 0.01f * static_cast<float>(channel + 1));
  w.settle();
  const hvx::vector sums = hvx::splat_words(100);
  const auto pair = [&](int lane) { return pair_at<rounding_steps{}>(w, lane).join(sums, sums); };
  const auto bytes = hvx::as<std::int8_t>(join_bytes<rounding_steps{}>(pair(64), pair(0), w.output));
  int wrong = 0;
  for (int channel = 0; channel < 128; ++channel)
    wrong += bytes[static_cast<std::size_t>(channel)] != (channel + 5 < 100 ? channel + 5 : 100);
  CHECK(wrong == 0);
}
