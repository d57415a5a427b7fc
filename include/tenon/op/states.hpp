// SPDX-License-Identifier: Apache-2.0
// What can be wrong with the states of a graph: who assigns them, and in which order they are read and assigned.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include <tenon/core/diagnosis.hpp>
#include <tenon/graph/wiring.hpp>
#include <tenon/op/concept.hpp>

namespace tenon::detail {

/// What states are concerned with: which nodes hold one, assign one, or are another view of their input's memory.
template <class Nodes>
struct state_roles;
template <class... Nodes>
struct state_roles<graph<Nodes...>> {
  using holds = constant_row<bool, holds_state<typename Nodes::op>..., false>;
  using assigns = constant_row<bool, assigns_state<typename Nodes::op>..., false>;
  using views = constant_row<bool, only_reshapes<typename Nodes::op>..., false>;
};

/// True if a state is held or assigned in a graph.
template <class Graph>
inline constexpr bool has_states = any_of<typename state_roles<nodes_of<Graph>>::holds>::value ||
                                   any_of<typename state_roles<nodes_of<Graph>>::assigns>::value;

constexpr fault state_refusal(std::size_t node, std::string_view sentence) noexcept {
  return {fault_kind::refused_inputs, static_cast<int>(node), sentence};
}

/// The first fault of an assignment or a state, in a graph whose structure and edges are sound.
template <class Graph>
consteval fault state_fault() {
  if constexpr (has_states<Graph>) {
    using roles = state_roles<nodes_of<Graph>>;
    constexpr std::size_t size = size_of<Graph>;
    const auto& wires = wiring_of<Graph>;
    std::array<bool, size> assigned{};
    for (std::size_t i = 0; i < size; ++i) {
      for (int k = 0; k < wires.count(i); ++k)
        if (roles::assigns::value[static_cast<std::size_t>(wires.source(i, k))])
          return state_refusal(i, "tenon: a node reads an assignment; let it read the value that is assigned");
      if (!roles::assigns::value[i]) continue;
      const auto target = static_cast<std::size_t>(wires.source(i, 1));
      if (!roles::holds::value[target])
        return state_refusal(i, "tenon: assign names an edge that is no state; name one made by state<...>");
      if (assigned[target])
        return state_refusal(i, "tenon: a state is assigned twice in one run; assign it the last of its values only");
      assigned[target] = true;
    }
    for (std::size_t i = 0; i < size; ++i)
      if (roles::holds::value[i] && !assigned[i])
        return state_refusal(
            i, "tenon: a state is never assigned, so that no run changes it; assign it or make it a constant");
  }
  return {};
}

/// For each node the one whose memory its result is a view of; itself unless it only reshapes.
template <class Graph>
consteval auto viewed_nodes() {
  const auto& views = state_roles<nodes_of<Graph>>::views::value;
  std::array<std::size_t, size_of<Graph> + 1> viewed{};
  for (std::size_t i = 0; i < size_of<Graph>; ++i)
    viewed[i] = views[i] ? viewed[static_cast<std::size_t>(wiring_of<Graph>.source(i, 0))] : i;
  return viewed;
}

/// The first node that reads a state, or a view of it, below the assignment that has overwritten it.
template <class Graph>
consteval fault state_order_fault() {
  if constexpr (has_states<Graph>) {
    using roles = state_roles<nodes_of<Graph>>;
    const auto& wires = wiring_of<Graph>;
    const auto viewed = viewed_nodes<Graph>();
    std::array<bool, size_of<Graph>> overwritten{};
    for (std::size_t i = 0; i < size_of<Graph>; ++i) {
      const int reads = roles::assigns::value[i] ? 1 : wires.count(i);
      for (int k = 0; k < reads; ++k)
        if (overwritten[viewed[static_cast<std::size_t>(wires.source(i, k))]])
          return state_refusal(i,
                               "tenon: states take the values of each other, so that none can be overwritten first; let "
                               "a node that computes make one of them");
      if (roles::assigns::value[i]) overwritten[static_cast<std::size_t>(wires.source(i, 1))] = true;
    }
  }
  return {};
}

}  // namespace tenon::detail
