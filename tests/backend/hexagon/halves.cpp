// SPDX-License-Identifier: Apache-2.0
// The last steps of a requantization at 16 bits: the same results as at 32 bits, and channels in their order again.
#include <tenon/backend/hexagon/halves.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>

using namespace tenon;
using namespace tenon::hexagon_kernels;

namespace {

/// (y + half) >> right plus the zero point, as an int8.
std::int8_t by_words(std::int64_t y, std::int32_t right, std::int32_t zero_point) {
  const std::int64_t result = ((y + (std::int64_t{1} << (right - 1))) >> right) + zero_point;
  return static_cast<std::int8_t>(result < -128 ? -128 : result > 127 ? 127 : result);
}

/// Counts wrong bytes of 128 channels with shifts between two, on numbers drawn and on those around every step.
int count_wrong(std::mt19937& random, std::int32_t least_right, std::int32_t most_right, std::int32_t zero_point) {
  const std::int32_t shift = half_steps::shift_for(least_right, most_right);
  REQUIRE(shift >= 0);
  alignas(128) packed_halves<128> packed{};
  std::array<std::int32_t, 128> rights{};
  for (int channel = 0; channel < 128; ++channel) {
    auto& right = rights[static_cast<std::size_t>(channel)];
    right = least_right + static_cast<int>(random() % static_cast<unsigned>(most_right - least_right + 1));
    packed.set(static_cast<std::size_t>(lane_of(channel)), right - shift, zero_point);
  }
  int wrong = 0;
  for (int round = -300; round < 300; ++round) {
    alignas(128) std::array<std::int32_t, 128> words{};
    const auto word_of = [&](int channel) -> std::int32_t& {
      return words[static_cast<std::size_t>(lane_of(channel))];
    };
    for (int channel = 0; channel < 128; ++channel) {
      const std::int64_t step = (2 * std::int64_t{round} + 1) << (rights[static_cast<std::size_t>(channel)] - 1);
      const std::int64_t near = step - channel % 2;
      const bool fits =
          near >= std::numeric_limits<std::int32_t>::min() && near <= std::numeric_limits<std::int32_t>::max();
      word_of(channel) = fits && channel % 5 != 0 ? static_cast<std::int32_t>(near)
                                                  : static_cast<std::int32_t>(random()) >> random() % 32;
    }
    word_of(7) = std::numeric_limits<std::int32_t>::min();
    word_of(8) = std::numeric_limits<std::int32_t>::max();
    const auto load = [&](std::size_t vector) { return hvx::load(words.data() + vector * 32); };
    const half_lanes even(packed.at(0), shift);
    const half_lanes odd(packed.at(64), shift);
    const auto bytes = hvx::as<std::int8_t>(join_unsigned(odd.join(load(3), load(2)), even.join(load(1), load(0))));
    for (int channel = 0; channel < 128; ++channel)
      wrong += bytes[static_cast<std::size_t>(channel)] !=
               by_words(word_of(channel), rights[static_cast<std::size_t>(channel)], zero_point);
  }
  return wrong;
}

}  // namespace

static_assert(lane_of(0) == 0 && lane_of(2) == 32 && lane_of(1) == 64 && lane_of(3) == 96 && lane_of(132) == 129);
static_assert(half_of(0) == 0 && half_of(32) == 1 && half_of(1) == 2 && half_of(64) == 64 && half_of(128 + 96) == 193);

// Shifts may lie six apart, and none may be 0 or above 22.
static_assert(half_steps::shift_for(1, 7) == 0 && half_steps::shift_for(1, 8) == -1);
static_assert(half_steps::shift_for(8, 10) == 7 && half_steps::shift_for(0, 3) == -1);
static_assert(half_steps::shift_for(20, 22) == 15 && half_steps::shift_for(20, 23) == -1);
static_assert(half_steps::term(7, 127) == 32704 && half_steps::term(7, -128) == 64 && half_steps::term(1, 0) == 257);

TEST_CASE("16 bits give the same results as 32, for all shifts and zero points") {
  std::mt19937 random(3);
  int wrong = 0;
  for (const std::int32_t zero_point : {-128, -1, 0, 3, 127})
    for (std::int32_t least = 1; least <= 22; ++least)
      wrong += count_wrong(random, least, least + 6 < 22 ? least + 6 : 22, zero_point);
  CHECK(wrong == 0);
}

TEST_CASE("lanes of a block that is not whole have no place") {
  packed_halves<160> packed{};
  packed.set(130, 3, 5);
  for (const std::int16_t number : packed.numbers) CHECK(number == 0);
  packed.set(33, 3, 5);
  CHECK((packed.numbers[3] == 4 + 133 * 8 && packed.numbers[128 + 3] == 3));
}
