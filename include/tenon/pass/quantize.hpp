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
#include <tenon/pass/quantize_plan.hpp>
#include <tenon/pass/rewrite.hpp>

namespace tenon::detail {

/// The encoding bound to a node's name, or else the one that the operator knows for itself.
template <class Model, class Node>
constexpr encoding code_for() noexcept {
  constexpr encoding bound = Model::encodings_type::find(Node::name.view());
  if constexpr (!bound.known() && encodes_itself<typename Node::op>)
    return Node::op::encoding_for(source_of<typename Model::weights_type, Node>({}));
  else return bound;
}

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

template <bool Wanted, class Operator, auto Attribute>
struct with_attribute_if {
  using type = Operator;
};
template <class Operator, auto Attribute>
struct with_attribute_if<true, Operator, Attribute> {
  using type = with_attribute<Operator, Attribute>;
};

/// The operator of a node that computes with integers: with the encoding of its result, where the rule asks for a
/// calibrated one, and with the scheme of its weights. A node that leaves its name to real numbers remembers it.
template <class Model, class Node, bool Renamed>
struct integer_operator {
  using op = typename Node::op;
  static constexpr encoding code = code_for<Model, Node>();
  static constexpr bool needs_code =
      !carries<op, encoded> && encoding_rule_of<op>() == encoding_rule::calibrated && code.known();
  static constexpr bool needs_scheme = absorbs_affine<op> && !(Model::scheme.per_channel && !Model::scheme.affine);
  using coded = typename with_attribute_if<needs_code, op, encoded{code}>::type;
  using with_scheme = typename with_attribute_if<needs_scheme, coded, Model::scheme>::type;
  using named = typename std::conditional_t<Renamed, remember<Node::name, with_scheme>, type_identity<with_scheme>>::type;
  using type = typename with_integer_elements<Model, named>::type;
};

template <class Node, spelling How>
inline constexpr const auto& name_as = Node::name;
template <class Node>
inline constexpr auto name_as<Node, spelling::quantized> = Node::name + fixed_string{".quantized"};
template <class Node>
inline constexpr auto name_as<Node, spelling::real> = Node::name + fixed_string{".real"};

/// A node as it computes after quantization.
template <class Network, std::size_t Index>
struct quantized_node {
  using graph_type = typename Network::graph_type;
  using original = at<graph_type, Index>;
  static constexpr const auto& plan = quantize_plan_of<Network>;
  static constexpr const auto& wires = wiring_of<graph_type>;
  using op = typename std::conditional_t<
      plan.result[Index] == domain::integer,
      integer_operator<typename Network::model_type, original, plan.gives_real_output[Index]>,
      type_identity<typename original::op>>::type;

  template <std::size_t... Inputs>
  static auto build(std::index_sequence<Inputs...>)
      -> node<name_as<original, plan.own_name(Index)>, op,
              name_as<at<graph_type, static_cast<std::size_t>(wires.source(Index, static_cast<int>(Inputs)))>,
                      plan.reads[wires.first[Index] + Inputs]>...>;
  using type = decltype(build(std::make_index_sequence<original::input_count>{}));
};

/// The node with the conversion of its result, if a reader needs one.
template <class Network, std::size_t Index, bool ToInteger = quantize_plan_of<Network>.to_integer[Index],
          bool ToReal = quantize_plan_of<Network>.to_real[Index]>
struct quantized_nodes {
  using type = type_list<typename quantized_node<Network, Index>::type>;
};
template <class Network, std::size_t Index, bool ToReal>
struct quantized_nodes<Network, Index, true, ToReal> {
  using model_type = typename Network::model_type;
  using original = at<typename Network::graph_type, Index>;
  using conversion =
      typename conversion_to_integers<model_type, typename original::op, code_for<model_type, original>()>::type;
  using type = type_list<typename quantized_node<Network, Index>::type,
                         node<name_as<original, spelling::quantized>, conversion, original::name>>;
};
template <class Network, std::size_t Index>
struct quantized_nodes<Network, Index, false, true> {
  using original = at<typename Network::graph_type, Index>;
  static constexpr const auto& plan = quantize_plan_of<Network>;
  using type = type_list<typename quantized_node<Network, Index>::type,
                         node<name_as<original, plan.real_name(Index)>, tenon::op::dequantize_<>,
                              name_as<original, plan.integer_name(Index)>>>;
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
    : concat_nodes<typename quantized_nodes<Network, Indices>::type...> {};

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
