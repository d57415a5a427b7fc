// SPDX-License-Identifier: Apache-2.0
// The arena: gives blocks of memory with known lifetimes their offsets.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include <tenon/plan/storage.hpp>

namespace tenon::detail {

/// The orders in which blocks are placed; the plan keeps the best result.
enum class placing_order : unsigned char { largest, longest, earliest, area };

constexpr bool precedes(const block& a, const block& b, placing_order order) noexcept {
  const auto lifetime = [](const block& x) { return static_cast<std::size_t>(x.last - x.first + 1); };
  const auto key = [&](const block& x) {
    switch (order) {
      case placing_order::largest: return x.bytes;
      case placing_order::longest: return lifetime(x);
      case placing_order::area: return lifetime(x) * x.bytes;
      case placing_order::earliest: break;
    }
    return ~static_cast<std::size_t>(x.first);
  };
  return key(a) != key(b) ? key(a) > key(b) : a.bytes > b.bytes;
}

/// A block that has its place.
struct placed_block {
  int first;
  int last;
  std::size_t begin;
  std::size_t end;
};

/// Puts a block at the lowest offset that is free while it lives, among blocks in the order of their offsets.
constexpr void put_lowest(placed_block* placed, std::size_t count, block& wanted) noexcept {
  std::size_t offset = 0;
  for (const placed_block* other = placed; other != placed + count; ++other) {
    if (wanted.last < other->first || other->last < wanted.first) continue;
    if (offset + wanted.bytes <= other->begin) break;
    if (other->end > offset) offset = other->end;
  }
  wanted.offset = offset;
  std::size_t at = count;
  for (; at > 0 && placed[at - 1].begin > offset; --at) placed[at] = placed[at - 1];
  placed[at] = {wanted.first, wanted.last, offset, offset + wanted.bytes};
}

/// Places all arena blocks in one order; returns the bytes needed.
template <std::size_t Size>
constexpr std::size_t place_in_order(std::span<block, Size> blocks, std::size_t count, placing_order order) noexcept {
  std::array<std::size_t, Size> queue{};
  std::size_t length = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (blocks[i].from != origin::arena || blocks[i].bytes == 0) continue;
    std::size_t at = length++;
    for (; at > 0 && precedes(blocks[i], blocks[queue[at - 1]], order); --at) queue[at] = queue[at - 1];
    queue[at] = i;
  }
  std::array<placed_block, Size> placed{};
  std::size_t total = 0;
  for (std::size_t k = 0; k < length; ++k) {
    block& next = blocks[queue[k]];
    put_lowest(placed.data(), k, next);
    if (next.offset + next.bytes > total) total = next.offset + next.bytes;
  }
  return total;
}

/// The most bytes that are alive at one step: no arena can be smaller.
template <std::size_t Size>
constexpr std::size_t live_peak(std::span<const block, Size> blocks, std::size_t count) noexcept {
  std::array<placed_block, Size> alive{};
  std::size_t length = 0;
  for (std::size_t i = 0; i < count; ++i)
    if (blocks[i].from == origin::arena && blocks[i].bytes != 0) alive[length++] = {blocks[i].first, blocks[i].last, 0, blocks[i].bytes};
  const placed_block* const end = alive.data() + length;
  std::size_t peak = 0;
  for (const placed_block* start = alive.data(); start != end; ++start) {
    const int step = start->first;  // a peak starts where some block does
    std::size_t bytes = 0;
    for (const placed_block* other = alive.data(); other != end; ++other)
      if (other->first <= step && step <= other->last) bytes += other->end;
    peak = bytes > peak ? bytes : peak;
  }
  return peak;
}

/// Gives every arena block its offset; returns the bytes of the arena.
template <std::size_t Size>
constexpr std::size_t place(std::array<block, Size>& blocks, std::size_t count) noexcept {
  constexpr std::array orders{placing_order::largest, placing_order::area, placing_order::longest, placing_order::earliest};
  const std::size_t peak = live_peak<Size>(blocks, count);
  std::array<block, Size> best = blocks;
  std::size_t least = place_in_order<Size>(best, count, orders[0]);
  for (std::size_t i = 1; i < orders.size() && least > peak; ++i) {
    std::array<block, Size> tried = blocks;
    const std::size_t bytes = place_in_order<Size>(tried, count, orders[i]);
    if (bytes < least) least = bytes, best = tried;
  }
  blocks = best;
  return least;
}

}  // namespace tenon::detail
