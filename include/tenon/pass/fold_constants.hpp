// SPDX-License-Identifier: Apache-2.0
// fold_constants: what depends on constants only becomes a constant.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include <tenon/op/computed.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/pass/rewrite.hpp>

namespace tenon::detail {

template <class Graph>
struct constant_facts;
template <class... Nodes>
struct constant_facts<graph<Nodes...>> {
  using constant = constant_row<bool, holds_constant<typename Nodes::op>...>;
};

/// Which nodes are computed by the compiler, and which are left.
template <std::size_t Nodes>
struct constant_plan {
  std::array<bool, Nodes> folded{};
  std::array<std::size_t, Nodes> kept{};
  std::size_t kept_count = 0;
  bool any = false;
};

/// Real numbers only: integers are made of the folded values by quantize.
template <class Graph>
consteval auto plan_constants() {
  constexpr std::size_t size = size_of<Graph>;
  const auto& wires = wiring_of<Graph>;
  const auto is_real = [](std::size_t node) { return edges_of<Graph>[node].tensor.type == f32; };
  constant_plan<size> plan;
  if constexpr (!any_of<typename constant_facts<nodes_of<Graph>>::constant>{}) return plan;
  auto constant = constant_facts<nodes_of<Graph>>::constant::value;
  std::array<bool, size> needed{};
  for (std::size_t i = 0; i < size; ++i) {
    bool folds = wires.count(i) > 0 && is_real(i) && !wires.is_output(i);
    for (int k = 0; k < wires.count(i); ++k) {
      const auto source = static_cast<std::size_t>(wires.source(i, k));
      folds = folds && constant[source] && is_real(source);
    }
    plan.folded[i] = folds;
    if (folds) constant[i] = plan.any = true;
    for (int k = 0; !folds && k < wires.count(i); ++k) needed[static_cast<std::size_t>(wires.source(i, k))] = true;
  }
  for (std::size_t i = 0; i < size; ++i)
    if (!constant[i] || needed[i] || wires.is_output(i)) plan.kept[plan.kept_count++] = i;
  return plan;
}

template <class Graph>
inline constexpr auto constant_plan_of = plan_constants<Graph>();

template <class Graph, std::size_t Node>
struct folded_node {
  using original = at<Graph, Node>;
  template <std::size_t... Inputs>
  static auto rebuild(std::index_sequence<Inputs...>)
      -> node<original::name,
              tenon::op::computed_<
                  computation<original, typename folded_node<Graph, static_cast<std::size_t>(
                                            wiring_of<Graph>.source(Node, static_cast<int>(Inputs)))>::type...>{},
                  edges_of<Graph>[Node].tensor>>;
  static auto choose() {
    if constexpr (constant_plan_of<Graph>.folded[Node])
      return type_identity<decltype(rebuild(std::make_index_sequence<original::input_count>{}))>{};
    else return type_identity<original>{};
  }
  using type = typename decltype(choose())::type;
};

template <class Graph, class Indices>
struct with_folded_constants;
template <class Graph, std::size_t... Kept>
struct with_folded_constants<Graph, std::index_sequence<Kept...>> {
  using type = graph<typename folded_node<Graph, constant_plan_of<Graph>.kept[Kept]>::type...>;
};

template <class Graph, bool Any = constant_plan_of<Graph>.any>
struct fold_constants_if_any {
  using type = Graph;
};
template <class Graph>
struct fold_constants_if_any<Graph, true>
    : with_folded_constants<Graph, std::make_index_sequence<constant_plan_of<Graph>.kept_count>> {};

}  // namespace tenon::detail

namespace tenon::pass {

/// Turns every node whose inputs are all constants into a constant of the same name, which the reference backend computes
/// in the compiler. Outputs of the network stay nodes.
struct fold_constants {
  template <class Network>
  using apply =
      network<typename detail::fold_constants_if_any<typename Network::graph_type>::type, typename Network::model_type>;
};

}  // namespace tenon::pass
