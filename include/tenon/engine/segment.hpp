// SPDX-License-Identifier: Apache-2.0
// A segment of a divided network as an engine of its own, with its boundary tensors as inputs and outputs.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include <tenon/engine/engine.hpp>
#include <tenon/pass/pipeline.hpp>
#include <tenon/plan/elsewhere.hpp>
#include <tenon/plan/segments.hpp>

namespace tenon {
namespace detail {

/// A boundary tensor that a segment gets.
template <auto... Attributes>
struct arriving {
  static constexpr std::string_view word = "arriving";
  static constexpr int arity = 0;
  static constexpr bool is_input = true;

  static constexpr inferred infer(std::span<const edge_type>) noexcept {
    const auto given = attribute_or<tensor_type>({}, Attributes...);
    return accept(given.type, given.extents, attribute_or<encoded>({}, Attributes...).code);
  }
};

/// A boundary tensor that a segment gives, and goes on reading itself.
template <auto... Attributes>
struct leaving {
  static constexpr std::string_view word = "leaving";
  static constexpr int arity = 1;
  static constexpr bool only_reshapes = true;
  static constexpr encoding_rule result_encoding = encoding_rule::same_as_input;
  template <class Call>
  using parameters = no_parameters;

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    return accept(inputs[0].tensor.type, inputs[0].tensor.extents, inputs[0].code);
  }
  template <class Call>
  static constexpr no_parameters prepare(const parameter_source&, std::span<const edge_type>,
                                         const edge_type&) noexcept {
    return {};
  }
};

/// What a node of a segment's graph is made from: a node of the whole network, or a hand-over of its edge.
struct segment_entry {
  enum class role : unsigned char { arrives, runs, leaves } what;
  std::size_t node;
};

/// The graph of a segment as a list of entries; also which edges it gives, in the order of run()'s arguments.
template <std::size_t Nodes>
struct segment_plan {
  std::array<segment_entry, 3 * Nodes> entries{};
  std::size_t size = 0;
  std::array<std::size_t, Nodes> given{};
  std::size_t given_count = 0;

  constexpr void add(segment_entry::role what, std::size_t node) noexcept { entries[size++] = {what, node}; }
};

template <class Network, class Placement, std::size_t Segment>
consteval auto plan_segment() {
  using role = segment_entry::role;
  constexpr int own = static_cast<int>(Segment);
  constexpr const auto& wires = wiring_of<typename Network::graph_type>;
  constexpr const auto& parts = division_of<Network, Placement>;
  segment_plan<Network::size> plan;
  std::array<bool, Network::size> leaves{};
  for_each_crossing<Network, Placement>([&](std::size_t edge, int from, int to) {
    if (to == own) plan.add(role::arrives, edge);
    leaves[edge] = leaves[edge] || from == own;
  });
  for (std::size_t node = 0; node < Network::size; ++node)
    if (parts.segment_of[node] == own ||
        (placed_nodes_of<Network, Placement>::is_held[node] && is_read_in(wires, parts, node, own)))
      plan.add(role::runs, node);
  for (const bool read_here : {false, true})
    for (std::size_t node = 0; node < Network::size; ++node) {
      if (!leaves[node] || is_read_in(wires, parts, node, own) != read_here) continue;
      if (read_here) plan.add(role::leaves, node);
      plan.given[plan.given_count++] = node;
    }
  return plan;
}

template <class Network, class Placement, std::size_t Segment>
inline constexpr auto segment_plan_of = plan_segment<Network, Placement, Segment>();

template <class Graph, segment_entry Entry>
struct segment_node {
  using type = at<Graph, Entry.node>;
};
template <class Graph, segment_entry Entry>
  requires(Entry.what == segment_entry::role::arrives && !is_input_operator<typename at<Graph, Entry.node>::op>)
struct segment_node<Graph, Entry> {
  static constexpr edge_type edge = edges_of<Graph>[Entry.node];
  using type = node<at<Graph, Entry.node>::name, arriving<edge.tensor, encoded{edge.code}>>;
};
template <class Graph, segment_entry Entry>
  requires(Entry.what == segment_entry::role::leaves)
struct segment_node<Graph, Entry> {
  using original = at<Graph, Entry.node>;
  using type = node<original::name + fixed_string{".leaving"}, leaving<>, original::name>;
};

/// The graph of a segment, under a short name.
template <class Model, class Placement, std::size_t Segment>
struct segment_graph {
  using network_type = lowered<Model>;
  static constexpr const auto& plan = segment_plan_of<network_type, Placement, Segment>;
  template <std::size_t... Entries>
  static auto build(std::index_sequence<Entries...>)
      -> graph<typename segment_node<typename network_type::graph_type, plan.entries[Entries]>::type...>;
  using listed = decltype(build(std::make_index_sequence<plan.size>{}));
  static constexpr std::size_t size = size_of<listed>;
};

}  // namespace detail

