// SPDX-License-Identifier: Apache-2.0
// The laws of memory plans: what is alive together lies apart, steps find theirs, and the arena is as small as what is
// alive at most.
#pragma once

#include <tenon/plan/plan.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace tenon_laws {

inline constexpr std::size_t alignment = 16;

inline bool live_together(const tenon::block& a, const tenon::block& b) {
  return a.first <= b.last && b.first <= a.last;
}
inline bool overlap(const tenon::block& a, const tenon::block& b) {
  return a.offset < b.offset + b.bytes && b.offset < a.offset + a.bytes;
}

/// Tries all places of blocks in a piece of memory, in multiples of the alignment.
class exhaustive_search {
 public:
  explicit exhaustive_search(std::span<const tenon::block> blocks) {
    for (const tenon::block& each : blocks)
      if (each.from == tenon::origin::arena && each.bytes != 0) blocks_.push_back(each);
    std::sort(blocks_.begin(), blocks_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  }

  bool finds_room(std::size_t bytes) { return finds_room(bytes, 0); }

 private:
  bool finds_room(std::size_t bytes, std::size_t next) {
    if (next == blocks_.size()) return true;
    tenon::block& wanted = blocks_[next];
    for (wanted.offset = 0; wanted.offset + wanted.bytes <= bytes; wanted.offset += alignment)
      if (is_free(next) && finds_room(bytes, next + 1)) return true;
    return false;
  }
  bool is_free(std::size_t wanted) const {
    for (std::size_t other = 0; other < wanted; ++other)
      if (live_together(blocks_[other], blocks_[wanted]) && overlap(blocks_[other], blocks_[wanted])) return false;
    return true;
  }

  std::vector<tenon::block> blocks_;
};

/// Blocks that are alive together do not overlap; states lie in front of all others.
inline void check_places(std::span<const tenon::block> blocks, std::size_t state_bytes, std::size_t arena_bytes) {
  std::size_t faults = 0;
  for (std::size_t a = 0; a < blocks.size(); ++a) {
    const tenon::block& one = blocks[a];
    if (one.from == tenon::origin::state) faults += one.offset + one.bytes > state_bytes;
    if (one.from != tenon::origin::arena || one.bytes == 0) continue;
    faults += one.offset % alignment != 0 || one.offset < state_bytes || one.offset + one.bytes > arena_bytes;
    for (std::size_t b = 0; b < a; ++b) {
      const tenon::block& other = blocks[b];
      if (other.from == tenon::origin::arena) faults += live_together(one, other) && overlap(one, other);
    }
  }
  CHECK(faults == 0);
}

/// What a step writes, reads and borrows is alive while it runs, and no step reads rows with gaps.
template <class Plan, std::size_t Nodes, std::size_t Inputs>
void check_steps(const Plan& plan, const tenon::wiring<Nodes, Inputs>& wires) {
  std::size_t faults = 0;
  for (std::size_t step = 0; step < Nodes; ++step) {
    if (!plan.has_step[step]) continue;
    const auto is_dead = [&](int index) {
      const tenon::block& used = plan.blocks[static_cast<std::size_t>(index)];
      return static_cast<int>(step) < used.first || static_cast<int>(step) > used.last;
    };
    faults += is_dead(plan.block_of[step]);
    if (plan.scratch_block[step] >= 0) faults += is_dead(plan.scratch_block[step]);
    for (int k = 0; k < wires.count(step); ++k) {
      const auto read = static_cast<std::size_t>(wires.source(step, k));
      faults += is_dead(plan.block_of[read]) || plan.pitch[read] != 0;
    }
  }
  CHECK(faults == 0);
}

/// The arena is within 5% of the bytes that are alive at most, every tensor in whole units of the alignment. Lifetimes
/// can exclude that: then no smaller arena holds them.
template <class Plan>
void check_size(const Plan& plan) {
  CHECK(plan.arena_bytes >= plan.peak_bytes);
  if (plan.arena_bytes * 20 <= plan.peak_bytes * 21) return;
  exhaustive_search search(std::span(plan.blocks).first(plan.block_count));
  INFO("arena ", plan.arena_bytes, ", live peak ", plan.peak_bytes);
  CHECK_FALSE(search.finds_room(plan.arena_bytes - plan.state_bytes - alignment));
}

/// True if every node reads the one before it and nothing else.
template <std::size_t Nodes, std::size_t Inputs>
constexpr bool is_chain(const tenon::wiring<Nodes, Inputs>& wires) {
  for (std::size_t i = 1; i < Nodes; ++i)
    if (wires.count(i) != 1 || wires.source(i, 0) != static_cast<int>(i) - 1) return false;
  return true;
}

/// All laws of a plan for a network of this wiring.
template <class Plan, std::size_t Nodes, std::size_t Inputs>
void check_plan(const Plan& plan, const tenon::wiring<Nodes, Inputs>& wires) {
  check_places(std::span(plan.blocks).first(plan.block_count), plan.state_bytes, plan.arena_bytes);
  check_steps(plan, wires);
  check_size(plan);
  if (is_chain(wires)) CHECK(plan.arena_bytes == plan.peak_bytes);
}

}  // namespace tenon_laws
