// SPDX-License-Identifier: Apache-2.0
// Which nodes of a network compute with integers, and where conversions are needed between them and real numbers.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include <tenon/graph/wiring.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/edges.hpp>
#include <tenon/op/origin.hpp>

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

/// How the name of a result is written where it is used: as the graph has it, or with what a conversion adds to it.
enum class spelling : unsigned char { plain, quantized, real };

/// Domain of every node's result, and the conversions that its readers need.
template <std::size_t Nodes, std::size_t Inputs>
struct quantize_plan {
  std::array<domain, Nodes> result{};
  std::array<bool, Nodes> to_integer{};
  std::array<bool, Nodes> to_real{};
  /// Integers that leave the network as real numbers: these have the name, and the node another one.
  std::array<bool, Nodes> gives_real_output{};
  /// The names that nodes read, in the order of `wiring`.
  std::array<spelling, Inputs + 1> reads{};

  constexpr bool is_named_after_integers(std::size_t node) const noexcept {
    return result[node] == domain::integer && !gives_real_output[node];
  }
  constexpr spelling integer_name(std::size_t node) const noexcept {
    return is_named_after_integers(node) ? spelling::plain : spelling::quantized;
  }
  constexpr spelling real_name(std::size_t node) const noexcept {
    return is_named_after_integers(node) ? spelling::real : spelling::plain;
  }
  constexpr spelling own_name(std::size_t node) const noexcept {
    return result[node] == domain::integer ? integer_name(node) : spelling::plain;
  }
  /// The name of a result for a reader that computes in `reader`.
  constexpr spelling name_for(domain reader, std::size_t node) const noexcept {
    if (result[node] == domain::other) return spelling::plain;
    if (reader == domain::real) return real_name(node);
    return reader == domain::integer ? integer_name(node) : own_name(node);
  }
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

template <std::size_t Nodes, std::size_t Inputs>
constexpr quantize_plan<Nodes, Inputs> empty_quantize_plan(const wiring<Nodes, Inputs>&) noexcept {
  return {};
}

template <class Network>
consteval auto plan_quantize() {
  using graph_type = typename Network::graph_type;
  using model_type = typename Network::model_type;
  const auto& wires = wiring_of<graph_type>;
  const auto& facts = quantize_facts_of<model_type, nodes_of<graph_type>>::value;
  auto plan = empty_quantize_plan(wires);
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
  for (std::size_t i = 0; i < facts.size(); ++i) {
    plan.gives_real_output[i] =
        wires.is_output(i) && plan.result[i] == domain::integer && model_type::border_type == f32;
    plan.to_real[i] = plan.to_real[i] || plan.gives_real_output[i];
  }
  // Conversions written by hand read what they always read.
  for (std::size_t i = 0; i < facts.size(); ++i)
    for (int k = 0; k < wires.count(i); ++k)
      plan.reads[wires.first[i] + static_cast<std::size_t>(k)] = plan.name_for(
          facts[i].converts ? domain::other : plan.result[i], static_cast<std::size_t>(wires.source(i, k)));
  return plan;
}

template <class Network>
inline constexpr auto quantize_plan_of = plan_quantize<Network>();

}  // namespace tenon::detail
