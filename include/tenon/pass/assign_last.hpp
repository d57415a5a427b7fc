// SPDX-License-Identifier: Apache-2.0
// assign_last: states get their next values when nobody reads the present ones any more.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include <tenon/op/states.hpp>
#include <tenon/pass/rewrite.hpp>

namespace tenon::detail {

/// True if another assignment, not placed yet, takes its value from the state that `own` overwrites.
template <class Graph>
consteval bool is_awaited(std::size_t own, const std::array<bool, size_of<Graph> + 1>& waiting,
                          const std::array<std::size_t, size_of<Graph> + 1>& viewed) {
  const auto& wires = wiring_of<Graph>;
  for (std::size_t i = 0; i < size_of<Graph>; ++i)
    if (waiting[i] && i != own &&
        static_cast<int>(viewed[static_cast<std::size_t>(wires.source(i, 0))]) == wires.source(own, 1))
      return true;
  return false;
}

/// The order of the nodes: assignments behind all others, and a state that is the value of another one is overwritten
/// after that. Two that take each other's values stay as they are.
template <class Graph>
consteval auto order_assignments() {
  constexpr std::size_t size = size_of<Graph>;
  const auto viewed = viewed_nodes<Graph>();
  std::array<std::size_t, size> order{};
  std::array<bool, size + 1> waiting = state_roles<nodes_of<Graph>>::assigns::value;
  std::size_t placed = 0;
  for (std::size_t i = 0; i < size; ++i)
    if (!waiting[i]) order[placed++] = i;
  while (placed < size) {
    std::size_t next = size;
    for (std::size_t i = size; i-- > 0;)
      if (waiting[i] &&
          (next == size || !is_awaited<Graph>(i, waiting, viewed) || is_awaited<Graph>(next, waiting, viewed)))
        next = i;
    waiting[next] = false;
    order[placed++] = next;
  }
  return order;
}

template <class Graph, class Indices>
struct with_assignments_last;
template <class Graph, std::size_t... Indices>
struct with_assignments_last<Graph, std::index_sequence<Indices...>> {
  static constexpr auto order = order_assignments<Graph>();
  using type = graph<at<Graph, order[Indices]>...>;
};

template <class Network, bool Any = has_states<typename Network::graph_type>>
struct assign_last_if_any {
  using type = Network;
};
template <class Network>
struct assign_last_if_any<Network, true> {
  using type = network<
      typename with_assignments_last<typename Network::graph_type, std::make_index_sequence<Network::size>>::type,
      typename Network::model_type>;
};

}  // namespace tenon::detail

namespace tenon::pass {

/// Moves assignments to states behind all other nodes, so that a state can be overwritten where it lies.
struct assign_last {
  template <class Network>
  using apply = typename detail::assign_last_if_any<Network>::type;
};

}  // namespace tenon::pass
