// SPDX-License-Identifier: Apache-2.0
// infer_shapes: attributes that depend on shapes get their numbers, so that later passes can add to them.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <utility>

#include <tenon/op/concept.hpp>
#include <tenon/pass/rewrite.hpp>

namespace tenon::detail {

/// An operator can say what its attributes are for given inputs: `resolved(inputs)`, as a padding in numbers.
template <class Operator>
concept resolves_padding = requires(std::span<const edge_type> inputs) {
  { Operator::resolved_padding(inputs) } -> std::same_as<padding>;
};

/// Carries a padding that is not given in numbers yet.
template <class Operator>
concept carries_same_padding = resolves_padding<Operator> && (attribute_of<Operator>(valid_padding).same);

using padding_rule = padding(std::span<const edge_type>) noexcept;

template <class Operator>
consteval padding_rule* padding_rule_of() {
  if constexpr (carries_same_padding<Operator>) return &Operator::resolved_padding;
  else return [](std::span<const edge_type>) noexcept { return valid_padding; };
}

template <class Nodes>
struct padding_facts;
template <class... Nodes>
struct padding_facts<graph<Nodes...>> {
  using same = constant_row<bool, carries_same_padding<typename Nodes::op>...>;
  static constexpr std::array<padding_rule*, sizeof...(Nodes)> rules{padding_rule_of<typename Nodes::op>()...};
};

/// The padding of every node, in numbers.
template <class Graph>
consteval auto resolve_paddings() {
  std::array<padding, size_of<Graph>> paddings{};
  for (std::size_t i = 0; i < paddings.size(); ++i)
    if (padding_facts<nodes_of<Graph>>::same::value[i])
      paddings[i] = padding_facts<nodes_of<Graph>>::rules[i](
          read_by<widest<Graph>()>(i, edges_of<Graph>.types, wiring_of<Graph>));
  return paddings;
}

template <class Graph>
inline constexpr auto paddings_of = resolve_paddings<Graph>();

template <class Node, bool Same, padding Around>
struct resolved_node {
  using type = Node;
};
template <fixed_string Name, class Operator, fixed_string... Inputs, padding Around>
struct resolved_node<node<Name, Operator, Inputs...>, true, Around> {
  using type = node<Name, with_attribute<Operator, Around>, Inputs...>;
};

template <class Graph, class Nodes = nodes_of<Graph>, class Indices = std::make_index_sequence<size_of<Graph>>>
struct resolve_nodes;
template <class Graph, class... Nodes, std::size_t... Indices>
struct resolve_nodes<Graph, graph<Nodes...>, std::index_sequence<Indices...>> {
  using type = graph<typename resolved_node<Nodes, padding_facts<graph<Nodes...>>::same::value[Indices],
                                            paddings_of<Graph>[Indices]>::type...>;
};

}  // namespace tenon::detail

namespace tenon::pass {

/// Infers the tensor type of every edge and turns `same` padding into rows and columns.
struct infer_shapes {
  template <class Network>
  using apply =
      network<typename detail::resolve_nodes<typename Network::graph_type>::type, typename Network::model_type>;
};

}  // namespace tenon::pass
