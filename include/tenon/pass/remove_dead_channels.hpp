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

/// A channel is dead or alive from the node that makes it to the nodes that mix it with others, through those that keep
/// channels apart. `maker[i]` is the node whose channels edge `i` carries, or -1 if they must all stay;
/// `reader[first_reader[m]]` up to `reader[first_reader[m + 1]]` are the nodes that mix the channels of node `m`.
template <std::size_t Nodes>
struct channel_plan {
  std::array<int, Nodes> maker{};
  std::array<bool, Nodes> removable{};
  std::array<std::size_t, Nodes> reader{};
  std::array<std::size_t, Nodes + 1> first_reader{};
  bool any = false;

  constexpr void block(int of) {
    if (of >= 0) removable[static_cast<std::size_t>(of)] = false;
  }

  constexpr std::size_t readers_of(std::size_t of) const { return first_reader[of + 1] - first_reader[of]; }
};

/// What a node does with channels.
enum class channel_role : std::uint8_t { blocks, keeps, scales, mixes };

template <class Operator>
inline constexpr channel_role role_of = drops_channels<Operator>        ? channel_role::mixes
                                        : scales_channels<Operator>     ? channel_role::scales
                                        : keeps_zero_channels<Operator> ? channel_role::keeps
                                                                        : channel_role::blocks;

template <class Nodes>
struct channel_roles;
template <class... Nodes>
struct channel_roles<graph<Nodes...>> {
  using row = constant_row<channel_role, role_of<typename Nodes::op>...>;
};

/// Sorts the nodes that mix channels by who made these; `made_by(i)` is that node, or -1.
template <std::size_t Nodes, class MadeBy>
constexpr void list_readers(channel_plan<Nodes>& plan, MadeBy made_by) {
  for (std::size_t i = 0; i < Nodes; ++i)
    if (made_by(i) >= 0) ++plan.first_reader[static_cast<std::size_t>(made_by(i)) + 1];
  for (std::size_t i = 0; i < Nodes; ++i) plan.first_reader[i + 1] += plan.first_reader[i];
  auto next = plan.first_reader;
  for (std::size_t i = 0; i < Nodes; ++i)
    if (made_by(i) >= 0) plan.reader[next[static_cast<std::size_t>(made_by(i))]++] = i;
}

