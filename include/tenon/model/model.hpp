// SPDX-License-Identifier: Apache-2.0
// A model: a topology with its trained arrays, its encodings and the policies of its numbers.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>

#include <tenon/graph/value.hpp>
#include <tenon/model/encodings.hpp>
#include <tenon/model/policy.hpp>
#include <tenon/model/weights.hpp>
#include <tenon/op/edges.hpp>

namespace tenon {

namespace detail {

template <class Type>
inline constexpr bool is_graph = named_list<Type>;
template <class... Nodes>
inline constexpr bool is_graph<graph<Nodes...>> = true;
template <class Graph, fixed_string Name>
inline constexpr bool is_graph<value<Graph, Name>> = true;

/// What can be a model's network, its weights and its encodings.
template <class Topology>
concept is_network = is_graph<Topology> || requires { Topology::graph(); };
template <class Weights>
concept are_weights = requires(std::string_view name) { Weights::find(name, name); };
template <class Encodings>
concept are_encodings = requires(std::string_view name) {
  Encodings::size;
  { Encodings::find(name) } -> std::same_as<encoding>;
};

/// The graph of a topology under the topology's name.
template <class Topology>
struct graph_as_written {
  using listed = graph_of<Topology>;
  static constexpr std::size_t size = listed::size;
};

}  // namespace detail

/// What is computed: `model<keyword_spotter, kws::weights, kws::encodings>`. Without encodings it stays in real
/// numbers. Policies, in any order: rounding::tflite or rounding::float32, keep<f32, "name">, border<i8>,
/// activations<i16>, quantize_weights<...>, pipeline<...>.
template <class Topology, class Weights = weights<>, class Encodings = encodings<>, class... Policies>
struct model {
  static_assert((detail::is_policy<Policies> && ...),
                "tenon: a model has an argument that is no policy; use rounding::..., keep<...>, border<...>, "
                "activations<...>, quantize_weights<...> or pipeline<...>");
  static_assert(detail::at_most_one<detail::is_rounding, Policies...> &&
                    detail::at_most_one<detail::is_border, Policies...> &&
                    detail::at_most_one<detail::is_activation_choice, Policies...> &&
                    detail::at_most_one<detail::is_weight_quantizer, Policies...> &&
                    detail::at_most_one<detail::is_pipeline, Policies...>,
                "tenon: a model has two policies that decide the same; leave one of rounding::..., border<...>, "
                "activations<...>, quantize_weights<...> and pipeline<...>");
  using topology = Topology;
  using graph_type = detail::graph_as_written<Topology>;
  using weights_type = Weights;
  using encodings_type = std::conditional_t<detail::are_encodings<Encodings>, Encodings, encodings<>>;
  using rounding = typename detail::first_policy<detail::is_rounding, tenon::rounding::tflite, Policies...>::type;
  /// The passes to use instead of the default ones, or void.
  using lowering = typename detail::first_policy<detail::is_pipeline, void, Policies...>::type;

  static constexpr bool quantized = encodings_type::size > 0;
  static constexpr element border_type = detail::first_policy<detail::is_border, border<f32>, Policies...>::type::type;
  static constexpr element activation_type =
      detail::first_policy<detail::is_activation_choice, activations<i8>, Policies...>::type::activation_type;
  static constexpr weight_scheme scheme =
      detail::first_policy<detail::is_weight_quantizer, quantize_weights<weight_scheme{}>, Policies...>::type::scheme;

