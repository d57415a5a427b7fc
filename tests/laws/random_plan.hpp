// SPDX-License-Identifier: Apache-2.0
// Random networks as values: what memory planning must know of thousands of them, drawn while the test runs.
#pragma once

#include <tenon/plan/plan.hpp>

#include "laws/numbers.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace tenon_laws {

/// A network of `Nodes` nodes of at most three inputs, without its operators.
template <std::size_t Nodes>
class random_plan {
 public:
  using wiring = tenon::wiring<Nodes, 3 * Nodes>;

  /// A chain has no node of two inputs, and every node reads the one before it.
  constexpr explicit random_plan(std::uint32_t seed, bool chain = false)
      : state_(seed * 2654435761u + 17u), chain_(chain) {
    next_random(state_);
    for (std::size_t node = 0; node < Nodes; ++node) add(node);
    wires.first[Nodes] = edges_;
  }

  wiring wires{};
  std::array<tenon::storage_facts, Nodes> facts{};

 private:
  struct extents {
    std::size_t rows, row_bytes;
    constexpr std::size_t bytes() const { return rows * row_bytes; }
  };

  constexpr std::size_t below(std::size_t limit) { return next_random(state_) % limit; }

  constexpr void read(std::size_t source) {
    wires.sources[edges_++] = static_cast<int>(source);
    ++wires.readers[source];
  }

  constexpr void become(std::size_t node, extents wanted) {
    extents_[node] = wanted;
    facts[node].bytes = wanted.bytes();
    facts[node].row_bytes = wanted.row_bytes;
  }

  constexpr void add(std::size_t node) {
    wires.first[node] = edges_;
    tenon::storage_facts& made = facts[node];
    made.code = {below(4) == 0 ? 0.5f : 0.25f, 0};
    if (node == 0 || (!chain_ && below(16) == 0)) {
      become(node, {1 + below(6), 1 + below(40)});
      if (node == 0 || below(2) == 0) made.input = true;
      else made.constant = true;
      return;
    }
    const std::size_t recent = chain_ ? 1 : std::min<std::size_t>(node, 4);
    const std::size_t first = past_taken(node - 1 - below(recent));
    switch (below(8)) {
      case 0:
        made.reshapes = true;
        made.code = facts[first].code;
        become(node, {1, extents_[first].bytes()});
        return read(first);
      case 1:
      case 2:
        if (chain_) break;
        return join(node, first);
      case 3:
      case 4:
        made.in_place = true;
        made.writes_rows = below(2) == 0;
        become(node, extents_[first]);
        read(first);
        if (!chain_ && below(2) == 0) read(past_taken(below(node)));
        return;
      default: break;
    }
    made.writes_rows = below(2) == 0;
    made.scratch = below(4) == 0 ? below(200) : 0;
    become(node, {below(2) == 0 ? extents_[first].rows : 1 + below(6), 1 + below(60)});
    read(first);
    if (!chain_ && below(4) == 0) read(past_taken(below(node)));
  }

  /// A part that fits to the first one of a concatenation: a node that nobody reads, from a drawn one on.
  constexpr std::size_t draw_part(std::size_t node, std::size_t first, bool along_rows) {
    const auto fits = [&](std::size_t part) {
      if (facts[part].code != facts[first].code) return false;
      return along_rows ? extents_[part].row_bytes == extents_[first].row_bytes
                        : extents_[part].rows == extents_[first].rows;
    };
    const std::size_t drawn = below(node);
    for (std::size_t i = 0; i < node; ++i) {
      const std::size_t part = (drawn + i) % node;
      if (part != first && fits(part) && wires.readers[part] == 0) return part;
    }
    return fits(drawn) ? drawn : first;
  }

  /// Along the last axis where the rows fit, else along the first.
  constexpr void join(std::size_t node, std::size_t first) {
    const std::size_t count = 2 + below(2);
    std::array<std::size_t, 3> parts{first, first, first};
    const bool along_rows = below(3) == 0;
    for (std::size_t k = 1; k < count; ++k) parts[k] = draw_part(node, first, along_rows);
    extents whole = extents_[first];
    for (std::size_t k = 1; k < count; ++k) {
      const extents& part = extents_[parts[k]];
      if (along_rows) whole.rows += part.rows;
      else whole.row_bytes += part.row_bytes;
    }
    become(node, whole);
    facts[node].code = facts[first].code;
    facts[node].joined_axis = along_rows ? 0 : 1;
    facts[node].outer = along_rows ? 1 : whole.rows;
    const bool alone = !along_rows && below(2) == 0;
    for (std::size_t k = 0; k < count; ++k) {
      read(parts[k]);
      if (alone) take(parts[k]);
    }
  }

  /// Nobody else reads a part, and what computes it leaves gaps between its rows.
  constexpr void take(std::size_t part) {
    taken_[part] = true;
    tenon::storage_facts& made = facts[part];
    made.writes_rows = !made.input && !made.constant && !made.reshapes && made.joined_axis < 0;
  }
  constexpr std::size_t past_taken(std::size_t source) const {
    while (taken_[source]) ++source;
    return source;
  }

  std::uint32_t state_;
  bool chain_;
  std::size_t edges_ = 0;
  std::array<extents, Nodes> extents_{};
  std::array<bool, Nodes> taken_{};
};

}  // namespace tenon_laws
