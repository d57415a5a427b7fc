// SPDX-License-Identifier: Apache-2.0
// Blocks in an arena: never two alive in one place, never less than what is alive, chains without waste.
#include <tenon/plan/arena.hpp>

#include <doctest/doctest.h>

#include <random>

using namespace tenon;

namespace {

constexpr std::size_t most = 40;
using blocks = std::array<block, most>;

/// Pairs of blocks that live at the same time in the same place.
int collisions(const blocks& all, std::size_t count) {
  int found = 0;
  for (std::size_t a = 0; a < count; ++a)
    for (std::size_t b = 0; b < a; ++b) {
      if (all[a].from != origin::arena || all[b].from != origin::arena) continue;
      const bool together = all[a].first <= all[b].last && all[b].first <= all[a].last;
      const bool overlap =
          all[a].offset < all[b].offset + all[b].bytes && all[b].offset < all[a].offset + all[a].bytes;
      found += together && overlap && all[a].bytes != 0 && all[b].bytes != 0;
    }
  return found;
}

/// The most bytes alive at one step, step by step.
std::size_t peak_of(const blocks& all, std::size_t count) {
  std::size_t peak = 0;
  for (int step = 0; step < 200; ++step) {
    std::size_t alive = 0;
    for (std::size_t i = 0; i < count; ++i)
      if (all[i].from == origin::arena && all[i].first <= step && step <= all[i].last) alive += all[i].bytes;
    peak = alive > peak ? alive : peak;
  }
  return peak;
}

constexpr std::size_t chain_bytes() {
  blocks all{};
  for (int i = 0; i < 10; ++i)
    all[static_cast<std::size_t>(i)] = {origin::arena, 16u * static_cast<std::size_t>(1 + i * 7 % 5), i,
                                        i + 1};
  return detail::place(all, 10);
}
static_assert(chain_bytes() == 16 * 8);  // 3 and 5: neighbours in 1 3 5 2 4 1 3 5 2 4

}  // namespace

TEST_CASE("blocks of random lives never collide, and the arena is near the peak") {
  std::mt19937 random(1);
  int wrong = 0;
  double wasted = 0.0;
  for (int draw = 0; draw < 500; ++draw) {
    blocks all{};
    const std::size_t count = 1 + random() % most;
    for (std::size_t i = 0; i < count; ++i) {
      const int first = static_cast<int>(random() % 50);
      all[i] = {random() % 10 == 0 ? origin::input : origin::arena, 16 * (random() % 20), first,
                first + static_cast<int>(random() % 8)};
    }
    const std::size_t peak = detail::live_peak<most>(all, count);
    const std::size_t bytes = detail::place(all, count);
    wrong += peak != peak_of(all, count) || collisions(all, count) != 0 || bytes < peak;
    for (std::size_t i = 0; i < count; ++i)
      wrong += all[i].from == origin::arena && all[i].bytes != 0 && all[i].offset + all[i].bytes > bytes;
    wasted += peak == 0 ? 0.0 : static_cast<double>(bytes) / static_cast<double>(peak) - 1.0;
  }
  CHECK(wrong == 0);
  CHECK(wasted / 500 < 0.05);
}

TEST_CASE("chains need exactly the two largest neighbours") {
  std::mt19937 random(2);
  for (int draw = 0; draw < 200; ++draw) {
    blocks all{};
    for (int i = 0; i < 30; ++i)
      all[static_cast<std::size_t>(i)] = {origin::arena, 16 * (1 + random() % 300), i, i + 1};
    const std::size_t peak = peak_of(all, 30);
    CHECK(detail::place(all, 30) == peak);
    CHECK(collisions(all, 30) == 0);
  }
}

TEST_CASE("what a step of a chain borrows costs what it is large, no more") {
  std::mt19937 random(3);
  for (int draw = 0; draw < 200; ++draw) {
    blocks all{};
    for (int i = 0; i < 20; ++i)
      all[static_cast<std::size_t>(i)] = {origin::arena, 16 * (1 + random() % 300), i, i + 1};
    for (int i = 0; i < 20; ++i)
      all[static_cast<std::size_t>(20 + i)] = {origin::arena, 16 * (random() % 200), i + 1, i + 1};
    const std::size_t peak = peak_of(all, 40);
    CHECK(detail::place(all, 40) == peak);
    CHECK(collisions(all, 40) == 0);
  }
}

TEST_CASE("an arena of nothing has no bytes") {
  blocks all{};
  CHECK(detail::place(all, 0) == 0);
  all[0] = {origin::input, 64, 0, 9};
  CHECK(detail::place(all, 1) == 0);
}
