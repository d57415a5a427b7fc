// SPDX-License-Identifier: Apache-2.0
// Sharing: reshapes, steps in place, concatenations and assignments let several edges live in one block of memory.
#pragma once

#include <array>
#include <cstddef>

#include <tenon/graph/wiring.hpp>
#include <tenon/plan/storage.hpp>

namespace tenon::detail {

/// Builds a storage plan: starts with one block an edge and unites blocks where nothing has to move.
template <std::size_t Nodes, std::size_t Inputs>
class memory_sharing {
 public:
  constexpr memory_sharing(const wiring<Nodes, Inputs>& wires, const std::array<storage_facts, Nodes>& facts) noexcept
      : wires_(wires), facts_(facts) {
    int inputs = 0;
    int outputs = 0;
    for (std::size_t i = 0; i < Nodes; ++i) {
      plan_.block_of[i] = static_cast<int>(i);
      plan_.has_step[i] = !facts[i].input && !facts[i].constant && !facts[i].state;
      block& own = plan_.blocks[i];
      own.bytes = facts[i].bytes;
      if (facts[i].input) own.from = origin::input, own.index = inputs++;
      else if (facts[i].constant) own.from = origin::constant;
      else if (facts[i].state) own.from = origin::state;
      else if (wires.is_output(i)) own.from = origin::output, own.index = outputs++;
    }
    plan_.block_count = Nodes;
    for (std::size_t i = 0; i < Nodes; ++i)
      for (int k = 0; k < reads_of(i); ++k) last_reader_[source(i, k)] = i;
    for (std::size_t i = 0; i < Nodes; ++i) share(i);
  }

  constexpr const storage_plan<Nodes>& plan() const noexcept { return plan_; }

 private:
  constexpr std::size_t source(std::size_t node, int input) const noexcept {
    return static_cast<std::size_t>(wires_.source(node, input));
  }
  /// Inputs that a step reads: an assignment only writes its second one.
  constexpr int reads_of(std::size_t node) const noexcept { return facts_[node].assigns ? 1 : wires_.count(node); }
  constexpr std::size_t block_index(std::size_t node) const noexcept {
    return static_cast<std::size_t>(plan_.block_of[node]);
  }
  constexpr const block& block_at(std::size_t node) const noexcept { return plan_.blocks[block_index(node)]; }

  constexpr void share(std::size_t i) noexcept {
    if (facts_[i].assigns) {
      keep(i);
    } else if (facts_[i].joined_axis >= 0) {
      if (can_join(i)) join(i);
    } else if (facts_[i].reshapes) {
      if (can_move(source(i, 0), i)) unite(source(i, 0), i, 0), plan_.has_step[i] = false;
    } else if (facts_[i].in_place && facts_[i].bytes == facts_[source(i, 0)].bytes && dies_at(source(i, 0), i)) {
      if (can_move(source(i, 0), i)) unite(source(i, 0), i, 0);
    }
  }

  /// Lets a value be made in the memory of the state that it is assigned to; where that cannot be, a step copies it.
  constexpr void keep(std::size_t i) noexcept {
    const std::size_t value = source(i, 0);
    const std::size_t held = source(i, 1);
    plan_.block_of[i] = plan_.block_of[held];
    if (can_keep(value, held) && facts_[i].keeps_code) unite(value, i, 0);
    plan_.has_step[i] = plan_.block_of[value] != plan_.block_of[held];
  }

  /// True if a value has a block of memory of its own, of which nothing is written before the state was read.
  constexpr bool can_keep(std::size_t value, std::size_t held) const noexcept {
    const block& made = block_at(value);
    if (made.from != origin::arena || made.bytes != facts_[held].bytes || plan_.offset_in_block[value] != 0 ||
        plan_.pitch[value] != 0)
      return false;
    for (std::size_t writer = 0; writer < Nodes; ++writer)
      for (std::size_t view = 0; view < Nodes; ++view)
        if (block_index(writer) == block_index(value) && block_index(view) == block_index(held) &&
            !facts_[view].assigns && writer <= last_reader_[view])
          return false;
    return true;
  }

  /// True if the memory of `from` can become that of `into`: neither is tied to another place.
  constexpr bool can_move(std::size_t from, std::size_t into) const noexcept {
    const block& a = block_at(from);
    const block& b = block_at(into);
    if (plan_.pitch[from] != 0) return false;
    if (b.from == origin::arena) return a.from == origin::arena || facts_[into].reshapes;
    return a.from == origin::arena && plan_.offset_in_block[from] == 0 && a.bytes == b.bytes;
  }

  /// True if step `step` reads an edge as its first input only, and nobody reads its memory after that.
  constexpr bool dies_at(std::size_t edge, std::size_t step) const noexcept {
    if (last_reader_[edge] != step) return false;
    for (int k = 1; k < wires_.count(step); ++k)
      if (source(step, k) == edge) return false;
    const int shared = plan_.block_of[edge];
    for (std::size_t other = 0; other < Nodes; ++other)
      if (plan_.block_of[other] == shared && other != edge && last_reader_[other] >= step && overlap(edge, other))
        return false;
    return true;
  }

