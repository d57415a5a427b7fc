// SPDX-License-Identifier: Apache-2.0
// A network with the storage order of every edge, and a conversion wherever kernels do not agree on one.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>

#include <tenon/kernel/layout.hpp>
#include <tenon/op/conversion.hpp>
#include <tenon/plan/choose_layout.hpp>
#include <tenon/plan/placement.hpp>
#include <tenon/plan/plan.hpp>
#include <tenon/plan/working_set.hpp>

namespace tenon {
namespace detail {

/// A conversion as a placement looks at it: nobody pins it.
using any_conversion = node<"reordered", op::reorder_<>>;

/// True if a placement can convert a tensor between an order and row_major, both ways.
template <class Network, class Placement, tensor_type Tensor, storage_order Order>
consteval bool converts() {
  if constexpr (Order == row_major) {
    return true;
  } else {
    using rounding = typename Network::model_type::rounding;
    using backends = typename asked_backends<any_conversion, Placement>::type;
    using there = call<op::reorder_<>, rounding, operand{Tensor, 0, Order}, operand{Tensor}>;
    using back = call<op::reorder_<>, rounding, operand{Tensor}, operand{Tensor, 0, Order}>;
    return !std::is_same_v<typename choose_backend<there, backends>::type, nowhere> &&
           !std::is_same_v<typename choose_backend<back, backends>::type, nowhere>;
  }
}

/// True if all operands of a call can be converted to what a kernel offers.
template <class Network, class Placement, class Call, layout_offer Offer>
consteval bool is_reachable() {
  return converts<Network, Placement, Call::y, Offer.result>() && []<std::size_t... K>(std::index_sequence<K...>) {
    return (converts<Network, Placement, Call::operands[K].tensor, Offer.input(static_cast<int>(K))>() && ...);
  }(std::make_index_sequence<Call::input_count>{});
}

/// A call with its operands stored as a kernel offers.
template <class Call, layout_offer Offer, class Indices>
struct offered_call;
template <class Operator, class Rounding, operand Output, operand... Inputs, layout_offer Offer, std::size_t... K>
struct offered_call<call<Operator, Rounding, Output, Inputs...>, Offer, std::index_sequence<K...>> {
  using type = call<Operator, Rounding, operand{Output.tensor, 0, Offer.result},
                    operand{Inputs.tensor, 0, Offer.input(static_cast<int>(K))}...>;
};

/// True if a call stored as offered is no more than its backend lets a step work on.
template <class Backend, class Call, layout_offer Offer>
consteval bool is_small_enough() {
  if constexpr (working_set_limit<Backend> == 0) {
    return true;
  } else {
    using stored = typename offered_call<Call, Offer, std::make_index_sequence<Call::input_count>>::type;
    using chosen = kernel<Backend, stored>;
    std::size_t bytes = Offer.result.bytes(Call::y) + sizeof(typename chosen::packed) + chosen::scratch;
    for (const operand& input : stored::operands) bytes += input.order.bytes(input.tensor);
    return bytes <= working_set_limit<Backend>;
  }
}

/// What the kernel of a node offers, if the placement can convert to all of it and it is not too large.
template <class Network, class Placement, std::size_t Node>
consteval std::span<const layout_offer> offers_of() {
  if constexpr (is_source_operator<typename at<typename Network::graph_type, Node>::op>) {
    return {};
  } else {
    using placed = placed_call<Network, Node, Placement>;
    using chosen = typename placed::kernel_type;
    if constexpr (requires { chosen::layouts[0]; }) {
      constexpr bool possible = []<std::size_t... I>(std::index_sequence<I...>) {
        return ((is_reachable<Network, Placement, typename placed::call_type, chosen::layouts[I]>() &&
                 is_small_enough<typename placed::backend, typename placed::call_type, chosen::layouts[I]>()) &&
                ...);
      }(std::make_index_sequence<chosen::layouts.size()>{});
      if constexpr (possible) return chosen::layouts;
    }
    return {};
  }
}

template <class Network, class Placement, class Indices>
struct offered_layouts;
template <class Network, class Placement, std::size_t... Nodes>
struct offered_layouts<Network, Placement, std::index_sequence<Nodes...>> {
  static constexpr std::array<layout_facts, sizeof...(Nodes)> value{
      layout_facts{edges_of<typename Network::graph_type>[Nodes].tensor, offers_of<Network, Placement, Nodes>()}...};
  static constexpr bool any = [] {
    for (const layout_facts& facts : value)
      if (!facts.offers.empty()) return true;
    return false;
  }();
};

/// The layout of a network on a placement.
template <class Network, class Placement>
inline constexpr auto layout_of =
    choose_layout(wiring_of<typename Network::graph_type>,
                  offered_layouts<Network, Placement, std::make_index_sequence<Network::size>>::value);

/// What a node of the arranged graph is: one of the network, or the conversion of its result.
struct arranged_entry {
  std::size_t node;
  bool converts;
};

template <class Network, class Placement>
consteval auto list_arranged() {
  constexpr const auto& layout = layout_of<Network, Placement>;
  std::array<arranged_entry, Network::size + layout.conversions> entries{};
  std::size_t next = 0;
  for (std::size_t i = 0; i < Network::size; ++i) {
    entries[next++] = {i, false};
    if (layout.has_second[i]) entries[next++] = {i, true};
  }
  return entries;
}

template <class Network, class Placement>
inline constexpr auto arranged_entries = list_arranged<Network, Placement>();

template <class Network, class Placement, arranged_entry Entry>
struct arranged_node {
  using graph_type = typename Network::graph_type;
  using original = at<graph_type, Entry.node>;
  static constexpr const auto& wires = wiring_of<graph_type>;

