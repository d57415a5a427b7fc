// SPDX-License-Identifier: Apache-2.0
// A run of a network of which only the memory plan is real: steps write down whose bytes they are, and look for those
// of their inputs.
#pragma once

#include "laws/random_plan.hpp"

#include <array>
#include <cstddef>
#include <vector>

namespace tenon_laws {

template <std::size_t Nodes, class Plan>
class trial_run {
 public:
  trial_run(const random_plan<Nodes>& drawn, const Plan& plan) : drawn_(drawn), plan_(plan) {
    for (std::size_t block = 0; block < plan.block_count; ++block) apart_[block].resize(plan.blocks[block].bytes);
    arena_.resize(plan.arena_bytes);
    for (std::size_t node = 0; node < Nodes; ++node) name_bytes(node);
  }

  /// Bytes that are read and are not those that were meant, and steps that write over what they still read.
  std::size_t mistakes() {
    std::size_t count = 0;
    for (std::size_t node = 0; node < Nodes; ++node) {
      if (plan_.has_step[node]) count += wrong_inputs(node) + wrong_overwrites(node);
      if (plan_.has_step[node]) spoil_scratch(node);
      if (plan_.has_step[node] || is_source(node)) write(node);
    }
    for (std::size_t node = 0; node < Nodes; ++node)
      if (drawn_.wires.is_output(node)) count += wrong_bytes(node);
    return count;
  }

 private:
  using name = std::size_t;  ///< of a byte: who made it, and which one it is

  bool is_source(std::size_t node) const { return drawn_.facts[node].input || drawn_.facts[node].constant; }
  std::size_t source(std::size_t node, int k) const { return static_cast<std::size_t>(drawn_.wires.source(node, k)); }

  /// Reshapes and concatenations hold the bytes of their inputs, all other nodes bytes of their own.
  void name_bytes(std::size_t node) {
    const tenon::storage_facts& facts = drawn_.facts[node];
    std::vector<name>& names = names_[node];
    if (facts.joined_axis >= 0) {
      for (std::size_t row = 0; row < facts.outer; ++row)
        for (int k = 0; k < drawn_.wires.count(node); ++k) {
          const std::vector<name>& part = names_[source(node, k)];
          const std::size_t length = part.size() / facts.outer;
          for (std::size_t i = 0; i < length; ++i) names.push_back(part[row * length + i]);
        }
    } else if (facts.reshapes) {
      names = names_[source(node, 0)];
    } else {
      for (std::size_t i = 0; i < facts.bytes; ++i) names.push_back((node + 1) << 32 | i);
    }
  }

  /// How far into its block a byte of an edge lies.
  std::size_t offset(std::size_t node, std::size_t byte) const {
    const auto pitch = static_cast<std::size_t>(plan_.pitch[node]);
    const std::size_t start = plan_.offset_in_block[node];
    if (pitch == 0) return start + byte;
    const tenon::storage_facts& facts = drawn_.facts[node];
    return start + byte / facts.row_bytes * pitch * facts.element_bytes + byte % facts.row_bytes;
  }
  std::size_t block_of(std::size_t node) const { return static_cast<std::size_t>(plan_.block_of[node]); }

  name& place(std::size_t node, std::size_t byte) {
    const tenon::block& block = plan_.blocks[block_of(node)];
    if (block.from != tenon::origin::arena) return apart_[block_of(node)][offset(node, byte)];
    return arena_[block.offset + offset(node, byte)];
  }

  void write(std::size_t node) {
    for (std::size_t i = 0; i < names_[node].size(); ++i) place(node, i) = names_[node][i];
  }
  void spoil_scratch(std::size_t node) {
    if (plan_.scratch_block[node] < 0) return;
    const tenon::block& scratch = plan_.blocks[static_cast<std::size_t>(plan_.scratch_block[node])];
    for (std::size_t i = 0; i < drawn_.facts[node].scratch; ++i) arena_[scratch.offset + i] = 0;
  }

  std::size_t wrong_bytes(std::size_t node) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < names_[node].size(); ++i) count += place(node, i) != names_[node][i];
    return count;
  }
  std::size_t wrong_inputs(std::size_t node) {
    std::size_t count = 0;
    for (int k = 0; k < drawn_.wires.count(node); ++k) count += wrong_bytes(source(node, k));
    return count;
  }

  /// Only a step that works in place may write where it reads: each byte of its first input, when it has read it.
  std::size_t wrong_overwrites(std::size_t node) const {
    std::size_t count = 0;
    for (int k = 0; k < drawn_.wires.count(node); ++k) {
      const std::size_t read = source(node, k);
      if (block_of(read) != block_of(node)) continue;
      const bool in_turn = drawn_.facts[node].in_place && k == 0;
      std::vector<std::size_t> readers(plan_.blocks[block_of(node)].bytes);
      for (std::size_t i = 0; i < names_[read].size(); ++i) readers[offset(read, i)] = i + 1;
      for (std::size_t i = 0; i < names_[node].size(); ++i) {
        const std::size_t reader = readers[offset(node, i)];
        count += reader != 0 && !(in_turn && reader == i + 1);
      }
    }
    return count;
  }

  const random_plan<Nodes>& drawn_;
  const Plan& plan_;
  std::array<std::vector<name>, Nodes> names_{};
  std::array<std::vector<name>, 2 * Nodes> apart_{};
  std::vector<name> arena_{};
};

}  // namespace tenon_laws
