// SPDX-License-Identifier: Apache-2.0
// Which storage order every edge has: chosen among those that kernels offer, so that conversions and kernels together
// cost least.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include <tenon/core/storage_order.hpp>
#include <tenon/graph/wiring.hpp>
#include <tenon/kernel/layout.hpp>

namespace tenon {

/// What the choice must know of one node: the type of its result, and how else its kernel can have its operands stored.
struct layout_facts {
  tensor_type tensor{};
  std::span<const layout_offer> offers{};
};

/// The order of every result, and the conversions that go with it.
template <std::size_t Nodes, std::size_t Inputs>
struct layout_plan {
  std::array<storage_order, Nodes> result{};
  /// The order in which a result is there a second time, for readers that want another one; row-major ones may be so
  /// too.
  std::array<storage_order, Nodes> second{};
  std::array<bool, Nodes> has_second{};
  /// For the inputs of all nodes, as `wiring` counts them: whether it is the second form that is read.
  std::array<bool, Inputs + 1> reads_second{};
  std::size_t conversions = 0;
  std::size_t conversion_bytes = 0;  ///< read and written
};

namespace detail {

/// Chooses by descent: at first every kernel takes the first way that it offers; then single nodes, and whole groups of
/// neighbours that share an order, go back to row-major as long as that costs no more.
template <std::size_t Nodes, std::size_t Inputs>
class layout_choice {
 public:
  constexpr layout_choice(const wiring<Nodes, Inputs>& wires, const std::array<layout_facts, Nodes>& facts) noexcept
      : wires_(wires), facts_(facts) {
    for (std::size_t i = 0; i < Nodes; ++i) chosen_[i] = facts[i].offers.empty() ? row_by_row : 0;
    least_ = cost();
    improve();
    drop_groups();
    improve();
  }

  constexpr layout_plan<Nodes, Inputs> plan() const noexcept {
    layout_plan<Nodes, Inputs> made;
    for (std::size_t i = 0; i < Nodes; ++i) {
      made.result[i] = result(i);
      for (int k = 0; k < wires_.count(i); ++k) {
        const std::size_t from = source(i, k);
        if (input(i, k) == result(from)) continue;
        made.reads_second[wires_.first[i] + static_cast<std::size_t>(k)] = true;
        if (made.has_second[from]) continue;
        made.has_second[from] = true;
        made.second[from] = input(i, k);
        ++made.conversions;
        made.conversion_bytes += conversion_bytes(from, input(i, k));
      }
    }
    return made;
  }

 private:
  static constexpr int row_by_row = -1;
  /// More than all that can be saved.
  static constexpr long long forbidden = 1ll << 50;

  constexpr std::size_t source(std::size_t node, int k) const noexcept {
    return static_cast<std::size_t>(wires_.source(node, k));
  }
  constexpr bool takes_offer(std::size_t node) const noexcept { return chosen_[node] != row_by_row; }
  constexpr const layout_offer& offer(std::size_t node) const noexcept {
    return facts_[node].offers[static_cast<std::size_t>(chosen_[node])];
  }
  constexpr storage_order result(std::size_t node) const noexcept {
    return takes_offer(node) ? offer(node).result : row_major;
  }
  constexpr storage_order input(std::size_t node, int k) const noexcept {
    return takes_offer(node) ? offer(node).input(k) : row_major;
  }
  constexpr std::size_t conversion_bytes(std::size_t edge, const storage_order& to) const noexcept {
    const storage_order own = result(edge);
    return (own.is_row_major() ? to : own).conversion_bytes(facts_[edge].tensor);
  }

  /// Bytes that conversions move, less what kernels save. Outputs of the network are row-major; an edge has two forms
  /// at most, one of them row-major.
  constexpr long long cost() const noexcept {
    long long sum = 0;
    std::array<storage_order, Nodes> second{};
    std::array<bool, Nodes> has_second{};
    for (std::size_t i = 0; i < Nodes; ++i) {
      if (takes_offer(i)) sum -= offer(i).saves;
      if (wires_.is_output(i) && !result(i).is_row_major()) sum += forbidden;
      for (int k = 0; k < wires_.count(i); ++k) {
        const std::size_t from = source(i, k);
        const storage_order own = input(i, k);
        if (own == result(from)) continue;
        if (!has_second[from])
          sum += static_cast<long long>(conversion_bytes(from, own));
        else if (second[from] != own)
          sum += forbidden;
        if (!own.is_row_major() && !result(from).is_row_major()) sum += forbidden;
        second[from] = own;
        has_second[from] = true;
      }
    }
    return sum;
  }

  /// Keeps what has just been tried if it costs less, or no more and is simpler.
  constexpr bool keeps(bool simpler) noexcept {
    const long long tried = cost();
    if (tried > least_ || (tried == least_ && !simpler)) return false;
    least_ = tried;
    return true;
  }

  constexpr bool improve_node(std::size_t node) noexcept {
    const int before = chosen_[node];
    for (int way = row_by_row; way < static_cast<int>(facts_[node].offers.size()); ++way) {
      if (way == before) continue;
      chosen_[node] = way;
      if (keeps(way == row_by_row)) return true;
    }
    chosen_[node] = before;
    return false;
  }

  constexpr void improve() noexcept {
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t i = 0; i < Nodes; ++i) changed = improve_node(i) || changed;
    }
  }

  constexpr void drop_groups() noexcept {
    const std::array<std::size_t, Nodes> group = groups();
    for (std::size_t first = 0; first < Nodes; ++first) {
      if (chosen_[first] == row_by_row || group[first] != first) continue;
      const std::array<int, Nodes> before = chosen_;
      for (std::size_t i = 0; i < Nodes; ++i)
        if (group[i] == first) chosen_[i] = row_by_row;
      if (!keeps(true)) chosen_ = before;
    }
  }

  /// For each node the first one of its group: nodes that hand edges over in an order that is not row-major.
  constexpr std::array<std::size_t, Nodes> groups() const noexcept {
    std::array<std::size_t, Nodes> group{};
    for (std::size_t i = 0; i < Nodes; ++i) {
      group[i] = i;
      for (int k = 0; k < wires_.count(i); ++k) {
        const std::size_t from = source(i, k);
        if (input(i, k).is_row_major() || input(i, k) != result(from)) continue;
        const std::size_t lower = group[from] < group[i] ? group[from] : group[i];
        const std::size_t upper = group[from] < group[i] ? group[i] : group[from];
        for (std::size_t other = 0; other <= i; ++other)
          if (group[other] == upper) group[other] = lower;
      }
    }
    return group;
  }

  const wiring<Nodes, Inputs>& wires_;
  const std::array<layout_facts, Nodes>& facts_;
  std::array<int, Nodes> chosen_{};
  long long least_ = 0;
};

}  // namespace detail

/// Chooses the order of every edge of a network.
template <std::size_t Nodes, std::size_t Inputs>
constexpr layout_plan<Nodes, Inputs> choose_layout(const wiring<Nodes, Inputs>& wires,
                                                   const std::array<layout_facts, Nodes>& facts) noexcept {
  return detail::layout_choice<Nodes, Inputs>(wires, facts).plan();
}

}  // namespace tenon
