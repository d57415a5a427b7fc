// SPDX-License-Identifier: Apache-2.0
// The kernels of packed numbers as functions of an object of their own, compiled while the numbers are packed.
#pragma once

#include <cstddef>
#include <utility>

#include <tenon/core/type_list.hpp>
#include <tenon/engine/memory.hpp>
#include <tenon/engine/numbers.hpp>
#include <tenon/engine/step.hpp>
#include <tenon/graph/wiring.hpp>

namespace tenon {

namespace detail {

template <class Kernel, class... Pointers>
void run_linked_kernel(const typename Kernel::packed& numbers, Pointers... pointers) noexcept {
  Kernel::run(numbers, pointers...);
}

/// The function that a node's step calls.
template <class Engine, std::size_t Node, std::size_t... Inputs>
auto linked_kernel_of(std::index_sequence<Inputs...>) noexcept {
  using memory = arena_memory<Engine>;
  constexpr const auto& wires = wiring_of<typename Engine::graph_type>;
  return &run_linked_kernel<
      typename placed_node<Engine, Node>::kernel_type, decltype(std::declval<memory>().template scratch<Node>()),
      decltype(std::declval<memory>().template write<Node>()),
      decltype(std::declval<memory>().template read<static_cast<std::size_t>(
                   wires.source(Node, static_cast<int>(Inputs)))>())...>;
}

/// Makes the compiler keep a function, as far as it can see for a caller at run time.
template <class Function>
void keep_function(Function* function) noexcept {
  Function* volatile kept = function;
  static_cast<void>(kept);
}

}  // namespace detail

/// All kernels of an engine whose numbers are packed later, as functions for an engine of the same model and placement
/// whose weights are `links_kernels`. To be instantiated in one source file, `template struct tenon::kernel_unit<engine>;`:
/// without it the linker misses run_linked_kernel.
template <class Engine>
struct kernel_unit {
  static void keep() noexcept {
    for_each_index<Engine::graph_type::size>([]<std::size_t Node>() { keep_node<Node>(); });
  }

 private:
  template <std::size_t Node>
  static void keep_node() noexcept {
    if constexpr (Engine::plan.has_step[Node])
      if constexpr (detail::is_packed_later<Engine, detail::holder_of<Engine, Node>>())
        detail::keep_function(detail::linked_kernel_of<Engine, Node>(
            std::make_index_sequence<detail::placed_node<Engine, Node>::node_type::input_count>{}));
  }
};

}  // namespace tenon
