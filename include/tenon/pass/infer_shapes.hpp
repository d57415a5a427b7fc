// SPDX-License-Identifier: Apache-2.0
// infer_shapes: attributes that depend on shapes get their numbers, so that later passes can add to them.
#pragma once

#include <cstddef>
#include <utility>

#include <tenon/op/concept.hpp>
#include <tenon/pass/rewrite.hpp>

namespace tenon::detail {

/// An operator can say what its attributes are for given inputs: `resolved(inputs)`, as a padding in numbers.
template <class Operator>
concept resolves_padding = requires(std::span<const edge_type> inputs) {
  { Operator::resolved_padding(inputs) } -> std::same_as<padding>;
};

template <class Graph, std::size_t Node>
struct resolved_node {
  using type = at<Graph, Node>;
};
template <class Graph, std::size_t Node>
  requires resolves_padding<typename at<Graph, Node>::op> && (attribute_of<typename at<Graph, Node>::op>(valid_padding).same)
struct resolved_node<Graph, Node> {
  using original = at<Graph, Node>;
  using op = with_attribute<typename original::op, original::op::resolved_padding(inputs_of<Graph, Node>)>;
  using type = typename node_reading<original::name, op, typename input_names<original>::type>::type;
};

template <class Graph, class Indices>
struct resolve_nodes;
template <class Graph, std::size_t... Nodes>
struct resolve_nodes<Graph, std::index_sequence<Nodes...>> {
  using type = graph<typename resolved_node<Graph, Nodes>::type...>;
};

}  // namespace tenon::detail

namespace tenon::pass {

/// Infers the tensor type of every edge and turns `same` padding into rows and columns.
struct infer_shapes {
  template <class Network>
  using apply = network<typename detail::resolve_nodes<typename Network::graph_type,
                                                       std::make_index_sequence<Network::size>>::type,
                        typename Network::model_type>;
};

}  // namespace tenon::pass