  constexpr bool overlap(std::size_t a, std::size_t b) const noexcept {
    return plan_.offset_in_block[a] < plan_.offset_in_block[b] + facts_[b].bytes &&
           plan_.offset_in_block[b] < plan_.offset_in_block[a] + facts_[a].bytes;
  }

  constexpr int edges_in_block(std::size_t edge) const noexcept {
    int count = 0;
    for (const int other : plan_.block_of) count += other == plan_.block_of[edge];
    return count;
  }

  /// True if every part of a concatenation can be written straight into its place.
  constexpr bool can_join(std::size_t i) const noexcept {
    for (int k = 0; k < wires_.count(i); ++k) {
      const std::size_t part = source(i, k);
      const bool whole_block = plan_.offset_in_block[part] == 0 && block_at(part).bytes == facts_[part].bytes;
      if (block_at(part).from != origin::arena || plan_.pitch[part] != 0 || !whole_block) return false;
      if (facts_[part].code != facts_[i].code) return false;
      for (int other = 0; other < k; ++other)
        if (block_index(source(i, other)) == block_index(part)) return false;
      const bool can_leave_gaps = facts_[part].writes_rows && wires_.readers[part] == 1 && edges_in_block(part) == 1 &&
                                  plan_.has_step[part] && facts_[i].row_bytes * facts_[i].outer == facts_[i].bytes;
      if (facts_[i].outer != 1 && !can_leave_gaps) return false;
    }
    return true;
  }

  constexpr void join(std::size_t i) noexcept {
    std::size_t before = 0;
    for (int k = 0; k < wires_.count(i); ++k) {
      const std::size_t part = source(i, k);
      if (facts_[i].outer != 1) {
        const std::size_t element_bytes = facts_[i].element_bytes;
        plan_.pitch[part] = static_cast<int>(facts_[i].row_bytes / element_bytes);
      }
      unite(part, i, before);
      before += facts_[i].outer != 1 ? facts_[part].row_bytes : facts_[part].bytes;
    }
    plan_.has_step[i] = false;
  }

  /// Puts everything in the block of `from` into the block of `into`, so that `from` starts `offset` bytes into `into`.
  constexpr void unite(std::size_t from, std::size_t into, std::size_t offset) noexcept {
    // A fixed block (the caller's or the program's) keeps its identity; only a view of it is made.
    if (block_at(from).from != origin::arena) {
      plan_.offset_in_block[into] = plan_.offset_in_block[from];
      plan_.block_of[into] = plan_.block_of[from];
      return;
    }
    const int old_block = plan_.block_of[from];
    if (old_block == plan_.block_of[into]) return;
    if (block_at(into).from == origin::arena && edges_in_block(into) == 1 && offset == 0 &&
        facts_[into].bytes <= facts_[from].bytes) {
      plan_.offset_in_block[into] = plan_.offset_in_block[from];
      plan_.block_of[into] = old_block;
      return;
    }
    const std::size_t shift = plan_.offset_in_block[into] + offset;
    const int new_block = plan_.block_of[into];
    for (std::size_t other = 0; other < Nodes; ++other) {
      if (plan_.block_of[other] != old_block) continue;
      plan_.block_of[other] = new_block;
      plan_.offset_in_block[other] += shift;
    }
  }

  const wiring<Nodes, Inputs>& wires_;
  const std::array<storage_facts, Nodes>& facts_;
  std::array<std::size_t, Nodes> last_reader_{};
  storage_plan<Nodes> plan_{};
};

/// Stretches the life of a block over a step.
constexpr void use(block& memory, int step, bool& started) noexcept {
  if (!started || step < memory.first) memory.first = step;
  if (!started || step > memory.last) memory.last = step;
  started = true;
}

/// Gives every block its lifetime, and every step that borrows scratch memory a block for it.
template <std::size_t Nodes, std::size_t Inputs>
constexpr void find_lifetimes(storage_plan<Nodes>& plan, const wiring<Nodes, Inputs>& wires,
                              const std::array<storage_facts, Nodes>& facts, std::size_t alignment) noexcept {
  std::array<bool, 2 * Nodes> started{};
  std::array<bool, 2 * Nodes> used{};
  for (std::size_t i = 0; i < Nodes; ++i) {
    const auto own = static_cast<std::size_t>(plan.block_of[i]);
    used[own] = true;
    if (!plan.has_step[i]) continue;
    use(plan.blocks[own], static_cast<int>(i), started[own]);
    for (int k = 0; k < wires.count(i); ++k) {
      const auto read = static_cast<std::size_t>(plan.block_of[static_cast<std::size_t>(wires.source(i, k))]);
      use(plan.blocks[read], static_cast<int>(i), started[read]);
    }
    plan.scratch_block[i] = -1;
    if (facts[i].scratch == 0) continue;
    plan.scratch_block[i] = static_cast<int>(plan.block_count);
    plan.blocks[plan.block_count++] = {origin::arena, facts[i].scratch, static_cast<int>(i), static_cast<int>(i)};
  }
  for (std::size_t b = 0; b < plan.block_count; ++b) {
    if (b < Nodes && !used[b]) plan.blocks[b].bytes = 0;
    plan.blocks[b].bytes = (plan.blocks[b].bytes + alignment - 1) / alignment * alignment;
  }
}

}  // namespace tenon::detail
