// SPDX-License-Identifier: Apache-2.0
// Runs an engine inside the compiler, for static_assert.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include <tenon/engine/memory.hpp>
#include <tenon/engine/ports.hpp>
#include <tenon/engine/step.hpp>

namespace tenon::detail {

/// Fills an input or a constant, or runs the kernel of any other node, without sharing memory. States stay what they
/// are until they are assigned.
template <class Engine, std::size_t Node, class Inputs>
constexpr void evaluate_node(typed_memory<Engine>& memory, const Inputs& inputs) noexcept {
  using placed = placed_node<Engine, Node, 0>;
  using op = typename placed::op;
  constexpr const auto& wires = wiring_of<typename Engine::graph_type>;
  if constexpr (is_input_operator<op>) {
    memory.template edge<Node>() = get<Engine::input_index(Node)>(inputs);
  } else if constexpr (is_constant_operator<op>) {
    memory.template edge<Node>() = constant_values<Engine, Node>();
  } else if constexpr (!holds_state<op>) {
    static_assert(!is_made_of_linked<typename Engine::network_type::model_type::weights_type,
                                     typename placed::node_type>(placed::inputs),
                  "tenon: evaluate() runs a network in the compiler, which does not know weights that are linked; use "
                  "run()");
    constexpr auto numbers = placed::pack();
    [&]<std::size_t... Inputs_>(std::index_sequence<Inputs_...>) {
      placed::kernel_type::run(
          numbers, nullptr, memory.template write<Node>(),
          memory.template read<static_cast<std::size_t>(wires.source(Node, static_cast<int>(Inputs_)))>()...);
    }(std::make_index_sequence<placed::node_type::input_count>{});
    if constexpr (assigns_state<op>)
      memory.template edge<static_cast<std::size_t>(wires.source(Node, 1))>() = memory.template edge<Node>();
  }
}

}  // namespace tenon::detail

namespace tenon {

/// Runs an engine inside the compiler, once or many times in a row, states carried on:
/// `engine::evaluation net; net.run(first); return net.run(second);`.
template <class Engine>
class evaluation_of {
 public:
  constexpr evaluation_of() noexcept { reset(); }

  /// Gives every state its initial values.
  constexpr void reset() noexcept {
    for_each_index<Engine::graph_type::size>([&]<std::size_t Node>() {
      if constexpr (holds_state<typename at<typename Engine::graph_type, Node>::op>)
        memory_.template edge<Node>() = detail::constant_values<Engine, Node>();
    });
  }

  /// One run: arrays of the inputs, in order; gives the array of the first output.
  template <class... Inputs>
  constexpr auto run(const Inputs&... inputs) noexcept {
    const tuple<Inputs...> given{inputs...};
    for_each_index<Engine::graph_type::size>(
        [&]<std::size_t Node>() { detail::evaluate_node<Engine, Node>(memory_, given); });
    return memory_.template edge<detail::ports<typename Engine::graph_type>::node_of(false, 0)>();
  }

 private:
  detail::typed_memory<Engine> memory_{};
};

}  // namespace tenon