  template <std::size_t Input>
  static consteval auto name_of_input() {
    constexpr const auto& name = at<graph_type, static_cast<std::size_t>(wires.source(Entry.node, Input))>::name;
    if constexpr (layout_of<Network, Placement>.reads_second[wires.first[Entry.node] + Input])
      return name + fixed_string{".reordered"};
    else
      return name;
  }
  template <std::size_t... Inputs>
  static auto build(std::index_sequence<Inputs...>)
      -> node<original::name, typename original::op, name_of_input<Inputs>()...>;
  using type = decltype(build(std::make_index_sequence<original::input_count>{}));
};
template <class Network, class Placement, arranged_entry Entry>
  requires(Entry.converts)
struct arranged_node<Network, Placement, Entry> {
  using original = at<typename Network::graph_type, Entry.node>;
  using type = node<original::name + fixed_string{".reordered"}, op::reorder_<>, original::name>;
};

/// The graph with its conversions, under a short name.
template <class Network, class Placement>
struct arranged_graph {
  static constexpr const auto& entries = arranged_entries<Network, Placement>;
  static constexpr std::size_t size = entries.size();
  template <std::size_t... Indices>
  static auto build(std::index_sequence<Indices...>)
      -> graph<typename arranged_node<Network, Placement, entries[Indices]>::type...>;
  using listed = decltype(build(std::make_index_sequence<size>{}));
};

/// A network whose edges have orders.
template <class Network, class Placement>
struct arranged_network {
  using graph_type = arranged_graph<Network, Placement>;
  using model_type = typename Network::model_type;
  static constexpr std::size_t size = graph_type::size;
  static constexpr const auto& layout = layout_of<Network, Placement>;
  static constexpr std::size_t conversions = layout.conversions;
  static constexpr std::size_t conversion_bytes = layout.conversion_bytes;

  /// The order of every edge.
  static constexpr std::array<storage_order, size> orders = [] {
    std::array<storage_order, size> made{};
    for (std::size_t i = 0; i < size; ++i) {
      const arranged_entry& entry = graph_type::entries[i];
      made[i] = entry.converts ? layout.second[entry.node] : layout.result[entry.node];
    }
    return made;
  }();
};

template <class Network, class Placement, bool Any>
struct arrange {
  using type = Network;
};
template <class Network, class Placement>
struct arrange<Network, Placement, true> {
  /// Where nobody takes an offer the network stays as it is.
  static constexpr bool is_row_major = [] {
    for (const storage_order& order : layout_of<Network, Placement>.result)
      if (!order.is_row_major()) return false;
    return layout_of<Network, Placement>.conversions == 0;
  }();
  using type = std::conditional_t<is_row_major, Network, arranged_network<Network, Placement>>;
};

/// Where tensors of a network should start in memory.
template <class Network>
consteval std::size_t alignment_of() {
  std::size_t most = row_major.alignment();
  if constexpr (requires { Network::orders; })
    for (const storage_order& order : Network::orders) most = order.alignment() > most ? order.alignment() : most;
  return most;
}

/// Conversions of a network, and the bytes that they read and write.
template <class Network>
consteval std::size_t conversions_of() {
  if constexpr (requires { Network::conversions; })
    return Network::conversions;
  else
    return 0;
}
template <class Network>
consteval std::size_t conversion_bytes_of() {
  if constexpr (requires { Network::conversions; })
    return Network::conversion_bytes;
  else
    return 0;
}

}  // namespace detail

/// The network as it runs on a placement: every edge in the storage order that suits its kernels best, conversions
/// ("<edge>.reordered") where two cannot agree. Inputs and outputs stay row-major. A network whose kernels offer no
/// orders stays as it is.
template <class Network, class Placement>
using arranged = typename detail::arrange<
    Network, Placement,
    detail::offered_layouts<Network, Placement, std::make_index_sequence<Network::size>>::any>::type;

}  // namespace tenon
