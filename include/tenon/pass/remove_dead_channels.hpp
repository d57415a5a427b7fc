// SPDX-License-Identifier: Apache-2.0
// remove_dead_channels: channels that are always 0, or that nobody uses, are not computed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <tenon/model/source.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/live.hpp>
#include <tenon/pass/rewrite.hpp>

namespace tenon::detail {

/// A channel is dead or alive from the node that makes it to the nodes that weigh it, through those that keep channels
/// apart. `maker[i]` is the node whose channels edge `i` carries, or -1 if they must all stay.
template <std::size_t Nodes>
struct channel_plan {
  std::array<int, Nodes> maker{};
  std::array<bool, Nodes> removable{};
  bool any = false;
};

template <class Nodes>
struct channel_roles;
template <class... Nodes>
struct channel_roles<graph<Nodes...>> {
  static constexpr std::array<bool, sizeof...(Nodes)> linear{drops_channels<typename Nodes::op>...};
  static constexpr std::array<bool, sizeof...(Nodes)> keeps{keeps_zero_channels<typename Nodes::op>...};
};

template <class Graph>
consteval auto plan_channels() {
  constexpr std::size_t size = size_of<Graph>;
  using roles = channel_roles<nodes_of<Graph>>;
  const auto& wires = wiring_of<Graph>;
  channel_plan<size> plan;
  std::array<bool, size> blocked{};
  for (std::size_t i = 0; i < size; ++i) {
    plan.maker[i] = roles::linear[i] ? static_cast<int>(i) : roles::keeps[i] ? plan.maker[static_cast<std::size_t>(wires.source(i, 0))] : -1;
    for (int k = 0; !roles::linear[i] && !roles::keeps[i] && k < wires.count(i); ++k) {
      const int maker = plan.maker[static_cast<std::size_t>(wires.source(i, k))];
      if (maker >= 0) blocked[static_cast<std::size_t>(maker)] = true;
    }
    if (wires.is_output(i) && plan.maker[i] >= 0) blocked[static_cast<std::size_t>(plan.maker[i])] = true;
  }
  for (std::size_t i = 0; i < size; ++i) {
    plan.removable[i] = roles::linear[i] && !blocked[i];
    plan.any = plan.any || plan.removable[i];
  }
  return plan;
}

template <class Graph>
inline constexpr auto channel_plan_of = plan_channels<Graph>();

/// Bits of the channels of one maker that are left; as many channels as fit are looked at.
inline constexpr int most_channels = 2048;
struct channel_mask {
  std::array<std::uint64_t, most_channels / 64> words{};
  int total = 0;
  bool any_dead = false;
};

template <class Network, std::size_t Maker>
struct channels_of {
  using graph_type = typename Network::graph_type;
  using weights_type = typename Network::model_type::weights_type;
  static constexpr int total = edges_of<graph_type>[Maker].tensor.extents.from_end(0);

  /// True if node `Reader` weighs these channels, and not this one.
  template <std::size_t Reader>
  static constexpr bool unused_by(int channel) {
    using reader = at<graph_type, Reader>;
    if constexpr (drops_channels<typename reader::op>)
      if (channel_plan_of<graph_type>.maker[static_cast<std::size_t>(wiring_of<graph_type>.source(Reader, 0))] == static_cast<int>(Maker))
        return reader::op::is_unused_input(source_of<weights_type, reader>(inputs_of<graph_type, Reader>), channel, total);
    return true;
  }

  template <std::size_t... Readers>
  static constexpr bool unused(int channel, std::index_sequence<Readers...>) {
    const std::array<bool (*)(int), sizeof...(Readers)> asked{&channels_of::template unused_by<Maker + 1 + Readers>...};
    for (const auto ask : asked)
      if (!ask(channel)) return false;
    return true;
  }

  static consteval channel_mask find() {
    using node_type = at<graph_type, Maker>;
    constexpr tensor_type input = inputs_of<graph_type, Maker>[0].tensor;
    const parameter_source source = source_of<weights_type, node_type>(inputs_of<graph_type, Maker>);
    channel_mask found;
    found.total = total;
    bool any_left = false;
    for (int channel = 0; channel < total && total <= most_channels; ++channel) {
      const bool dead = node_type::op::template is_zero_output<input>(source, channel) ||
                        unused(channel, std::make_index_sequence<size_of<graph_type> - Maker - 1>{});
      const bool last_hope = channel == total - 1 && !any_left;  // a tensor keeps one channel
      if (dead && !last_hope) found.any_dead = true;
      else found.words[static_cast<std::size_t>(channel) / 64] |= std::uint64_t{1} << (channel % 64), any_left = true;
    }
    return found;
  }
  static constexpr channel_mask mask = find();
};

/// An operator with the channels that a mask leaves.
template <bool Outputs, class Operator, const channel_mask& Mask, class Words = std::make_index_sequence<static_cast<std::size_t>(Mask.total + 63) / 64>>
struct with_channels;
template <bool Outputs, class Operator, const channel_mask& Mask, std::size_t... Words>
struct with_channels<Outputs, Operator, Mask, std::index_sequence<Words...>> {
  using type = with_attribute<Operator, live_channels<Outputs, Mask.words[Words]...>{Mask.total}>;
};

template <class Network, std::size_t Node>
struct node_of_live_channels {
  using graph_type = typename Network::graph_type;
  using original = at<graph_type, Node>;
  static constexpr const auto& plan = channel_plan_of<graph_type>;

  template <int Maker>
  static constexpr bool shrinks() {
    if constexpr (Maker < 0) return false;
    else if constexpr (!plan.removable[static_cast<std::size_t>(Maker)]) return false;
    else return channels_of<Network, static_cast<std::size_t>(Maker)>::mask.any_dead;
  }
  template <bool Outputs, int Maker, class Operator>
  static auto choose(type_identity<Operator>) {
    if constexpr (shrinks<Maker>())
      return typename with_channels<Outputs, Operator, channels_of<Network, static_cast<std::size_t>(Maker)>::mask>::type{};
    else return Operator{};
  }
  static auto rebuild() {
    using op = typename original::op;
    if constexpr (drops_channels<op>) {
      constexpr int reads = plan.maker[static_cast<std::size_t>(wiring_of<graph_type>.source(Node, 0))];
      using read = decltype(choose<false, reads>(type_identity<op>{}));
      using made = decltype(choose<true, static_cast<int>(Node)>(type_identity<read>{}));
      return typename node_reading<original::name, made, typename input_names<original>::type>::type{};
    } else {
      return original{};
    }
  }
  using type = decltype(rebuild());
};

template <class Network, class Indices>
struct with_live_channels;
template <class Network, std::size_t... Nodes>
struct with_live_channels<Network, std::index_sequence<Nodes...>> {
  using type = network<graph<typename node_of_live_channels<Network, Nodes>::type...>, typename Network::model_type>;
};

template <class Network, bool Any = channel_plan_of<typename Network::graph_type>.any>
struct drop_channels_if_any {
  using type = Network;
};
template <class Network>
struct drop_channels_if_any<Network, true> : with_live_channels<Network, std::make_index_sequence<Network::size>> {};

}  // namespace tenon::detail

namespace tenon::pass {

/// Removes output channels of convolutions that are always 0 or that no reader has a weight for, through nodes that keep
/// channels apart. What the network computes stays the same bit for bit: weights are quantized as those of the whole kernel.
struct remove_dead_channels {
  template <class Network>
  using apply = typename detail::drop_channels_if_any<Network>::type;
};

}  // namespace tenon::pass
