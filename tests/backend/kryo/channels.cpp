// SPDX-License-Identifier: Apache-2.0
// Blocks of channels: every channel belongs to one block, and a block keeps one number for each.
#include <tenon/backend/kryo/channels.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace {

using namespace tenon::kryo_kernels;

using blocks = std::vector<std::pair<int, int>>;

/// First channel and size of each block.
template <int Channels>
blocks blocks_of() {
  blocks met;
  for_each_channel_block<Channels>([&](auto size, int first) {
    static_assert(size() > 0 && size() <= channel_block);
    met.emplace_back(first, size());
  });
  return met;
}

TEST_CASE("Blocks follow each other; only the last is smaller") {
  CHECK(blocks_of<1>() == blocks{{0, 1}});
  CHECK(blocks_of<63>() == blocks{{0, 63}});
  CHECK(blocks_of<64>() == blocks{{0, 64}});
  CHECK(blocks_of<65>() == blocks{{0, 64}, {64, 1}});
  CHECK(blocks_of<128>() == blocks{{0, 64}, {64, 64}});
  CHECK(blocks_of<200>() == blocks{{0, 64}, {64, 64}, {128, 64}, {192, 8}});
}

TEST_CASE("Each channel has a sum of its own, wider than its values") {
  channel_numbers<std::int32_t, 3> sums(1000);
  const std::array<std::int8_t, 4> x{127, -128, 0, 99};
  for (int i = 0; i < 300; ++i) sums.add(x.data());
  CHECK(sums.at[0] == 1000 + 300 * 127);
  CHECK(sums.at[1] == 1000 - 300 * 128);
  CHECK(sums.at[2] == 1000);
}

TEST_CASE("Real sums are formed in the order of their terms") {
  channel_numbers<float, 2> sums(0.0f);
  for (const float term : {0x1p24f, 1.0f, 1.0f, -0x1p24f}) sums.add(std::array{term, -term}.data());
  CHECK(sums.at[0] == 0.0f);
  CHECK(sums.at[1] == 0.0f);
}

template <class Number, int Size>
void check_largest(std::size_t turn) {
  channel_numbers<Number, Size> largest(std::numeric_limits<Number>::lowest());
  constexpr auto size = static_cast<std::size_t>(Size);
  std::array<Number, size> rows[3]{};
  for (std::size_t c = 0; c < size; ++c) {
    for (auto& row : rows) row[c] = std::numeric_limits<Number>::lowest();
    rows[(c + turn) % 3][c] = static_cast<Number>(static_cast<int>(c) - 40);
  }
  for (const auto& row : rows) largest.keep_largest(row.data());
  for (int c = 0; c < Size; ++c) CHECK(largest.at[c] == static_cast<Number>(c - 40));
}

TEST_CASE("Each channel keeps its largest, whichever row that stands in") {
  for (std::size_t turn = 0; turn < 3; ++turn) {
    check_largest<std::int8_t, 64>(turn);
    check_largest<std::int8_t, 7>(turn);
    check_largest<float, 33>(turn);
  }
}

}  // namespace
