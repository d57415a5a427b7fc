// SPDX-License-Identifier: Apache-2.0
// Where the tensors of an engine lie on a device: the engine's plan, with halves at half their offsets.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include <tenon/backend/adreno/device_program.hpp>
#include <tenon/backend/adreno/half.hpp>
#include <tenon/op/edges.hpp>

namespace tenon::adreno_kernels {

/// A constant tensor as a device of halves stores it.
template <class Engine, std::size_t Node>
inline constexpr auto halved_constant = [] {
  constexpr const auto& values = Engine::template constant_at<Node>();
  std::array<std::uint16_t, values.size()> made{};
  for (std::size_t i = 0; i < values.size(); ++i) made[i] = to_half(values[i]);
  return made;
}();

/// Where the tensors of an engine lie on a device.
template <class Engine>
struct places {
  using graph_type = typename Engine::graph_type;
  static constexpr std::size_t nodes = graph_type::size;
  static constexpr const auto& plan = Engine::plan;
  template <std::size_t Node>
  using placed = typename Engine::template node_at<Node>;

  template <std::size_t Node>
  static constexpr bool is_constant = requires { requires placed<Node>::op::is_constant; };

  static constexpr tensor_type type_of(std::size_t edge) noexcept {
    return edges_of<graph_type>[edge].tensor;
  }
  static constexpr const auto& block_of(std::size_t edge) noexcept {
    return plan.blocks[static_cast<std::size_t>(plan.block_of[edge])];
  }

  /// True if an edge lies in the memory of a state.
  static constexpr bool is_kept(std::size_t edge) noexcept {
    return block_of(edge).from == std::remove_cvref_t<decltype(plan.blocks[0].from)>::state;
  }

  /// True if some kernel stores real numbers as halves; all must then.
  template <std::size_t Node>
  static consteval bool is_halved() {
    if constexpr (!plan.has_step[Node]) return false;
    else return placed<Node>::backend::reals == real_storage::f16;
  }
  static constexpr bool halved = []<std::size_t... Node>(std::index_sequence<Node...>) {
    return (is_halved<Node>() || ...);
  }(std::make_index_sequence<nodes>{});
  static constexpr bool alike = []<std::size_t... Node>(std::index_sequence<Node...>) {
    return ((!plan.has_step[Node] || is_halved<Node>() == halved) && ...);
  }(std::make_index_sequence<nodes>{});
  static_assert(
      alike,
      "tenon: a program stores some real numbers as f32 and some as f16; give all its steps one real_storage");

  /// The arena halves with its tensors if all of them do.
  static constexpr std::size_t arena_divisor = [] {
    using origin = std::remove_cvref_t<decltype(plan.blocks[0].from)>;
    bool only_reals = halved;
    for (std::size_t edge = 0; edge < nodes; ++edge)
      if (block_of(edge).from == origin::arena || block_of(edge).from == origin::state)
        only_reals = only_reals && type_of(edge).type == f32;
    return only_reals ? std::size_t{2} : std::size_t{1};
  }();

  /// Where an edge lies; `constants` are the places of constants by their node.
  static constexpr device_place of(std::size_t edge,
                                   const std::array<std::size_t, nodes>& constants) noexcept {
    using origin = std::remove_cvref_t<decltype(plan.blocks[0].from)>;
    const auto& block = block_of(edge);
    const std::size_t within = plan.offset_in_block[edge] / (halved && type_of(edge).type == f32 ? 2 : 1);
    if (block.from == origin::arena || block.from == origin::state)
      return {device_memory::arena, 0, block.offset / arena_divisor + within};
    const auto owner = static_cast<std::size_t>(plan.block_of[edge]);
    if (block.from == origin::constant) return {device_memory::numbers, 0, constants[owner] + within};
    return {block.from == origin::input ? device_memory::input : device_memory::output,
            static_cast<std::size_t>(block.index), within};
  }
};

/// The inputs, or the outputs, of an engine in order.
template <class Engine, bool Inputs>
inline constexpr auto ports_of = [] {
  using where = places<Engine>;
  using origin = std::remove_cvref_t<decltype(where::plan.blocks[0].from)>;
  constexpr origin wanted = Inputs ? origin::input : origin::output;
  std::array<device_port, (Inputs ? Engine::input_count : Engine::output_count)> made{};
  for (std::size_t i = 0; i < where::nodes; ++i) {
    const auto& own = where::plan.blocks[i];
    if (own.from != wanted || own.index < 0) continue;
    const tensor_type type = where::type_of(i);
    made[static_cast<std::size_t>(own.index)] = {type.type, static_cast<std::size_t>(type.size()),
                                                 where::halved && type.type == f32};
  }
  return made;
}();

}  // namespace tenon::adreno_kernels
