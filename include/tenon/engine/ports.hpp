// SPDX-License-Identifier: Apache-2.0
// Inputs and outputs of a network: where they stand in its graph, and what a caller gives for them.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include <tenon/core/tensor.hpp>
#include <tenon/graph/graph.hpp>
#include <tenon/graph/wiring.hpp>
#include <tenon/op/edges.hpp>
#include <tenon/plan/plan.hpp>

namespace tenon::detail {

/// Elements and extent of an input or output of a network.
template <tensor_type Type>
struct port {
  using value_type = storage_t<Type.type>;
  static constexpr std::size_t size = static_cast<std::size_t>(Type.size());
};

/// Which nodes are inputs, and which make what they give without any.
template <class Nodes>
struct kinds_of_nodes;
template <class... Nodes>
struct kinds_of_nodes<graph<Nodes...>> {
  using inputs = constant_row<bool, is_input_operator<typename Nodes::op>..., false>;
  using sources = constant_row<bool, is_source_operator<typename Nodes::op>..., false>;
};

/// Where inputs and outputs stand among the nodes of a graph.
template <class Graph>
struct ports {
  using self = Graph;
  static constexpr std::size_t size = size_of<Graph>;
  static constexpr std::array<bool, size + 1> is_input = kinds_of_nodes<nodes_of<Graph>>::inputs::value;
  static constexpr std::array<bool, size + 1> is_source = kinds_of_nodes<nodes_of<Graph>>::sources::value;

  static constexpr bool is(std::size_t node, bool input) noexcept {
    return input ? is_input[node] : !is_source[node] && wiring_of<self>.is_output(node);
  }
  static constexpr std::size_t count(bool input) noexcept {
    std::size_t found = 0;
    for (std::size_t i = 0; i < size; ++i) found += is(i, input);
    return found;
  }
  static constexpr std::size_t node_of(bool input, std::size_t index) noexcept {
    for (std::size_t i = 0; i < size; ++i)
      if (is(i, input) && index-- == 0) return i;
    return size;
  }
  template <bool Input, class Indices = std::make_index_sequence<count(Input)>>
  struct list;
  template <bool Input, std::size_t... Indices>
  struct list<Input, std::index_sequence<Indices...>> {
    using type = type_list<port<edges_of<self>[node_of(Input, Indices)].tensor>...>;
  };
};

}  // namespace tenon::detail
