// SPDX-License-Identifier: Apache-2.0
// The one intermediate form: a flat list of named nodes, producers before readers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <tenon/core/fixed_string.hpp>
#include <tenon/core/type_list.hpp>

namespace tenon {

namespace detail {

/// Name and inputs of a node, as values, and whether the next run reads it.
struct node_names {
  std::string_view name;
  std::uint64_t hash;
  const std::string_view* inputs;
  const std::uint64_t* input_hashes;
  std::size_t input_count;
  bool read_by_next_run;
};

}  // namespace detail

/// Gives its second input, a state, the value of its first for the next run. Only that run reads what it makes, so it is
/// no output of this one.
template <class Operator>
concept assigns_state = requires { requires Operator::is_assignment; };

/// One operator application. `Name` names the node and the edge that leaves it; `Inputs` name the edges it reads.
template <fixed_string Name, class Operator, fixed_string... Inputs>
struct node {
  using op = Operator;
  /// The template argument itself, so that no symbol of a program spells out a node to hold its name.
  static constexpr const auto& name = Name;
  static constexpr std::uint64_t hash = hash_of(Name.view());
  static constexpr std::size_t input_count = sizeof...(Inputs);
  static constexpr std::array<std::string_view, sizeof...(Inputs)> inputs{Inputs.view()...};
  static constexpr std::array<std::uint64_t, sizeof...(Inputs)> input_hashes{hash_of(Inputs.view())...};
  static constexpr detail::node_names names{Name.view(),         hash,        inputs.data(),
                                            input_hashes.data(), input_count, assigns_state<Operator>};
};

/// A network as a list of nodes, producers before readers. Nodes that nobody reads are its outputs, in order, but for
/// assignments to states; an edge that is read and is an output too gets an `op::output` node.
template <class... Nodes>
struct graph : detail::counted<sizeof...(Nodes)> {};

/// The graph<...> of a graph, or of a short name for one.
template <class Graph>
using nodes_of = typename detail::list_of<Graph>::type;

}  // namespace tenon