template <class Graph>
consteval auto plan_channels() {
  constexpr std::size_t size = size_of<Graph>;
  const auto& roles = channel_roles<nodes_of<Graph>>::row::value;
  const auto& wires = wiring_of<Graph>;
  const auto last_axis = [](std::size_t i) { return edges_of<Graph>[i].tensor.extents.from_end(0); };
  channel_plan<size> plan;
  for (std::size_t i = 0; i < size; ++i) {
    const bool mixes = roles[i] == channel_role::mixes;
    const bool hands_on = roles[i] == channel_role::keeps || roles[i] == channel_role::scales;
    plan.maker[i] = mixes ? static_cast<int>(i) : hands_on ? plan.maker[static_cast<std::size_t>(wires.source(i, 0))] : -1;
    plan.removable[i] = mixes;
    for (int k = 0; roles[i] == channel_role::blocks && k < wires.count(i); ++k)
      plan.block(plan.maker[static_cast<std::size_t>(wires.source(i, k))]);
    if (plan.maker[i] < 0) continue;
    const int channels = last_axis(static_cast<std::size_t>(plan.maker[i]));
    const bool follows = roles[i] == channel_role::scales ? last_axis(i) == channels : last_axis(i) % channels == 0;
    if (wires.is_output(i) || !follows) plan.block(plan.maker[i]);
  }
  list_readers(plan, [&](std::size_t i) {
    return roles[i] == channel_role::mixes ? plan.maker[static_cast<std::size_t>(wires.source(i, 0))] : -1;
  });
  for (const bool removable : plan.removable) plan.any = plan.any || removable;
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

  // Looked up once a node, as names are compared with those of all arrays.
  template <std::size_t Node>
  static constexpr parameter_source source =
      source_of<weights_type, at<graph_type, Node>>(inputs_of<graph_type, Node>);

  /// True if the channel is 0 on the edge of `Node`, the maker's or one behind it.
  template <std::size_t Node>
  static constexpr bool is_zero(int channel) {
    using op = typename at<graph_type, Node>::op;
    constexpr auto before = static_cast<std::size_t>(wiring_of<graph_type>.source(Node, 0));
    if constexpr (Node == Maker) return op::is_zero_output(source<Node>, channel);
    else if constexpr (scales_channels<op>)
      return op::template keeps_zero<total>(source<Node>, channel) &&
             (op::is_unused_input(source<Node>, channel, total) || is_zero<before>(channel));
    else return is_zero<before>(channel);
  }

  /// True if this channel makes a difference to a node that mixes it with others.
  template <std::size_t Reader>
  static constexpr bool is_missed_by(int channel) {
    using op = typename at<graph_type, Reader>::op;
    constexpr auto read = static_cast<std::size_t>(wiring_of<graph_type>.source(Reader, 0));
    return !op::is_unused_input(source<Reader>, channel, total) && !is_zero<read>(channel);
  }

  template <std::size_t... Readers>
  static constexpr bool is_missed(int channel, std::index_sequence<Readers...>) {
    constexpr const auto& plan = channel_plan_of<graph_type>;
    return (is_missed_by<plan.reader[plan.first_reader[Maker] + Readers]>(channel) || ...);
  }

  using readers = std::make_index_sequence<channel_plan_of<graph_type>.readers_of(Maker)>;

  static consteval channel_mask find() {
    channel_mask found;
    found.total = total;
    bool any_left = false;
    for (int channel = 0; channel < total && total <= most_channels; ++channel) {
      const bool missed = is_missed(channel, readers{});
      const bool last_hope = channel == total - 1 && !any_left;  // a tensor keeps one channel
      if (!missed && !last_hope) found.any_dead = true;
      else found.words[static_cast<std::size_t>(channel) / 64] |= std::uint64_t{1} << (channel % 64), any_left = true;
    }
    return found;
  }
  static constexpr channel_mask mask = find();
};

/// An operator with the channels that a mask leaves.
template <bool Outputs, class Operator, const channel_mask& Mask,
          class Words = std::make_index_sequence<static_cast<std::size_t>(Mask.total + 63) / 64>>
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
    if constexpr (drops_channels<op> || scales_channels<op>) {
      constexpr int reads = plan.maker[static_cast<std::size_t>(wiring_of<graph_type>.source(Node, 0))];
      using read = decltype(choose<false, drops_channels<op> ? reads : -1>(type_identity<op>{}));
      using made = decltype(choose<true, plan.maker[Node]>(type_identity<read>{}));
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

template <class Network>
consteval bool may_drop_channels() {
  if constexpr (has_linked_arrays<typename Network::model_type::weights_type>) return false;
  else return channel_plan_of<typename Network::graph_type>.any;
}

template <class Network, bool Any = may_drop_channels<Network>()>
struct drop_channels_if_any {
  using type = Network;
};
template <class Network>
struct drop_channels_if_any<Network, true> : with_live_channels<Network, std::make_index_sequence<Network::size>> {};

}  // namespace tenon::detail

namespace tenon::pass {

/// Removes channels that make no difference to any node that mixes them with others (conv2d, dense): they are always 0
/// there, or have no weight. They go from the node that makes them on, through nodes that keep channels apart
/// (depthwise_conv2d, pools, flatten, relu). What the network computes stays the same bit for bit: weights are
/// quantized as those of the whole kernel. All channels stay where weights are linked, as the compiler does not know them.
struct remove_dead_channels {
  template <class Network>
  using apply = typename detail::drop_channels_if_any<Network>::type;
};

}  // namespace tenon::pass