  /// True if a policy keeps the node in real numbers.
  static constexpr bool keeps([[maybe_unused]] std::string_view name) noexcept {
    return (detail::keeps_name<Policies>(name) || ...);
  }
};

namespace detail {

/// Weights that can say which arrays they hold.
template <class Weights>
concept lists_arrays = requires { Weights::bound_arrays.size(); };

/// Encodings that can say of which edges they are.
template <class Encodings>
concept lists_encodings = requires { Encodings::bound_encodings.size(); };

/// Weights or encodings with names of nodes that this network lacks, which say so: `static constexpr bool
/// serves_other_networks = true`.
template <class Bound>
concept serves_other_networks = requires { requires Bound::serves_other_networks; };

template <class Weights>
consteval std::size_t count_arrays() {
  if constexpr (lists_arrays<Weights>) return Weights::bound_arrays.size();
  else return 0;
}

/// How many numbers are bound to a parameter of a node; those of weights that list their arrays are marked as asked for.
template <class Weights, std::size_t Arrays>
consteval std::size_t ask_for(std::string_view node, std::string_view parameter,
                              [[maybe_unused]] std::array<bool, Arrays>& asked) {
  if constexpr (lists_arrays<Weights>) {
    const std::size_t at = Weights::index_of(node, parameter);
    if (at >= Arrays) return 0;
    asked[at] = true;
    return Weights::bound_arrays[at].values.size() + Weights::bound_arrays[at].integers.size();
  } else {
    return Weights::find(node, parameter).size() + find_integers_in<Weights>(node, parameter).size();
  }
}

/// Asks an operator what arrays it needs; null if it never needs any.
using parameter_rule = parameter_list(std::span<const edge_type>) noexcept;

template <class Operator>
consteval parameter_rule* parameter_rule_of() {
  if constexpr (has_parameters<Operator>) return &Operator::parameters_for;
  else return nullptr;
}

template <class Graph>
struct parameters_of_nodes;
template <class... Nodes>
struct parameters_of_nodes<graph<Nodes...>> {
  static constexpr std::array<parameter_rule*, sizeof...(Nodes)> value{parameter_rule_of<typename Nodes::op>()...};
};
template <named_list Graph>
struct parameters_of_nodes<Graph> : parameters_of_nodes<typename Graph::listed> {};

/// The first bound array that is not among those of which `asked` says that a node has asked for them.
template <class Weights, std::size_t Arrays>
consteval fault first_unasked(const std::array<bool, Arrays>& asked) {
  for (std::size_t i = 0; i < Arrays; ++i)
    if (!asked[i]) return {fault_kind::unknown_parameter, -1, Weights::bound_arrays[i].name};
  return {};
}

template <class Graph, class Weights>
consteval fault parameter_fault() {
  const auto& wires = wiring_of<Graph>;
  std::array<bool, count_arrays<Weights>()> asked{};
  for (std::size_t i = 0; i < size_of<Graph>; ++i) {
    parameter_rule* const list_parameters = parameters_of_nodes<Graph>::value[i];
    if (list_parameters == nullptr) continue;
    const auto inputs = read_by<widest<Graph>()>(i, edges_of<Graph>.types, wires);
    for (const parameter& wanted : list_parameters(inputs)) {
      const std::size_t size = ask_for<Weights>(name_at<Graph>(i), wanted.name, asked);
      if (size == 0 && wanted.required) return {fault_kind::missing_parameter, static_cast<int>(i), wanted.name};
      if (size != 0 && size != static_cast<std::size_t>(wanted.size))
        return {fault_kind::wrong_parameter_size, static_cast<int>(i), wanted.name};
    }
  }
  if constexpr (lists_arrays<Weights> && !serves_other_networks<Weights>) return first_unasked<Weights>(asked);
  else return {};
}

/// The first encoding that no node finds under its name: of an unknown edge, or an edge's second one.
template <class Graph, class Encodings>
consteval fault encoding_name_fault() {
  if constexpr (lists_encodings<Encodings> && !serves_other_networks<Encodings>) {
    std::array<bool, Encodings::size> found{};
    for (const node_names* node : names_of<Graph>::value) {
      const int row = Encodings::row_of(node->hash, node->name);
      if (row >= 0) found[static_cast<std::size_t>(row)] = true;
    }
    for (std::size_t row = 0; row < Encodings::size; ++row)
      if (!found[row]) return {fault_kind::unknown_name, -1, Encodings::bound_encodings[row].name};
  }
  return {};
}

/// The first name that a policy keeps in real numbers and that no node has.
template <class Graph, class Policy>
consteval fault kept_name_fault() {
  if constexpr (keeps<Policy>)
    for (const std::string_view name : Policy::names)
      if (index_of<Graph>(name) == unknown_node) return {fault_kind::unknown_name, -1, name};
  return {};
}

template <class Graph, class Encodings, class... Policies>
consteval fault name_fault() {
  fault found = encoding_name_fault<Graph, Encodings>();
  ((found = found ? found : kept_name_fault<Graph, Policies>()), ...);
  return found;
}

template <class Topology, class Weights, class Encodings, class... Policies>
consteval fault model_fault() {
  if constexpr (!is_network<Topology> || !are_weights<Weights> || !are_encodings<Encodings>) {
    return {fault_kind::wrong_arguments};
  } else {
    using written = graph_as_written<Topology>;
    const fault problem = topology_fault<written>();
    if (problem) return problem;
    const fault misnamed = name_fault<written, Encodings, Policies...>();
    if (misnamed) return misnamed;
    return parameter_fault<written, Weights>();
  }
}

}  // namespace detail

/// What is wrong with a model: its arguments, its topology's fault, a name that no node has, or an array that is missing or has the wrong
/// size.
template <class Topology, class Weights, class Encodings, class... Policies>
inline constexpr fault fault_of<model<Topology, Weights, Encodings, Policies...>> =
    detail::model_fault<Topology, Weights, Encodings, Policies...>();

}  // namespace tenon
