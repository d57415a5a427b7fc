// SPDX-License-Identifier: Apache-2.0
// The arena: gives blocks of memory with known lifetimes their offsets.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include <tenon/plan/storage.hpp>

namespace tenon::detail {

/// The orders in which blocks are placed; the plan keeps the best result.
enum class placing_order : unsigned char { earliest, largest, area, longest };

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

/// Adds a block that has its offset to blocks in the order of their offsets.
constexpr void insert_placed(placed_block* placed, std::size_t count, const block& added) noexcept {
  std::size_t at = count;
  for (; at > 0 && placed[at - 1].begin > added.offset; --at) placed[at] = placed[at - 1];
  placed[at] = {added.first, added.last, added.offset, added.offset + added.bytes};
}

/// Drops the blocks that have ended before a step; returns how many are left.
constexpr std::size_t drop_ended(placed_block* placed, std::size_t count, int step) noexcept {
  std::size_t left = 0;
  for (std::size_t i = 0; i < count; ++i)
    if (placed[i].last >= step) placed[left++] = placed[i];
  return left;
}

/// Puts a block at the lowest offset that is free while it lives, among blocks in the order of their offsets.
constexpr void put_lowest(placed_block* placed, std::size_t count, block& wanted) noexcept {
  std::size_t offset = 0;
  for (const placed_block* other = placed; other != placed + count; ++other) {
    if (wanted.last < other->first || other->last < wanted.first) continue;
    if (offset + wanted.bytes <= other->begin) break;
    if (other->end > offset) offset = other->end;
  }
  wanted.offset = offset;
  insert_placed(placed, count, wanted);
}

/// Puts a block at the highest offset that is free while it lives and ends at `end` or before; false if there is none.
constexpr bool put_highest(placed_block* placed, std::size_t count, block& wanted, std::size_t end) noexcept {
  std::size_t limit = end;
  for (std::size_t k = count; k > 0; --k) {
    const placed_block& other = placed[k - 1];
    if (wanted.last < other.first || other.last < wanted.first) continue;
    if (limit < wanted.bytes || other.end <= limit - wanted.bytes) continue;
    if (other.begin < limit) limit = other.begin;
  }
  if (limit < wanted.bytes) return false;
  wanted.offset = limit - wanted.bytes;
  insert_placed(placed, count, wanted);
  return true;
}

/// The arena blocks in the order in which they are placed.
template <std::size_t Size>
struct placing_queue {
  std::array<std::size_t, Size> blocks{};
  std::size_t length = 0;
  bool as_they_come = false;  ///< none begins before the one in front of it

  /// Moves the block at one place of the queue to another one in front of it.
  constexpr void advance(std::size_t from, std::size_t to) noexcept {
    as_they_come = false;
    const std::size_t moved = blocks[from];
    for (; from > to; --from) blocks[from] = blocks[from - 1];
    blocks[to] = moved;
  }
};

template <std::size_t Size>
constexpr placing_queue<Size> queue_in_order(std::span<const block, Size> blocks, std::size_t count,
                                             placing_order order) noexcept {
  placing_queue<Size> queue;
  queue.as_they_come = order == placing_order::earliest;
  for (std::size_t i = 0; i < count; ++i) {
    if (blocks[i].from != origin::arena || blocks[i].bytes == 0) continue;
    std::size_t at = queue.length++;
    for (; at > 0 && precedes(blocks[i], blocks[queue.blocks[at - 1]], order); --at)
      queue.blocks[at] = queue.blocks[at - 1];
    queue.blocks[at] = i;
  }
  return queue;
}

/// Places blocks one after the other; returns the bytes needed.
template <std::size_t Size>
constexpr std::size_t place_in_turn(std::span<block, Size> blocks, const placing_queue<Size>& queue) noexcept {
  std::array<placed_block, Size> placed{};
  std::size_t count = 0;
  std::size_t total = 0;
  for (std::size_t k = 0; k < queue.length; ++k) {
    block& next = blocks[queue.blocks[k]];
    if (queue.as_they_come) count = drop_ended(placed.data(), count, next.first);
    put_lowest(placed.data(), count++, next);
    if (next.offset + next.bytes > total) total = next.offset + next.bytes;
  }
  return total;
}

/// Places blocks as they come to life, in turn at the bottom and at the top of the least arena that there can be; then what
/// lives for one step only, between them. Chains fit without waste; returns the bytes needed.
template <std::size_t Size>
constexpr std::size_t place_from_both_ends(std::span<block, Size> blocks, std::size_t count, std::size_t peak) noexcept {
  const placing_queue<Size> queue = queue_in_order<Size>(blocks, count, placing_order::earliest);
  std::array<placed_block, Size> placed{};
  std::size_t done = 0;
  std::size_t total = 0;
  for (const bool passes_on : {true, false})
    for (std::size_t k = 0; k < queue.length; ++k) {
      block& next = blocks[queue.blocks[k]];
      if ((next.first < next.last) != passes_on) continue;
      const bool top = passes_on && done % 2 != 0;
      if (!top || !put_highest(placed.data(), done, next, peak)) put_lowest(placed.data(), done, next);
      ++done;
      if (next.offset + next.bytes > total) total = next.offset + next.bytes;
    }
  return total;
}

/// The most bytes that are alive at one step: no arena can be smaller.
template <std::size_t Size>
constexpr std::size_t live_peak(std::span<const block, Size> blocks, std::size_t count) noexcept {
  const placing_queue<Size> queue = queue_in_order<Size>(blocks, count, placing_order::earliest);
  std::array<placed_block, Size> alive{};
  std::size_t length = 0;
  std::size_t peak = 0;
  for (std::size_t k = 0; k < queue.length; ++k) {
    const block& next = blocks[queue.blocks[k]];
    length = drop_ended(alive.data(), length, next.first);
    alive[length++] = {next.first, next.last, 0, next.bytes};
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < length; ++i) bytes += alive[i].end;
    peak = bytes > peak ? bytes : peak;
  }
  return peak;
}

