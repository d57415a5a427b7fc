// SPDX-License-Identifier: Apache-2.0
// The rewriting that most passes share: two neighbours become one node. A consteval plan over arrays says which, one
// pack expansion builds the new graph.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include <tenon/core/type_list.hpp>
#include <tenon/graph/graph.hpp>
#include <tenon/graph/wiring.hpp>
#include <tenon/model/network.hpp>
#include <tenon/op/origin.hpp>
#include <tenon/op/edges.hpp>

namespace tenon::detail {

/// The names of a node's inputs, as a type.
template <fixed_string... Names>
struct name_list {};

template <class Left, class Right>
struct concat_names;
template <fixed_string... Left, fixed_string... Right>
struct concat_names<name_list<Left...>, name_list<Right...>> {
  using type = name_list<Left..., Right...>;
};

/// The list without the name at `Slot`.
template <std::size_t Slot, class Names>
struct without_name;
template <fixed_string First, fixed_string... More>
struct without_name<0, name_list<First, More...>> {
  using type = name_list<More...>;
};
template <std::size_t Slot, fixed_string First, fixed_string... More>
  requires(Slot > 0)
struct without_name<Slot, name_list<First, More...>>
    : concat_names<name_list<First>, typename without_name<Slot - 1, name_list<More...>>::type> {};

template <fixed_string Name, class Operator, class Names>
struct node_reading;
template <fixed_string Name, class Operator, fixed_string... Inputs>
struct node_reading<Name, Operator, name_list<Inputs...>> {
  using type = node<Name, Operator, Inputs...>;
};

template <class Node>
struct input_names;
template <fixed_string Name, class Operator, fixed_string... Inputs>
struct input_names<node<Name, Operator, Inputs...>> {
  using type = name_list<Inputs...>;
};

/// `First` and its only reader `Second` as one node with the second's name; it reads what the first read, then the
/// second's other inputs.
template <class Pass, class First, class Second, std::size_t Slot>
struct merge {
  using op = typename Pass::template merged<First, Second>;
  using names = typename concat_names<typename input_names<First>::type,
                                      typename without_name<Slot, typename input_names<Second>::type>::type>::type;
  using type = typename node_reading<Second::name, op, names>::type;
};

/// The common case: the second node reads nothing else.
template <class Pass, fixed_string First, class FirstOp, fixed_string... Inputs, fixed_string Second, class SecondOp,
          fixed_string Between>
struct merge<Pass, node<First, FirstOp, Inputs...>, node<Second, SecondOp, Between>, 0> {
  using op = typename Pass::template merged<node<First, FirstOp, Inputs...>, node<Second, SecondOp, Between>>;
  using type = node<Second, op, Inputs...>;
};

/// For each node the neighbour above it that it swallows, and through which input.
template <std::size_t Nodes>
struct merge_plan {
  std::array<int, Nodes> first{};
  std::array<std::size_t, Nodes> slot{};
  std::array<bool, Nodes> removed{};
  std::array<std::size_t, Nodes> kept{};
  std::size_t kept_count = 0;
};

template <class Pass, class Nodes>
struct first_roles;
template <class Pass, class... Nodes>
struct first_roles<Pass, graph<Nodes...>> {
  using row = constant_row<bool, Pass::template can_be_first<typename Nodes::op>...>;
};
template <class Pass, class Nodes>
struct second_roles;
template <class Pass, class... Nodes>
struct second_roles<Pass, graph<Nodes...>> {
  using row = constant_row<bool, Pass::template can_be_second<typename Nodes::op>...>;
};

/// True if there can be a pair. Most passes find nothing to put second, and then nobody asks which nodes can come
/// first.
template <class Pass, class Graph>
inline constexpr bool has_roles = [] {
  if constexpr (any_of<typename second_roles<Pass, nodes_of<Graph>>::row>{})
    return bool{any_of<typename first_roles<Pass, nodes_of<Graph>>::row>{}};
  else return false;
}();

/// The latest producer that a node can swallow: its input's index, or -1.
template <class Pass, class Graph>
constexpr int slot_to_merge(std::size_t second) {
  const auto& is_first = first_roles<Pass, nodes_of<Graph>>::row::value;
  const auto& is_second = second_roles<Pass, nodes_of<Graph>>::row::value;
  const auto& wires = wiring_of<Graph>;
  int chosen = -1;
  int latest = -1;
  for (int slot = 0; is_second[second] && slot < wires.count(second); ++slot) {
    const int first = wires.source(second, slot);
    const auto node = static_cast<std::size_t>(first);
    if (first <= latest || !is_first[node] || wires.readers[node] != 1) continue;
    if (Pass::template fits<Graph>(node, second, slot)) latest = first, chosen = slot;
  }
  return chosen;
}

template <class Pass, class Graph>
consteval auto plan_merges() {
  constexpr std::size_t size = size_of<Graph>;
  merge_plan<size> plan;
  plan.first.fill(-1);
  std::array<bool, size> swallowing{};
  for (std::size_t i = 0; i < size; ++i) {
    const int slot = slot_to_merge<Pass, Graph>(i);
    if (slot < 0) continue;
    const auto first = static_cast<std::size_t>(wiring_of<Graph>.source(i, slot));
    if (plan.removed[first] || swallowing[first]) continue;  // a node takes part in one merge a round
    plan.first[i] = static_cast<int>(first);
    plan.slot[i] = static_cast<std::size_t>(slot);
    plan.removed[first] = true;
    swallowing[i] = true;
  }
  for (std::size_t i = 0; i < size; ++i)
    if (!plan.removed[i]) plan.kept[plan.kept_count++] = i;
  return plan;
}

template <class Pass, class Graph>
inline constexpr auto merges_of = plan_merges<Pass, Graph>();

/// A node that stays: as it is, or with the neighbour that it swallows.
template <class Pass, class Graph, std::size_t Node, int Swallowed = merges_of<Pass, Graph>.first[Node]>
struct rebuilt_node
    : merge<Pass, at<Graph, std::size_t{Swallowed}>, at<Graph, Node>, merges_of<Pass, Graph>.slot[Node]> {};
template <class Pass, class Graph, std::size_t Node>
struct rebuilt_node<Pass, Graph, Node, -1> {
  using type = at<Graph, Node>;
};

template <class Pass, class Graph, bool Any = has_roles<Pass, Graph>>
struct merge_all {
  using type = Graph;
};

template <class Pass, class Graph, bool Changed>
struct merge_round {
  using type = Graph;
};
template <class Pass, class Graph>
struct merge_round<Pass, Graph, true> {
  static constexpr const auto& plan = merges_of<Pass, Graph>;
  template <std::size_t... Kept>
  static auto rebuild(std::index_sequence<Kept...>) -> graph<typename rebuilt_node<Pass, Graph, plan.kept[Kept]>::type...>;
  using listed = decltype(rebuild(std::make_index_sequence<plan.kept_count>{}));
  /// Merges until there is nothing left to merge, so that the pass changes nothing when it is applied again.
  using type = typename merge_all<Pass, merge_round>::type;
};

template <class Pass, class Graph>
struct merge_all<Pass, Graph, true>
    : merge_round<Pass, Graph, merges_of<Pass, Graph>.kept_count != size_of<Graph>> {};

}  // namespace tenon::detail

namespace tenon {

/// A node's operator, made to find its arrays under the node's present name whatever it is called later.
template <class Node>
using remember_t = typename detail::remember<Node::name, typename Node::op>::type;

/// The network in which a pass has merged every pair of neighbours that it wants merged. The pass says
/// `can_be_first<Operator>`, `can_be_second<Operator>`, `fits<Graph>(first, second, slot)` of the indices of two nodes and
/// of the input through which they are joined, and `merged<FirstNode, SecondNode>`.
template <class Pass, class Network>
using merge_neighbours =
    network<nodes_of<typename detail::merge_all<Pass, typename Network::graph_type>::type>, typename Network::model_type>;

}  // namespace tenon