/// A segment as a model: its part of the lowered graph, the whole model's arrays and policies, and no passes.
template <class Model, class Placement, std::size_t Segment>
struct segment_model {
  static constexpr bool is_segment = true;
  using graph_type = detail::segment_graph<Model, Placement, Segment>;
  using topology = graph_type;
  using weights_type = typename Model::weights_type;
  using encodings_type = typename Model::encodings_type;
  using rounding = typename Model::rounding;
  using lowering = pipeline<>;
};

template <class Model, class Placement, std::size_t Segment>
inline constexpr fault fault_of<segment_model<Model, Placement, Segment>> =
    edges_of<detail::segment_graph<Model, Placement, Segment>>.problem;

namespace detail {

template <class Engine, std::size_t Segment>
struct segment_of_engine;
template <class Model, class Placement, class... Pins, std::size_t Segment>
struct segment_of_engine<engine<Model, Placement, Pins...>, Segment> {
  using placement = with_pins<Placement, Pins...>;
  using network_type = lowered<Model>;
  static constexpr bool exists = Segment < division_of<network_type, placement>.count;
  static_assert(exists, "tenon: a network has fewer segments than that; engine::placement.segments lists them from 0");
  static constexpr bool keeps_states = keeps_states_together<network_type, placement>();
  static_assert(
      keeps_states,
      "tenon: a state is read in one segment and assigned in another; pin the nodes that use it to one backend");
  using type = std::conditional_t<exists && keeps_states, engine<segment_model<Model, placement, Segment>, placement>,
                                  refused_engine>;

  static constexpr const auto& plan = segment_plan_of<network_type, placement, Segment>;
  template <bool Arriving>
  static consteval auto list() {
    std::array<boundary_tensor, Arriving
                                    ? plan.size - count(segment_entry::role::runs) - count(segment_entry::role::leaves)
                                    : plan.given_count>
        made{};
    for (std::size_t i = 0; i < made.size(); ++i)
      made[i] = boundary_of<network_type>(Arriving ? plan.entries[i].node : plan.given[i]);
    return made;
  }
  static consteval std::size_t count(segment_entry::role what) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < plan.size; ++i) found += plan.entries[i].what == what;
    return found;
  }
};

}  // namespace detail

/// Segment `Segment` of an engine (0 runs first) as an engine of its own, for a program that runs nothing else:
/// `segment<spotter, 0>::run(mfcc, features)`. Its arguments are `arrivals_of<...>`, then `departures_of<...>`; run in
/// order, the segments give what the whole engine gives, bit for bit.
template <class Engine, std::size_t Segment>
using segment = typename detail::segment_of_engine<Engine, Segment>::type;

/// The tensors that a segment needs, in the order of run()'s arguments.
template <class Engine, std::size_t Segment>
inline constexpr auto arrivals_of = detail::segment_of_engine<Engine, Segment>::template list<true>();

/// The tensors that a segment gives, in the order of run()'s arguments.
template <class Engine, std::size_t Segment>
inline constexpr auto departures_of = detail::segment_of_engine<Engine, Segment>::template list<false>();

}  // namespace tenon
