// SPDX-License-Identifier: Apache-2.0
// The builder: handles to edges, and the stages that turn edges into new edges.
#pragma once

#include <utility>

#include <tenon/core/fixed_string.hpp>
#include <tenon/core/type_list.hpp>
#include <tenon/graph/graph.hpp>
#include <tenon/graph/join.hpp>

namespace tenon {

/// A handle to the edge `Name` of the network built so far.
template <class Graph, fixed_string Name>
struct value {
  using graph_type = Graph;
};

/// Several results of a network, in order.
template <class Graph>
struct results {
  using graph_type = Graph;
};

/// An operator with its name, waiting for its inputs: call it with edges, or pipe one edge into it.
template <fixed_string Name, class Operator>
struct stage {
  template <class... Graphs, fixed_string... Names>
  consteval auto operator()(value<Graphs, Names>...) const noexcept {
    return value<typename detail::append<join<Graphs...>, node<Name, Operator, Names...>>::type, Name>{};
  }
};

/// `edge | stage` is `stage(edge)`, for operators with one input. (It does not call that: compilers spell out the whole
/// graph in the name of every function that is given one, used or not.)
template <class Graph, fixed_string Edge, fixed_string Name, class Operator>
consteval auto operator|(value<Graph, Edge>, stage<Name, Operator>) noexcept {
  return value<typename detail::append<Graph, node<Name, Operator, Edge>>::type, Name>{};
}

/// Ends a network that has several outputs, or states, with what those hold in the next run:
/// `return outputs(boxes, scores, assign<"frames">(newest));`.
template <class... Graphs, fixed_string... Names>
consteval auto outputs(value<Graphs, Names>...) noexcept {
  using joined = detail::join_results<type_list<Graphs...>, std::index_sequence_for<Graphs...>>;
  return results<typename joined::type>{};
}

namespace detail {

template <class Result>
struct graph_of_result {
  using type = typename Result::graph_type;
};
template <class... Nodes>
struct graph_of_result<graph<Nodes...>> {
  using type = graph<Nodes...>;
};

template <class Topology>
struct topology_graph : graph_of_result<decltype(Topology::graph())> {};
template <class... Nodes>
struct topology_graph<graph<Nodes...>> {
  using type = graph<Nodes...>;
};
template <class Graph, fixed_string Name>
struct topology_graph<value<Graph, Name>> {
  using type = Graph;
};

}  // namespace detail

/// The flat graph of a topology: a struct with `static consteval auto graph()`, or a graph itself.
template <class Topology>
using graph_of = typename detail::topology_graph<Topology>::type;

}  // namespace tenon
