// SPDX-License-Identifier: Apache-2.0
// quantize: nodes compute with integers where the model has encodings; conversions are inserted where real numbers meet them.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include <tenon/model/source.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/conversion.hpp>
#include <tenon/pass/rewrite.hpp>

namespace tenon::detail {

/// In which numbers a node's result comes.
enum class domain : unsigned char {
  real,     ///< f32
  integer,  ///< int8 or int16 with an encoding
  other,    ///< indices, or what the graph had quantized before
};

template <class Operator>
concept converts_numbers = requires { requires Operator::converts; };

/// What the plan asks of one node.
struct quantize_facts {
  bool input;
  bool constant;
  bool assigns;
  bool converts;
  bool integer_result;
  bool kept;
};

template <class Model, class Nodes>
struct quantize_facts_of;
template <class Model, class... Nodes>
struct quantize_facts_of<Model, graph<Nodes...>> {
  static constexpr std::array<quantize_facts, sizeof...(Nodes)> value{quantize_facts{
      reads_input<typename Nodes::op>, holds_constant<typename Nodes::op>, assigns_state<typename Nodes::op>,
      converts_numbers<typename Nodes::op>,
      encoding_rule_of<typename Nodes::op>() != encoding_rule::none,
      Model::keeps(Nodes::name.view()) || Model::keeps(parameter_name_of<typename Nodes::op>(Nodes::name.view()))}...};
};

/// Domain of every node's result, and the conversions that its readers need.
template <std::size_t Nodes>
struct quantize_plan {
  std::array<domain, Nodes> result{};
  std::array<bool, Nodes> to_integer{};
  std::array<bool, Nodes> to_real{};
};

/// True if a reader of the node computes with integers.
template <std::size_t Nodes, std::size_t Inputs>
consteval bool has_integer_reader(const wiring<Nodes, Inputs>& wires, const std::array<domain, Nodes>& result,
                                  std::size_t node) {
  for (std::size_t reader = node + 1; reader < Nodes; ++reader)
    for (int k = 0; k < wires.count(reader); ++k)
      if (wires.source(reader, k) == static_cast<int>(node) && result[reader] == domain::integer) return true;
  return false;
}

template <class Network>
consteval auto plan_quantize() {
  using graph_type = typename Network::graph_type;
  using model_type = typename Network::model_type;
  const auto& wires = wiring_of<graph_type>;
  const auto& facts = quantize_facts_of<model_type, nodes_of<graph_type>>::value;
  quantize_plan<size_of<graph_type>> plan;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const bool real = edges_of<graph_type>[i].tensor.type == f32;
    if (facts[i].assigns) plan.result[i] = plan.result[static_cast<std::size_t>(wires.source(i, 1))];
    else if (!real || !facts[i].integer_result) plan.result[i] = real ? domain::real : domain::other;
    else if (facts[i].converts || facts[i].kept) plan.result[i] = domain::real;
    else if (facts[i].input) plan.result[i] = is_quantized(model_type::border_type) ? domain::integer : domain::real;
    else plan.result[i] = domain::integer;
  }
  // A constant that only real numbers meet stays exact.
  for (std::size_t i = 0; i < facts.size(); ++i)
    if (facts[i].constant && plan.result[i] == domain::integer && !has_integer_reader(wires, plan.result, i))
      plan.result[i] = domain::real;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (facts[i].converts || plan.result[i] == domain::other) continue;
    for (int k = 0; k < wires.count(i); ++k) {
      const auto source = static_cast<std::size_t>(wires.source(i, k));
      if (plan.result[source] == domain::real && plan.result[i] == domain::integer) plan.to_integer[source] = true;
      if (plan.result[source] == domain::integer && plan.result[i] == domain::real) plan.to_real[source] = true;
    }
  }
  for (std::size_t i = 0; i < facts.size(); ++i)
    if (wires.is_output(i) && plan.result[i] == domain::integer && model_type::border_type == f32) plan.to_real[i] = true;
  return plan;
}

template <class Network>
inline constexpr auto quantize_plan_of = plan_quantize<Network>();

/// The encoding bound to a node's name, or else the one that the operator knows for itself.
template <class Model, class Node>
constexpr encoding code_for() noexcept {
  constexpr encoding bound = Model::encodings_type::find(Node::name.view());
  if constexpr (!bound.known() && encodes_itself<typename Node::op>)
    return Node::op::encoding_for(source_of<typename Model::weights_type, Node>({}));
  else return bound;
}

/// The operator with the encoding of its result, where the rule asks for a calibrated one, and the scheme of its weights.
template <class Model, class Node, domain Domain>
struct quantized_operator {
  using type = typename Node::op;
};
template <class Model, class Node>
struct quantized_operator<Model, Node, domain::integer> {
  static constexpr encoding code = code_for<Model, Node>();
  static constexpr auto choose() {
    using op = typename Node::op;
    if constexpr (carries<op, encoded> || encoding_rule_of<op>() != encoding_rule::calibrated || !code.known())
      return type_identity<op>{};
    else return type_identity<with_attribute<op, encoded{code}>>{};
  }
  static constexpr auto choose_scheme() {
    using op = typename decltype(choose())::type;
    if constexpr (absorbs_affine<op> && !(Model::scheme.per_channel && !Model::scheme.affine))
      return type_identity<with_attribute<op, Model::scheme>>{};
    else return type_identity<op>{};
  }
  using type = typename decltype(choose_scheme())::type;
};

