// SPDX-License-Identifier: Apache-2.0
// What can be wrong with a model on a placement, looked for stage by stage.
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

#include <tenon/engine/lowering.hpp>
#include <tenon/kernel/refusal.hpp>
#include <tenon/plan/arrange.hpp>
#include <tenon/plan/bands.hpp>
#include <tenon/plan/plan.hpp>
#include <tenon/plan/working_set.hpp>

namespace tenon::detail {

/// The first node that no backend of the placement can run.
template <class Network, class Placement, class Indices>
struct kernel_fault;
template <class Network, class Placement, std::size_t... Nodes>
struct kernel_fault<Network, Placement, std::index_sequence<Nodes...>> {
  template <std::size_t Node>
  static consteval bool missing() {
    using op = typename at<typename Network::graph_type, Node>::op;
    if constexpr (is_source_operator<op>) return false;
    else return !placed_call<Network, Node, Placement>::runs;
  }
  static constexpr fault value = [] {
    constexpr std::array<bool, sizeof...(Nodes) + 1> none{missing<Nodes>()..., false};
    for (std::size_t i = 0; i < sizeof...(Nodes); ++i)
      if (none[i]) return fault{fault_kind::no_kernel, static_cast<int>(i), {}};
    return fault{};
  }();
};

/// Which pins are those of a graph's nodes.
template <class Graph>
struct pinned_nodes;
template <class... Nodes>
struct pinned_nodes<graph<Nodes...>> {
  template <class Pin>
  static constexpr bool hold =
      (Pin::names(Nodes::name.view(), parameter_name_of<typename Nodes::op>(Nodes::name.view())) || ...);
};
template <named_list Graph>
struct pinned_nodes<Graph> : pinned_nodes<typename Graph::listed> {};

/// A part of a network, on the placement of the whole: pins may name nodes of other parts.
template <class Model>
concept is_segment = requires { requires Model::is_segment; };

/// The first pin whose name no node has after the passes.
template <class Model, class Placement>
inline constexpr fault pin_fault_of{};
template <class Model, class Placement, class... Pins>
  requires(!is_segment<Model>)
inline constexpr fault pin_fault_of<Model, placed_with<Placement, Pins...>> = [] {
  using nodes = pinned_nodes<typename lowered<Model>::graph_type>;
  fault found;
  ((found = found || nodes::template hold<Pins> ? found : fault{fault_kind::unknown_pin, -1, Pins::name}), ...);
  return found;
}();

/// The first stage at which a model on a placement turns out to be faulty.
enum class stage_of_fault : unsigned char { none, placement, model, encodings, pins, kernels, memory };

template <class Network, class Placement>
using kernel_fault_of = kernel_fault<Network, Placement, std::make_index_sequence<Network::size>>;

/// The network that an engine runs: steps that are too large in bands of rows, every edge in its storage order.
template <class Model, class Placement>
using network_to_run = arranged<banded<lowered<Model>, Placement>, Placement>;

/// A step that is too large for its backend's fast memory, by its name; `node` is -1 where it is a band of a node.
template <class Model, class Placement>
consteval fault find_room_fault() {
  if constexpr (limits_of<Placement>::any) {
    using network_type = network_to_run<Model, Placement>;
    constexpr int node = first_too_large<network_type, Placement>();
    if constexpr (node >= 0) {
      const std::string_view name = working_sets_of<network_type, Placement>[static_cast<std::size_t>(node)].name;
      return {fault_kind::no_room, index_of<typename lowered<Model>::graph_type>(name), name};
    }
  }
  return {};
}

template <class Model, class Placement>
inline constexpr fault room_fault_of = find_room_fault<Model, Placement>();

template <class Model, class Placement>
consteval stage_of_fault find_stage() {
  if constexpr (std::is_same_v<Placement, on<>>) return stage_of_fault::placement;
  else if constexpr (fault_of<Model>.kind != fault_kind::none) return stage_of_fault::model;
  else if constexpr (encoding_fault_of<typename lowered<Model>::graph_type>.kind != fault_kind::none)
    return stage_of_fault::encodings;
  else if constexpr (pin_fault_of<Model, Placement>.kind != fault_kind::none)
    return stage_of_fault::pins;
  else if constexpr (kernel_fault_of<lowered<Model>, Placement>::value.kind != fault_kind::none)
    return stage_of_fault::kernels;
  else if constexpr (room_fault_of<Model, Placement>.kind != fault_kind::none) return stage_of_fault::memory;
  else return stage_of_fault::none;
}

/// Why each backend that was asked for a node has no kernel for it.
template <class Call, class Asked>
struct refusals;
template <class Call, class... Backends>
struct refusals<Call, type_list<Backends...>> {
  static constexpr std::array<refusal, sizeof...(Backends)> value{
      refusal{Backends::name, refusal_of<Backends, Call>}...};
  using asked = tried_backends<Backends...>;
  using reasons = diagnosis<refused_by<Backends, decltype(spell<refusal_of<Backends, Call>, 0>())>...>;
};

template <class Network, class Placement, std::size_t Node>
using refusals_at = refusals<call_of<Network, Node>,
                             typename asked_backends<at<typename Network::graph_type, Node>, Placement>::type>;

/// What a message says of a node without a kernel: its name, its operator, what goes in and comes out, who was asked,
/// and why each refused.
template <class Network, class Placement, std::size_t Node>
struct unplaced_node {
  using graph_type = typename Network::graph_type;
  using node = at<graph_type, Node>;
  using refused = refusals_at<Network, Placement, Node>;

  template <std::size_t... Inputs>
  static consteval auto list(std::index_sequence<Inputs...>) {
    return diagnosis<in_node<node::name>, typename refused::asked, typename refused::reasons,
                     for_operator<typename node::op>, got<inputs_of<graph_type, Node>[Inputs].tensor...>,
                     gives<edges_of<graph_type>[Node].tensor>>{};
  }
  using facts = decltype(list(std::make_index_sequence<node::input_count>{}));
};

/// Stops the compilation with the sentence for a node that no backend of the placement can run.
template <class Network, class Placement>
struct explain_placement
    : verdict<fault_kind::no_kernel,
              typename unplaced_node<Network, Placement,
                                     static_cast<std::size_t>(kernel_fault_of<Network, Placement>::value.node)>::facts> {
};

/// Stops the compilation with the sentence for a step that is too large.
template <class Model, class Placement>
struct explain_room {
  using network_type = network_to_run<Model, Placement>;
  static constexpr auto node = static_cast<std::size_t>(first_too_large<network_type, Placement>());
  static constexpr working_set step = working_sets_of<network_type, Placement>[node];
  using facts = diagnosis<in_node<at<typename network_type::graph_type, node>::name>, works_on<step.total()>,
                          allowed<step.limit>>;
  using told = verdict<fault_kind::no_room, facts>;
};

}  // namespace tenon::detail
