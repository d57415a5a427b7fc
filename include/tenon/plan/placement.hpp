// SPDX-License-Identifier: Apache-2.0
// Placement: which backend runs each node of a lowered graph.
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include <tenon/core/type_list.hpp>
#include <tenon/graph/wiring.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/kernel/residual.hpp>
#include <tenon/op/edges.hpp>
#include <tenon/op/origin.hpp>

namespace tenon {

/// Where a model runs: backends, best first. A node goes to the first one that has a kernel for it.
template <class... Backends>
struct on {
  static_assert(sizeof...(Backends) > 0, "tenon: on<> names no backend; name at least one, best first");
  using backends = type_list<Backends...>;
};

/// Gives one node, by its name or the name of its parameters, a backend or a kernel variant of its own:
/// `pinned<"stem", variant_of<kryo, direct>>`.
template <fixed_string Name, class Backend>
struct pinned {
  using backend = Backend;
  static constexpr std::string_view name = Name.view();
  static constexpr bool names(std::string_view node, std::string_view parameters) noexcept {
    return node == name || parameters == name;
  }
};

/// A placement with nodes that go elsewhere.
template <class Placement, class... Pins>
struct placed_with {};

/// No backend: the node runs nowhere.
struct nowhere {};

namespace detail {

/// Asks the backends in turn.
template <class Call, class... Backends>
struct first_backend {
  using type = nowhere;
};
template <class Call, class First, class... More>
struct first_backend<Call, First, More...>
    : std::conditional_t<has_kernel<First, Call>, type_identity<First>, first_backend<Call, More...>> {};

/// Attributes that tell a node from its likes, but not its kernel: under which names its numbers are found, and its scales.
template <class Attribute>
inline constexpr bool tells_node_only = std::is_same_v<Attribute, encoded> || requires { Attribute::parameter_name; } ||
                                        requires { Attribute::affine_name; };

template <auto... Attributes>
struct attribute_list {};
template <class... Lists>
struct operator_with;
template <template <auto...> class Operator, auto... A, auto... B, auto... C, auto... D, class... More>
struct operator_with<Operator<A...>, attribute_list<B...>, attribute_list<C...>, attribute_list<D...>, More...>
    : operator_with<Operator<A..., B..., C..., D...>, More...> {};
template <template <auto...> class Operator, auto... A, auto... B, class... More>
struct operator_with<Operator<A...>, attribute_list<B...>, More...> : operator_with<Operator<A..., B...>, More...> {};
template <class Operator>
struct operator_with<Operator> {
  using type = Operator;
};

/// An attribute as a kernel knows it: what tells of the node only is nothing to it, nor is a scale.
template <auto Attribute>
struct kernel_attribute : std::conditional<tells_node_only<std::remove_cvref_t<decltype(Attribute)>>, attribute_list<>,
                                           attribute_list<Attribute>> {};
template <auto Attribute>
  requires std::is_same_v<std::remove_cvref_t<decltype(Attribute)>, residual>
struct kernel_attribute<Attribute> : std::type_identity<attribute_list<residual{{}, Attribute.bounds}>> {};

/// The operator as its kernel knows it: layers that differ in names and scales only have one kernel.
template <class Operator>
struct kernel_operator;
template <template <auto...> class Operator, auto... Attributes>
struct kernel_operator<Operator<Attributes...>>
    : operator_with<Operator<>, typename kernel_attribute<Attributes>::type...> {};

/// The storage order of a node's result: row-major unless the network says otherwise (plan/arrange.hpp).
template <class Network>
constexpr storage_order order_of(std::size_t node) noexcept {
  if constexpr (requires { Network::orders; }) return Network::orders[node];
  else return row_major;
}

template <class Network, std::size_t Node>
consteval operand operand_of(int pitch = 0) {
  return {edges_of<typename Network::graph_type>[Node].tensor, pitch, order_of<Network>(Node)};
}

template <class Network, std::size_t Node, int Pitch, class Inputs>
struct call_of_node;
template <class Network, std::size_t Node, int Pitch, std::size_t... Inputs>
struct call_of_node<Network, Node, Pitch, std::index_sequence<Inputs...>> {
  using graph_type = typename Network::graph_type;
  using type = call<typename kernel_operator<typename at<graph_type, Node>::op>::type,
                    typename Network::model_type::rounding, operand_of<Network, Node>(Pitch),
                    operand_of<Network, static_cast<std::size_t>(wiring_of<graph_type>.source(Node, Inputs))>()...>;
};

}  // namespace detail

/// The call that node `Node` of a network makes; `Pitch` is the row pitch of its result (0: no gaps).
template <class Network, std::size_t Node, int Pitch = 0>
using call_of = typename detail::call_of_node<Network, Node, Pitch,
    std::make_index_sequence<at<typename Network::graph_type, Node>::input_count>>::type;

namespace detail {

/// The backends that a placement asks for a node, in order: all, or the one that the node is pinned to.
template <class Node, class Placement>
struct asked_backends;
template <class Node, class... Backends>
struct asked_backends<Node, on<Backends...>> : type_identity<type_list<Backends...>> {};
template <class Node, class Placement>
struct asked_backends<Node, placed_with<Placement>> : asked_backends<Node, Placement> {};
template <class Node, class Placement, class Pin, class... Pins>
struct asked_backends<Node, placed_with<Placement, Pin, Pins...>>
    : std::conditional_t<Pin::names(Node::name.view(), parameter_name_of<typename Node::op>(Node::name.view())),
                         type_identity<type_list<typename Pin::backend>>,
                         asked_backends<Node, placed_with<Placement, Pins...>>> {};

template <class Call, class Backends>
struct choose_backend;
template <class Call, class... Backends>
struct choose_backend<Call, type_list<Backends...>> : first_backend<Call, Backends...> {};

}  // namespace detail

/// Node `Node` of a network as a placement runs it: its call, the backend that was chosen for it (or `nowhere`), and
/// that one's kernel. One type for all who ask, as compilers would work it out for each of them.
template <class Network, std::size_t Node, class Placement, int Pitch = 0>
struct placed_call {
  using call_type = call_of<Network, Node, Pitch>;
  using backend = typename detail::choose_backend<
      call_type, typename detail::asked_backends<at<typename Network::graph_type, Node>, Placement>::type>::type;
  using kernel_type = kernel<backend, call_type>;
  static constexpr bool runs = !std::is_same_v<backend, nowhere>;
};

/// The backend that a placement chooses for node `Node` of a network, or `nowhere`.
template <class Network, std::size_t Node, class Placement, int Pitch = 0>
using backend_of = typename placed_call<Network, Node, Placement, Pitch>::backend;

}  // namespace tenon