/// Inputs, constants and states hold integer elements themselves: those of the model's activations, or those that an
/// attribute names.
template <class Model, class Operator>
struct with_integer_elements {
  using type = Operator;
};
template <class Model, class Operator>
  requires reads_input<Operator> || holds_constant<Operator> || holds_state<Operator>
struct with_integer_elements<Model, Operator> {
  static constexpr tensor_type given = attribute_of<Operator>(tensor_type{});
  using type = with_attribute<Operator, tensor_type{attribute_of<Operator>(Model::activation_type), given.extents}>;
};

/// The conversion to integers of what a node makes: to int8 unless the model or an attribute of the node says otherwise.
template <class Model, class Operator, encoding Code>
struct conversion_to_integers {
  using type = tenon::op::quantize_<encoded{Code}>;
};
template <class Model, class Operator, encoding Code>
  requires(attribute_of<Operator>(Model::activation_type) != i8)
struct conversion_to_integers<Model, Operator, Code> {
  using type = tenon::op::quantize_<attribute_of<Operator>(Model::activation_type), encoded{Code}>;
};

template <class Network, std::size_t Index>
struct quantized_nodes {
  using graph_type = typename Network::graph_type;
  using model_type = typename Network::model_type;
  using original = at<graph_type, Index>;
  static constexpr const auto& plan = quantize_plan_of<Network>;
  static constexpr domain own = plan.result[Index];
  static constexpr bool gives_real_output =
      own == domain::integer && wiring_of<graph_type>.is_output(Index) && model_type::border_type == f32;

  static constexpr auto integer_name() {
    if constexpr (own == domain::integer && !gives_real_output) return original::name;
    else return original::name + fixed_string{".quantized"};
  }
  static constexpr auto real_name() {
    if constexpr (own == domain::integer && !gives_real_output) return original::name + fixed_string{".real"};
    else return original::name;
  }
  /// The name that a reader in `Domain` uses for this result.
  template <domain Domain>
  static constexpr auto name_for() {
    if constexpr (own == domain::other) return original::name;
    else if constexpr (Domain == domain::integer) return integer_name();
    else if constexpr (Domain == domain::real) return real_name();
    else if constexpr (own == domain::integer) return integer_name();
    else return original::name;
  }

  using op = typename quantized_operator<model_type, original, own>::type;
  template <class Operator>
  static auto renamed_operator() {
    if constexpr (gives_real_output) return type_identity<typename remember<original::name, Operator>::type>{};
    else return type_identity<Operator>{};
  }
  static auto final_operator() {
    using held = typename decltype(renamed_operator<op>())::type;
    if constexpr (own == domain::integer) return typename with_integer_elements<model_type, held>::type{};
    else return held{};
  }
  /// Conversions written by hand read what they always read.
  static constexpr domain reads = converts_numbers<typename original::op> ? domain::other : own;

  template <std::size_t... Inputs>
  static auto main_node(std::index_sequence<Inputs...>) {
    constexpr auto own_name = [] {
      if constexpr (own == domain::integer) return integer_name();
      else return original::name;
    }();
    return node<own_name, decltype(final_operator()),
                quantized_nodes<Network, static_cast<std::size_t>(wiring_of<graph_type>.source(Index, Inputs))>::
                    template name_for<reads>()...>{};
  }
  using main = decltype(main_node(std::make_index_sequence<original::input_count>{}));

  static constexpr encoding code = code_for<model_type, original>();
  using conversion = typename conversion_to_integers<model_type, typename original::op, code>::type;
  static auto all() {
    if constexpr (plan.to_integer[Index])
      return type_list<main, node<integer_name(), conversion, original::name>>{};
    else if constexpr (plan.to_real[Index])
      return type_list<main, node<real_name(), tenon::op::dequantize_<>, integer_name()>>{};
    else return type_list<main>{};
  }
};

template <class... Lists>
struct concat_nodes;
template <class... Nodes>
struct concat_nodes<type_list<Nodes...>> {
  using type = graph<Nodes...>;
};
template <class... A, class... B, class... C, class... D, class... More>
struct concat_nodes<type_list<A...>, type_list<B...>, type_list<C...>, type_list<D...>, More...>
    : concat_nodes<type_list<A..., B..., C..., D...>, More...> {};
template <class... A, class... B, class... C>
struct concat_nodes<type_list<A...>, type_list<B...>, type_list<C...>> : concat_nodes<type_list<A..., B..., C...>> {};
template <class... A, class... B>
struct concat_nodes<type_list<A...>, type_list<B...>> : concat_nodes<type_list<A..., B...>> {};

template <class Network, class Indices>
struct quantize_network;
template <class Network, std::size_t... Indices>
struct quantize_network<Network, std::index_sequence<Indices...>>
    : concat_nodes<decltype(quantized_nodes<Network, Indices>::all())...> {};

template <class Network, bool Quantized = Network::model_type::quantized>
struct quantize_if {
  using type = Network;
};
template <class Network>
struct quantize_if<Network, true> {
  using type = network<typename quantize_network<Network, std::make_index_sequence<Network::size>>::type,
                       typename Network::model_type>;
};

}  // namespace tenon::detail

namespace tenon::pass {

/// Makes int8, or what the model's activations are, of every node that is not kept, where the model has encodings; without encodings nothing changes. Edges
/// between real and integer nodes get a quantize or dequantize node ("x.quantized", "x.real"); outputs keep their names.
struct quantize {
  template <class Network>
  using apply = typename detail::quantize_if<Network>::type;
};

}  // namespace tenon::pass