/// True if an arena is as near the live peak as planning aims for: 5%.
constexpr bool is_near(std::size_t bytes, std::size_t peak) noexcept { return bytes * 20 <= peak * 21; }

/// Searches for a better order: the block that ends last is placed earlier, again and again, until the arena is near the
/// live peak or the tries, fewer for many blocks, are used up. Returns the bytes needed.
template <std::size_t Size>
constexpr std::size_t improve(std::array<block, Size>& best, placing_queue<Size> queue, std::size_t least,
                              std::size_t peak) noexcept {
  const std::size_t tries = 120 + 480'000 / (queue.length * queue.length + 400);
  std::array<block, Size> tried = best;
  std::size_t last = place_in_turn<Size>(tried, queue);
  std::uint32_t state = 1;
  for (std::size_t i = 0; i < tries && !is_near(least, peak); ++i) {
    std::size_t highest = 0;
    for (std::size_t k = 0; k < queue.length; ++k) {
      const block& placed = tried[queue.blocks[k]];
      if (placed.offset + placed.bytes == last) highest = k;
    }
    state = state * 1664525u + 1013904223u;
    placing_queue<Size> next = queue;
    if (highest > 0) next.advance(highest, (state >> 8) % highest);
    else next.advance((state >> 8) % queue.length, 0);
    const std::size_t bytes = place_in_turn<Size>(tried, next);
    if (bytes <= last || i % 8 == 7) queue = next, last = bytes;
    else place_in_turn<Size>(tried, queue);
    if (bytes < least) least = place_in_turn<Size>(best, next);
  }
  return least;
}

/// Gives every arena block its offset; returns the bytes of the arena.
template <std::size_t Size>
constexpr std::size_t place(std::array<block, Size>& blocks, std::size_t count) noexcept {
  constexpr std::array orders{placing_order::earliest, placing_order::largest, placing_order::area,
                              placing_order::longest};
  const std::size_t peak = live_peak<Size>(blocks, count);
  placing_order chosen = orders[0];
  std::array<block, Size> best = blocks;
  std::size_t least = place_in_turn<Size>(best, queue_in_order<Size>(blocks, count, chosen));
  for (std::size_t i = 1; i < orders.size() && least > peak; ++i) {
    std::array<block, Size> tried = blocks;
    const std::size_t bytes = place_in_turn<Size>(tried, queue_in_order<Size>(blocks, count, orders[i]));
    if (bytes < least) least = bytes, best = tried, chosen = orders[i];
  }
  if (least > peak) {
    std::array<block, Size> tried = blocks;
    const std::size_t bytes = place_from_both_ends<Size>(tried, count, peak);
    if (bytes < least) least = bytes, best = tried;
  }
  // From the best order first; the others lead out of where it may end.
  if (!is_near(least, peak)) least = improve<Size>(best, queue_in_order<Size>(blocks, count, chosen), least, peak);
  for (std::size_t i = 0; i < orders.size() && !is_near(least, peak); ++i)
    if (orders[i] != chosen) least = improve<Size>(best, queue_in_order<Size>(blocks, count, orders[i]), least, peak);
  blocks = best;
  return least;
}

}  // namespace tenon::detail
