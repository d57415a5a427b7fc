// SPDX-License-Identifier: Apache-2.0
// The numbers of each step, packed by the compiler: one read-only variable a step, shared by all engines and threads.
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>

#include <tenon/model/source.hpp>
#include <tenon/plan/plan.hpp>

namespace tenon {
namespace detail {

/// A node of an engine's lowered network with everything that is known of it when compiling.
template <class Engine, std::size_t Node, int Pitch = Engine::plan.pitch[Node]>
struct placed_node {
  using network_type = typename Engine::network_type;
  using graph_type = typename network_type::graph_type;
  using node_type = at<graph_type, Node>;
  using op = typename node_type::op;
  using placed = placed_call<network_type, Node, typename Engine::placement_type, Pitch>;
  using call_type = typename placed::call_type;
  using backend = typename placed::backend;
  using kernel_type = typename placed::kernel_type;
  static constexpr const std::array<edge_type, node_type::input_count>& inputs = inputs_of<graph_type, Node>;
  static constexpr const edge_type& output = edges_of<graph_type>.types[Node];
  /// Of packed parameters.
  static constexpr std::size_t number_bytes =
      std::is_empty_v<typename kernel_type::packed> ? 0 : sizeof(typename kernel_type::packed);

  static constexpr parameter_source source() noexcept {
    return source_of<typename network_type::model_type::weights_type, node_type>(inputs);
  }
  /// Portable parameters, then the kernel's own order.
  static constexpr auto pack() noexcept {
    return kernel_type::pack(op::template prepare<call_type>(source(), inputs, output));
  }
};

/// The values of a constant node, or the first ones of a state, in the element type of its edge.
template <class Engine, std::size_t Node>
constexpr auto constant_values() noexcept {
  using placed = placed_node<Engine, Node, 0>;
  return placed::op::values(placed::source(), placed::output);
}

}  // namespace detail

/// The packed parameters of one step. `inline constexpr`: read-only, one copy in the program however many translation
/// units use it, in a section that a linker script can place (.rodata._ZN5tenon6packed...).
template <class Engine, std::size_t Node>
alignas(64) alignas(typename detail::placed_node<Engine, Node>::kernel_type::packed) inline constexpr auto packed =
    detail::placed_node<Engine, Node>::pack();

namespace detail {

/// True if no other step can have the packed parameters of an operator: its arrays are bound to the name of its node.
template <class Operator>
inline constexpr bool has_own_numbers = has_parameters<Operator> && !remembers_parameters<Operator>;

/// True if two steps have the same packed parameters: one kernel for one operator, its arrays bound to one name,
/// between edges of the same encodings. Bands of one node are like that, but for those at its edges.
template <class Engine, std::size_t First, std::size_t Second>
consteval bool share_numbers() {
  using graph_type = typename Engine::graph_type;
  using first = typename at<graph_type, First>::op;
  if constexpr (!std::is_same_v<first, typename at<graph_type, Second>::op> || !Engine::plan.has_step[First] ||
                has_own_numbers<first>) {
    return false;
  } else if constexpr (!std::is_same_v<typename placed_node<Engine, First>::kernel_type,
                                       typename placed_node<Engine, Second>::kernel_type>) {
    return false;
  } else {
    for (std::size_t k = 0; k < placed_node<Engine, First>::inputs.size(); ++k)
      if (placed_node<Engine, First>::inputs[k].code != placed_node<Engine, Second>::inputs[k].code) return false;
    return placed_node<Engine, First>::output.code == placed_node<Engine, Second>::output.code;
  }
}

/// The step whose packed parameters a step uses: its own, or those of one among the few before it.
template <class Engine, std::size_t Node>
consteval std::size_t find_holder();
template <class Engine, std::size_t Node>
inline constexpr std::size_t holder_of = find_holder<Engine, Node>();

template <class Engine, std::size_t Node, std::size_t Distance>
consteval std::size_t holder_before() {
  constexpr std::size_t farthest = 8;
  if constexpr (Distance > Node || Distance > farthest) return Node;
  else if constexpr (share_numbers<Engine, Node - Distance, Node>()) return holder_of<Engine, Node - Distance>;
  else return holder_before<Engine, Node, Distance + 1>();
}

template <class Engine, std::size_t Node>
consteval std::size_t find_holder() {
  using op = typename at<typename Engine::graph_type, Node>::op;
  if constexpr (!Engine::plan.has_step[Node] || has_own_numbers<op>) return Node;
  else return holder_before<Engine, Node, 1>();
}

}  // namespace detail

/// The elements of one constant edge, or those that a state holds first, as read-only data.
template <class Engine, std::size_t Node>
inline constexpr auto constant_data = detail::constant_values<Engine, Node>();

namespace detail {

/// True if a node's values are read-only data: a constant, or a state with an array of initial values.
template <class Engine, std::size_t Node>
inline constexpr bool is_stored = [] {
  using op = typename at<typename Engine::graph_type, Node>::op;
  if constexpr (holds_state<op>) return op::has_initial(placed_node<Engine, Node, 0>::source());
  else return is_constant_operator<op>;
}();

}  // namespace detail
}  // namespace tenon
