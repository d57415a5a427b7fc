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
#include <tenon/op/known_attributes.hpp>
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
struct inference_rule {
  int arity;
  inferred (*infer)(std::span<const edge_type>) noexcept;
};

template <class Graph>
struct inference_rules;
template <class... Nodes>
struct inference_rules<graph<Nodes...>> {
  static constexpr std::array<inference_rule, sizeof...(Nodes)> value{
      inference_rule{Nodes::op::arity, &Nodes::op::infer}...};
};
template <named_list Graph>
struct inference_rules<Graph> : inference_rules<typename Graph::listed> {};

constexpr bool suits(int arity, int count) noexcept { return arity == any_number ? count > 0 : arity == count; }

/// Most inputs that one node can have.
template <class Graph>
consteval std::size_t widest() {
  std::size_t most = 1;
  for (const node_names* const names : names_of<Graph>::value)
    most = names->input_count > most ? names->input_count : most;
  return most;
}

/// The types of the edges that a node reads, out of those of all edges.
template <std::size_t Most, std::size_t Nodes, std::size_t Inputs>
constexpr std::array<edge_type, Most> read_by(std::size_t node, const std::array<edge_type, Nodes>& types,
                                              const wiring<Nodes, Inputs>& wires) noexcept {
  std::array<edge_type, Most> read{};
  for (int k = 0; k < wires.count(node); ++k)
    read[static_cast<std::size_t>(k)] = types[static_cast<std::size_t>(wires.source(node, k))];
  return read;
}

template <class Graph>
consteval auto infer_edges() {
  edge_table<size_of<Graph>> table;
  table.problem = structural_fault<Graph>();
  if (table.problem) return table;
  const auto& wires = wiring_of<Graph>;
  for (std::size_t i = 0; i < size_of<Graph>; ++i) {
    const int count = wires.count(i);
    const auto inputs = read_by<widest<Graph>()>(i, table.types, wires);
    const inference_rule& rule = inference_rules<Graph>::value[i];
    if (!suits(rule.arity, count)) {
      table.problem = {fault_kind::wrong_arity, static_cast<int>(i),
                       "tenon: an operator has too few or too many inputs; see its page"};
      return table;
    }
    const inferred result = rule.infer({inputs.data(), static_cast<std::size_t>(count)});
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

namespace detail {

/// What is wrong with a graph as it was written: its edges, or an attribute that would be ignored.
template <class Graph>
consteval fault topology_fault() {
  const fault problem = edges_of<Graph>.problem;
  return problem ? problem : attribute_fault<Graph>();
}

}  // namespace detail

/// What is wrong with a topology (or a model): `kind` is `none` when it is well formed.
template <class Topology>
inline constexpr fault fault_of = detail::topology_fault<graph_of<Topology>>();

/// True if nothing is wrong with a topology (or a model).
template <class Topology>
concept well_formed = fault_of<Topology>.kind == fault_kind::none;

/// The types of the edges that a node reads, as one array.
template <class Graph, std::size_t Node>
inline constexpr std::array<edge_type, at<Graph, Node>::input_count> inputs_of =
    detail::read_by<at<Graph, Node>::input_count>(Node, edges_of<Graph>.types, wiring_of<Graph>);

}  // namespace tenon
