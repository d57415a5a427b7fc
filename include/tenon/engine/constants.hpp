// SPDX-License-Identifier: Apache-2.0
// The numbers of each step, packed by the compiler: one read-only variable a step, shared by all engines and threads.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

#include <tenon/core/crc32.hpp>
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
  using call_type = call_of<network_type, Node, Pitch>;
  using backend = backend_of<network_type, Node, typename Engine::placement_type, Pitch>;
  using kernel_type = kernel<backend, call_type>;
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

/// True if two steps have the same packed parameters: one kernel for one operator, its arrays bound to one name,
/// between edges of the same encodings. Bands of one node are like that, but for those at its edges.
template <class Engine, std::size_t First, std::size_t Second>
consteval bool share_numbers() {
  using graph_type = typename Engine::graph_type;
  using first = typename at<graph_type, First>::op;
  if constexpr (!std::is_same_v<first, typename at<graph_type, Second>::op> || !Engine::plan.has_step[First] ||
                (has_parameters<first> && !remembers_parameters<first>)) {
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
  if constexpr (!Engine::plan.has_step[Node]) return Node;
  else return holder_before<Engine, Node, 1>();
}

}  // namespace detail

/// The elements of one constant edge, or those that a state holds first, as read-only data.
template <class Engine, std::size_t Node>
inline constexpr auto constant_data = detail::constant_values<Engine, Node>();

namespace detail {

/// CRC-32 of an object's bytes, in the compiler.
template <class Object>
constexpr std::uint32_t crc_of(const Object& object, std::uint32_t before) noexcept {
  if constexpr (std::is_empty_v<Object>) return before;
  else return crc32(std::bit_cast<std::array<std::uint8_t, sizeof(Object)>>(object), before);
}

/// The same at run time, straight from memory: the compiler must not know what it reads, or it would answer without
/// reading.
template <class Object>
[[gnu::always_inline]] inline std::uint32_t crc_in_memory(const Object& object, std::uint32_t before) noexcept {
  if constexpr (std::is_empty_v<Object>) {
    return before;
  } else {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(&object);
    asm volatile("" : "+r"(bytes) : : "memory");
    return crc32({bytes, sizeof(Object)}, before);
  }
}

/// True if a node's values are read-only data: a constant, or a state with an array of initial values.
template <class Engine, std::size_t Node>
inline constexpr bool is_stored = [] {
  using op = typename at<typename Engine::graph_type, Node>::op;
  if constexpr (holds_state<op>) return op::has_initial(placed_node<Engine, Node, 0>::source());
  else return is_constant_operator<op>;
}();

/// Visits what a node holds in read-only memory: its packed parameters or its values.
template <class Engine, std::size_t Node, class Crc>
[[gnu::always_inline]] constexpr std::uint32_t crc_of_node(Crc crc, std::uint32_t before) noexcept {
  if constexpr (is_stored<Engine, Node>)
    return crc(constant_data<Engine, Node>, before);
  else if constexpr (Engine::plan.has_step[Node] && holder_of<Engine, Node> == Node)
    return crc(packed<Engine, Node>, before);
  else return before;
}

/// CRC-32 of all that an engine's nodes hold, in order.
template <class Engine, class Crc, std::size_t... Nodes>
[[gnu::always_inline]] constexpr std::uint32_t crc_of_nodes(Crc crc, std::index_sequence<Nodes...>) noexcept {
  std::uint32_t sum = 0;
  [[maybe_unused]] const bool done[] = {(sum = crc_of_node<Engine, Nodes>(crc, sum), true)..., true};
  return sum;
}

struct crc_when_compiling {
  template <class Object>
  constexpr std::uint32_t operator()(const Object& object, std::uint32_t before) const noexcept {
    return crc_of(object, before);
  }
};
struct crc_when_running {
  template <class Object>
  [[gnu::always_inline]] std::uint32_t operator()(const Object& object, std::uint32_t before) const noexcept {
    return crc_in_memory(object, before);
  }
};

template <class Engine>
inline constexpr std::uint32_t weight_crc_of =
    crc_of_nodes<Engine>(crc_when_compiling{}, std::make_index_sequence<Engine::graph_type::size>{});

template <class Engine>
inline bool are_weights_intact() noexcept {
  return crc_of_nodes<Engine>(crc_when_running{}, std::make_index_sequence<Engine::graph_type::size>{}) ==
         weight_crc_of<Engine>;
}

}  // namespace detail
}  // namespace tenon
