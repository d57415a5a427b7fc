// SPDX-License-Identifier: Apache-2.0
// Joins graphs that share a beginning, so that a C++ variable can be an edge that is used twice.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include <tenon/core/type_list.hpp>
#include <tenon/graph/graph.hpp>

namespace tenon::detail {

template <class Type>
inline constexpr char type_mark = 0;

/// Tells nodes apart: by their names first, as g++ with sanitizers does not compare the addresses of two marks when
/// compiling, only one with itself.
struct node_mark {
  std::uint64_t hash{};
  const char* type{};

  friend constexpr bool operator==(const node_mark& a, const node_mark& b) noexcept {
    return a.hash == b.hash && a.type == b.type;
  }
};

template <class Graph>
struct marks_of;
template <class... Nodes>
struct marks_of<graph<Nodes...>> {
  static constexpr std::array<node_mark, sizeof...(Nodes) + 1> value{node_mark{Nodes::hash, &type_mark<Nodes>}...,
                                                                     node_mark{}};
};

/// Which nodes of the right graph the left one lacks.
template <std::size_t Size>
struct missing_nodes {
  std::array<std::size_t, Size> indices{};
  std::size_t count = 0;
};

template <class Left, class Right>
consteval auto find_missing() {
  const auto& left = marks_of<Left>::value;
  const auto& right = marks_of<Right>::value;
  missing_nodes<size_of<Right> + 1> missing;
  std::size_t shared = 0;
  while (shared < size_of<Left> && shared < size_of<Right> && left[shared] == right[shared]) ++shared;
  for (std::size_t i = shared; i < size_of<Right>; ++i) {
    bool known = false;
    for (std::size_t k = shared; k < size_of<Left> && !known; ++k) known = left[k] == right[i];
    if (!known) missing.indices[missing.count++] = i;
  }
  return missing;
}

template <class Left, class Right, class Indices>
struct append_missing;
template <class... Nodes, class Right, std::size_t... Indices>
struct append_missing<graph<Nodes...>, Right, std::index_sequence<Indices...>> {
  static constexpr auto missing = find_missing<graph<Nodes...>, Right>();
  using type = graph<Nodes..., at<Right, missing.indices[Indices]>...>;
};

/// Tells whether a list begins with the nodes of `Graph`. A compiler matches types much faster than it evaluates marks.
template <class Graph>
struct beginning;
template <class... Nodes>
struct beginning<graph<Nodes...>> {
  template <class... More>
  static std::true_type is_of(const graph<Nodes..., More...>*);
  static std::false_type is_of(const void*);
};

template <class Graph, class Longer>
using begins = decltype(beginning<Graph>::is_of(static_cast<const Longer*>(nullptr)));

/// Two graphs joined. An edge that skips some nodes joins a graph with its own beginning.
template <class Left, class Right, class HoldsRight = begins<Right, Left>>
struct join_two {
  using type = Left;
};
template <class Left, class Right>
struct join_two<Left, Right, std::false_type>
    : append_missing<Left, Right, std::make_index_sequence<find_missing<Left, Right>().count>> {};

template <class... Graphs>
struct join_graphs;
template <class Graph>
struct join_graphs<Graph> {
  using type = Graph;
};
template <class Left, class Right, class... More>
struct join_graphs<Left, Right, More...> : join_graphs<typename join_two<Left, Right>::type, More...> {};

/// Which of some things come first: all that are not to be later, then the others, both in their order.
template <std::size_t Count>
consteval std::array<std::size_t, Count> in_order(const std::array<bool, Count>& later) {
  std::array<std::size_t, Count> order{};
  std::size_t placed = 0;
  for (const bool wanted : {false, true})
    for (std::size_t i = 0; i < Count; ++i)
      if (later[i] == wanted) order[placed++] = i;
  return order;
}

template <class Graph>
struct assignments_of;
template <class... Nodes>
struct assignments_of<graph<Nodes...>> {
  static constexpr std::array<bool, sizeof...(Nodes)> value{assigns_state<typename Nodes::op>...};
  static constexpr bool any = [] {
    for (const bool assigns : value)
      if (assigns) return true;
    return false;
  }();
  static constexpr bool is_last = value[sizeof...(Nodes) - 1];
};

/// The graph with assignments to states behind all other nodes: whatever was joined first, states come before them.
template <class Graph, class Indices = std::make_index_sequence<size_of<Graph>>, bool Any = assignments_of<Graph>::any>
struct assignments_behind {
  using type = Graph;
};
template <class Graph, std::size_t... Indices>
struct assignments_behind<Graph, std::index_sequence<Indices...>, true> {
  static constexpr auto order = in_order(assignments_of<Graph>::value);
  using type = graph<at<Graph, order[Indices]>...>;
};

/// The graphs of all results joined. What is assigned to states comes as early as it can, so that what it is made from
/// need not be kept until the end.
template <class List, class Indices>
struct join_results;
template <class... Graphs, std::size_t... Indices>
struct join_results<type_list<Graphs...>, std::index_sequence<Indices...>> {
  static constexpr auto order = in_order(std::array<bool, sizeof...(Graphs)>{!assignments_of<Graphs>::is_last...});
  using type = typename assignments_behind<
      typename join_graphs<at<type_list<Graphs...>, order[Indices]>...>::type>::type;
};

template <class Graph, class Node>
struct append;
template <class... Nodes, class Node>
struct append<graph<Nodes...>, Node> {
  using type = graph<Nodes..., Node>;
};

}  // namespace tenon::detail

namespace tenon {

/// All nodes of the graphs, each once: those of the first, then what the others add.
template <class... Graphs>
using join = typename detail::join_graphs<Graphs...>::type;

}  // namespace tenon
