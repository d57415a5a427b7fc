// SPDX-License-Identifier: Apache-2.0
// The type of every edge of a graph, and what is wrong with the graph if there is none.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include <tenon/core/diagnosis.hpp>
#include <tenon/core/type_list.hpp>
#include <tenon/graph/graph.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/graph/well_formed.hpp>
#include <tenon/graph/wiring.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/states.hpp>

namespace tenon {

/// Types of all edges, in the order of the nodes, and the first fault.
template <std::size_t Nodes>
struct edge_table {
  std::array<edge_type, Nodes> types{};
  fault problem{};

  constexpr const edge_type& operator[](std::size_t node) const noexcept { return types[node]; }
};

namespace detail {

/// What inference asks of an operator.
struct operator_facts {
  int arity;
  inferred (*infer)(std::span<const edge_type>) noexcept;
};

template <class Graph>
struct facts_of;
template <class... Nodes>
struct facts_of<graph<Nodes...>> {
  static constexpr std::array<operator_facts, sizeof...(Nodes)> value{
      operator_facts{Nodes::op::arity, &Nodes::op::infer}...};
};
template <named_list Graph>
struct facts_of<Graph> : facts_of<typename Graph::listed> {};

constexpr bool suits(int arity, int count) noexcept { return arity == any_number ? count > 0 : arity == count; }

/// Most inputs that one node can have.
template <class Graph>
consteval std::size_t widest() {
  std::size_t most = 1;
  for (const auto& name : names_of<Graph>::value) most = name.input_count > most ? name.input_count : most;
  return most;
}

template <class Graph>
consteval auto infer_edges() {
  edge_table<size_of<Graph>> table;
  table.problem = structural_fault<Graph>();
  if (table.problem) return table;
  const auto& wires = wiring_of<Graph>;
  for (std::size_t i = 0; i < size_of<Graph>; ++i) {
    const operator_facts& facts = facts_of<Graph>::value[i];
    const int count = wires.count(i);
    std::array<edge_type, widest<Graph>()> inputs{};
    for (int k = 0; k < count; ++k)
      inputs[static_cast<std::size_t>(k)] = table.types[static_cast<std::size_t>(wires.source(i, k))];
    if (!suits(facts.arity, count)) {
      table.problem = {fault_kind::wrong_arity, static_cast<int>(i),
                       "tenon: an operator has too few or too many inputs; see its page"};
      return table;
    }
    const inferred result = facts.infer({inputs.data(), static_cast<std::size_t>(count)});
    if (!result.fault.empty()) {
      table.problem = {fault_kind::refused_inputs, static_cast<int>(i), result.fault};
      return table;
    }
    table.types[i] = result.edge;
  }
  table.problem = state_fault<Graph>();
  return table;
}

}  // namespace detail

/// Types of a graph's edges, computed once for each graph type.
template <class Graph>
inline constexpr auto edges_of = detail::infer_edges<Graph>();

/// What is wrong with a topology (or a model): `kind` is `none` when it is well formed.
template <class Topology>
inline constexpr fault fault_of = edges_of<graph_of<Topology>>.problem;

/// True if nothing is wrong with a topology (or a model).
template <class Topology>
concept well_formed = fault_of<Topology>.kind == fault_kind::none;

/// The types of the edges that a node reads, as one array.
template <class Graph, std::size_t Node>
inline constexpr auto inputs_of = [] {
  std::array<edge_type, at<Graph, Node>::input_count> inputs{};
  for (std::size_t k = 0; k < inputs.size(); ++k)
    inputs[k] = edges_of<Graph>[static_cast<std::size_t>(wiring_of<Graph>.source(Node, static_cast<int>(k)))];
  return inputs;
}();

}  // namespace tenon
