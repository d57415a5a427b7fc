// SPDX-License-Identifier: Apache-2.0
// The states of an engine: what they hold first, and the bytes that keep them from run to run.
#pragma once

#include <cstddef>
#include <span>

#include <tenon/core/type_list.hpp>
#include <tenon/engine/constants.hpp>

namespace tenon::detail {

/// Writes the initial values of one state into the memory of an engine: a bound array, or the element that stands for
/// 0.
template <class Engine, std::size_t Node>
void reset_state(std::byte* memory) noexcept {
  using placed = placed_node<Engine, Node, 0>;
  using value_type = storage_t<placed::output.tensor.type>;
  constexpr auto size = static_cast<std::size_t>(placed::output.tensor.size());
  constexpr block held = Engine::plan.blocks[static_cast<std::size_t>(Engine::plan.block_of[Node])];
  auto* const elements = static_cast<value_type*>(static_cast<void*>(memory + held.offset));
  if constexpr (is_stored<Engine, Node>) {
    for (std::size_t i = 0; i < size; ++i) elements[i] = constant_data<Engine, Node>[i];
  } else {
    constexpr value_type zero = placed::op::zero(placed::output.code);
    for (std::size_t i = 0; i < size; ++i) elements[i] = zero;
  }
}

/// Writes the initial values of all states. A function of its own, as programs call it rarely.
template <class Engine>
[[gnu::noinline]] void reset_states(std::byte* memory) noexcept {
  for_each_index<Engine::graph_type::size>([&]<std::size_t Node>() {
    if constexpr (holds_state<typename at<typename Engine::graph_type, Node>::op>) reset_state<Engine, Node>(memory);
  });
}

}  // namespace tenon::detail
