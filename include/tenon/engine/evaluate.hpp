// SPDX-License-Identifier: Apache-2.0
// Runs an engine inside the compiler, for static_assert.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include <tenon/engine/memory.hpp>
#include <tenon/engine/step.hpp>

namespace tenon::detail {

/// Fills an input or a constant, or runs the kernel of any other node, without sharing memory.
template <class Engine, std::size_t Node, class Inputs>
constexpr void evaluate_node(typed_memory<Engine>& memory, const Inputs& inputs) noexcept {
  using placed = placed_node<Engine, Node, 0>;
  constexpr const auto& wires = wiring_of<typename Engine::graph_type>;
  if constexpr (is_input_operator<typename placed::op>) {
    memory.template edge<Node>() = get<Engine::input_index(Node)>(inputs);
  } else if constexpr (is_constant_operator<typename placed::op>) {
    memory.template edge<Node>() = constant_values<Engine, Node>();
  } else {
    constexpr auto numbers = placed::pack();
    [&]<std::size_t... Inputs_>(std::index_sequence<Inputs_...>) {
      placed::kernel_type::run(
          numbers, nullptr, memory.template write<Node>(),
          memory.template read<static_cast<std::size_t>(wires.source(Node, static_cast<int>(Inputs_)))>()...);
    }(std::make_index_sequence<placed::node_type::input_count>{});
  }
}

}  // namespace tenon::detail
