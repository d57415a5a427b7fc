// SPDX-License-Identifier: Apache-2.0
// remove_identities: nodes that leave every value as it is go away.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <utility>

#include <tenon/op/concept.hpp>
#include <tenon/pass/rewrite.hpp>

namespace tenon::detail {

/// Whether an operator leaves its inputs as they are; null if it never does.
using identity_rule = bool(std::span<const edge_type>) noexcept;

template <class Operator>
consteval identity_rule* identity_rule_of() {
  if constexpr (may_be_identity<Operator>) return &Operator::is_identity;
  else return nullptr;
}

template <class Nodes>
struct identity_facts;
template <class... Nodes>
struct identity_facts<graph<Nodes...>> {
  static constexpr std::array<identity_rule*, sizeof...(Nodes)> rules{identity_rule_of<typename Nodes::op>()...};
  /// Inputs, constants and states keep their names: the caller, the weights and assignments know them by these.
  using named_outside =
      constant_row<bool, (reads_input<typename Nodes::op> || holds_constant<typename Nodes::op> ||
                          holds_state<typename Nodes::op>)...>;
};

/// For each node the node whose operator takes its place, and the edge that its readers read instead of its own.
template <std::size_t Nodes>
struct identity_plan {
  std::array<std::size_t, Nodes> made_by{};
  std::array<std::size_t, Nodes> read_as{};
  std::array<std::size_t, Nodes> kept{};
  std::size_t kept_count = 0;
};

/// Which nodes leave their inputs as they are.
template <std::size_t Nodes>
struct identity_marks {
  std::array<bool, Nodes> of{};
  bool any = false;
};

template <class Graph>
consteval auto find_identities() {
  identity_marks<size_of<Graph>> found;
  for (std::size_t i = 0; i < found.of.size(); ++i) {
    identity_rule* const is_identity = identity_facts<nodes_of<Graph>>::rules[i];
    if (is_identity == nullptr) continue;
    const auto inputs = read_by<widest<Graph>()>(i, edges_of<Graph>.types, wiring_of<Graph>);
    found.of[i] = is_identity(std::span{inputs}.first(static_cast<std::size_t>(wiring_of<Graph>.count(i))));
    found.any = found.any || found.of[i];
  }
  return found;
}

template <class Graph>
consteval auto plan_identities() {
  constexpr std::size_t size = size_of<Graph>;
  const auto& wires = wiring_of<Graph>;
  const auto found = find_identities<Graph>();
  const std::array<bool, size>& identity = found.of;
  const auto& named_outside = identity_facts<nodes_of<Graph>>::named_outside::value;
  identity_plan<size> plan;
  if (!found.any) {
    plan.kept_count = size;
    return plan;
  }
  std::array<bool, size> removed{};
  std::array<int, size> readers{};
  const auto source = [&](std::size_t node, int input) {
    return plan.read_as[static_cast<std::size_t>(wires.source(node, input))];
  };
  for (std::size_t i = 0; i < size; ++i) {
    removed[i] = identity[i] && !wires.is_output(i);
    plan.made_by[i] = i;
    plan.read_as[i] = removed[i] ? source(i, 0) : i;
    for (int k = 0; !removed[i] && k < wires.count(i); ++k) ++readers[source(i, k)];
  }
  for (std::size_t i = 0; i < size; ++i) {
    if (!identity[i] || !wires.is_output(i)) continue;
    const std::size_t producer = source(i, 0);
    if (readers[producer] != 1 || named_outside[producer]) continue;
    plan.made_by[i] = producer;
    removed[producer] = true;
  }
  for (std::size_t i = 0; i < size; ++i)
    if (!removed[i]) plan.kept[plan.kept_count++] = i;
  return plan;
}

template <class Graph>
inline constexpr auto identity_plan_of = plan_identities<Graph>();

/// The producer of an output under the output's name. An encoding that was bound to its own name goes with it.
template <class Model, class Producer, class Output>
struct renamed_producer {
  static constexpr encoding own = Model::encodings_type::find(Producer::name.view());
  static constexpr bool carry = own.known() && !Model::encodings_type::find(Output::name.view()).known() &&
                                encoding_rule_of<typename Producer::op>() == encoding_rule::calibrated &&
                                !carries<typename Producer::op, encoded>;
  static auto choose() {
    if constexpr (carry) return with_attribute<remember_t<Producer>, encoded{own}>{};
    else return remember_t<Producer>{};
  }
  using type = decltype(choose());
};

template <class Network, std::size_t Node>
struct node_past_identities {
  using graph_type = typename Network::graph_type;
  static constexpr const auto& plan = identity_plan_of<graph_type>;
  static constexpr const auto& wires = wiring_of<graph_type>;
  static constexpr std::size_t maker = plan.made_by[Node];
  using original = at<graph_type, Node>;
  using made_by = at<graph_type, maker>;

  static auto operator_of() {
    if constexpr (maker == Node) return type_identity<typename original::op>{};
    else return type_identity<typename renamed_producer<typename Network::model_type, made_by, original>::type>{};
  }
  template <std::size_t... Inputs>
  static auto rebuild(std::index_sequence<Inputs...>) -> node<
      original::name, typename decltype(operator_of())::type,
      at<graph_type, plan.read_as[static_cast<std::size_t>(wires.source(maker, static_cast<int>(Inputs)))]>::name...>;
  using type = decltype(rebuild(std::make_index_sequence<made_by::input_count>{}));
};

template <class Network, class Indices>
struct without_identities;
template <class Network, std::size_t... Kept>
struct without_identities<Network, std::index_sequence<Kept...>> {
  using type = network<graph<typename node_past_identities<
                           Network, identity_plan_of<typename Network::graph_type>.kept[Kept]>::type...>,
                       typename Network::model_type>;
};

template <class Network, bool Any = identity_plan_of<typename Network::graph_type>.kept_count != Network::size>
struct remove_identities_if_any {
  using type = Network;
};
template <class Network>
struct remove_identities_if_any<Network, true>
    : without_identities<Network, std::make_index_sequence<identity_plan_of<typename Network::graph_type>.kept_count>> {};

}  // namespace tenon::detail

namespace tenon::pass {

/// Removes nodes whose operators say that they leave their input as it is; readers read the input instead. A removed
/// output of the network leaves its name to the node that makes its values, unless that node is an input, a
/// constant or a state or has other readers: then the identity stays.
struct remove_identities {
  template <class Network>
  using apply = typename detail::remove_identities_if_any<Network>::type;
};

}  // namespace tenon::pass
