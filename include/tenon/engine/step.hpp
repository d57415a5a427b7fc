// SPDX-License-Identifier: Apache-2.0
// One step of an engine: a node's kernel with its numbers and its memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include <tenon/core/type_list.hpp>
#include <tenon/engine/constants.hpp>
#include <tenon/engine/numbers.hpp>
#include <tenon/model/packed_block.hpp>
#include <tenon/plan/plan.hpp>

namespace tenon {

/// What one step of an engine does: a row of its table.
struct step_info {
  std::string_view name;      ///< the node, and the edge that leaves it
  std::string_view op;
  std::string_view backend;
  std::string_view variant;   ///< the kernel's name for its way to compute
  tensor_type input;
  tensor_type output;
  std::int64_t macs;
  std::size_t weight_bytes;   ///< packed parameters; bands of one node share theirs
  std::size_t scratch_bytes;
  std::size_t arena_offset;   ///< of the result; 0 when the caller holds it
  encoding code;              ///< of the result, when quantized
  storage_order order{};      ///< of the result
  std::size_t fetched_bytes = 0;  ///< packed parameters of the next step that come into a cache meanwhile
};

namespace detail {

/// A node's name under a symbol of its own that does not spell out the node's type.
template <class Engine, std::size_t Node>
inline constexpr auto step_name = at<typename Engine::graph_type, Node>::name;

/// The step after a node's, or the number of nodes.
template <class Engine>
constexpr std::size_t step_after(std::size_t node) noexcept {
  do ++node;
  while (node < Engine::graph_type::size && !Engine::plan.has_step[node]);
  return node;
}

template <class Backend>
concept fetches_ahead = requires(const void* from) { Backend::fetch_ahead(from, std::size_t{}); };

/// What the backend of a node's next step has brought into a cache while the node's own step runs.
template <class Engine, std::size_t Node>
constexpr std::size_t fetched_bytes() noexcept {
  constexpr std::size_t next = step_after<Engine>(Node);
  if constexpr (next < Engine::graph_type::size) {
    if constexpr (fetches_ahead<typename placed_node<Engine, next>::backend>) return placed_node<Engine, next>::number_bytes;
  }
  return 0;
}

/// The row of a node's step; an empty one where the node needs none.
template <class Engine, std::size_t Node>
constexpr step_info describe_step() noexcept {
  if constexpr (!Engine::plan.has_step[Node]) {
    return {};
  } else {
    using placed = placed_node<Engine, Node>;
    const block& into = Engine::plan.blocks[static_cast<std::size_t>(Engine::plan.block_of[Node])];
    return {step_name<Engine, Node>.view(),
            placed::op::word,
            placed::backend::name,
            placed::kernel_type::variant,
            placed::call_type::x,
            placed::call_type::y,
            macs_of<typename placed::op>(placed::inputs, placed::output),
            placed::number_bytes,
            placed::kernel_type::scratch,
            into.from == origin::arena ? into.offset + Engine::plan.offset_in_block[Node] : 0,
            placed::output.code,
            placed::call_type::result.order,
            fetched_bytes<Engine, Node>()};
  }
}

/// Bytes that the plan lends to a step.
template <class Engine>
consteval std::size_t lent_bytes(std::size_t node) {
  const int lent = Engine::plan.scratch_block[node];
  return lent < 0 ? 0 : Engine::plan.blocks[static_cast<std::size_t>(lent)].bytes;
}

/// Runs a kernel by a function of its own.
template <class Kernel, class... Pointers>
[[gnu::noinline]] void run_kernel(const typename Kernel::packed& numbers, Pointers... pointers) noexcept {
  Kernel::run(numbers, pointers...);
}

/// The same by a function that another object holds; engine/kernel_unit.hpp defines it.
template <class Kernel, class... Pointers>
void run_linked_kernel(const typename Kernel::packed& numbers, Pointers... pointers) noexcept;

/// Where a step reads one of its inputs.
template <class Engine, std::size_t Node, std::size_t Input, class Memory>
[[gnu::always_inline]] constexpr const auto* read_input(const Memory& memory) noexcept {
  constexpr int source = wiring_of<typename Engine::graph_type>.source(Node, static_cast<int>(Input));
  return memory.template read<static_cast<std::size_t>(source)>();
}

/// Calls the kernel of a step. (Not through a lambda: compilers optimize a kernel once more in every function into
/// which it is inlined.)
template <class Engine, std::size_t Node, class Memory, std::size_t... Inputs>
[[gnu::always_inline]] constexpr void call_kernel(const Memory& memory, std::index_sequence<Inputs...>) noexcept {
  using kernel_type = typename placed_node<Engine, Node>::kernel_type;
  // The plan asks kernels before it knows where results lie side by side with others.
  static_assert(kernel_type::scratch <= lent_bytes<Engine>(Node),
                "tenon: a kernel borrows more memory for a result with gaps between its rows than for one without; let "
                "its scratch not depend on the pitch");
  constexpr std::size_t holder = holder_of<Engine, Node>;
  const auto& numbers = numbers_of<Engine, holder>();
  auto* const borrowed = memory.template scratch<Node>();
  auto* const y = memory.template write<Node>();
  // Of numbers that it does not know, the compiler would make the same code for every step of a kernel.
  if constexpr (!is_packed_later<Engine, holder>())
    kernel_type::run(numbers, borrowed, y, read_input<Engine, Node, Inputs>(memory)...);
  else if constexpr (links_kernels<typename Engine::network_type::model_type::weights_type>)
    run_linked_kernel<kernel_type>(numbers, borrowed, y, read_input<Engine, Node, Inputs>(memory)...);
  else
    run_kernel<kernel_type>(numbers, borrowed, y, read_input<Engine, Node, Inputs>(memory)...);
}

/// Runs one step. Kernels are inlined here, so this is the only function of a step that a program holds, and its name
/// is that of the engine and a number.
template <class Engine, std::size_t Node, class Memory>
[[gnu::noinline]] constexpr void run_step(const Memory& memory) noexcept {
  if constexpr (fetched_bytes<Engine, Node>() != 0) {
    constexpr std::size_t next = step_after<Engine>(Node);
    placed_node<Engine, next>::backend::fetch_ahead(&numbers_of<Engine, holder_of<Engine, next>>(),
                                                    placed_node<Engine, next>::number_bytes);
  }
  call_kernel<Engine, Node>(memory, std::make_index_sequence<placed_node<Engine, Node>::node_type::input_count>{});
}

/// Runs all steps in order.
template <class Engine, class Memory>
[[gnu::always_inline]] constexpr void run_steps(const Memory& memory) noexcept {
  for_each_index<Engine::graph_type::size>([&]<std::size_t Node>() __attribute__((always_inline)) {
    if constexpr (Engine::plan.has_step[Node]) run_step<Engine, Node>(memory);
  });
}

/// The table of an engine's steps.
template <class Engine, std::size_t... Nodes>
consteval auto list_steps(std::index_sequence<Nodes...>) {
  const std::array<step_info, sizeof...(Nodes)> all{describe_step<Engine, Nodes>()...};
  std::array<step_info, Engine::step_count> table{};
  std::size_t row = 0;
  for (std::size_t node = 0; node < sizeof...(Nodes); ++node)
    if (Engine::plan.has_step[node]) table[row++] = all[node];
  return table;
}

template <class Engine>
inline constexpr auto steps_of = list_steps<Engine>(std::make_index_sequence<Engine::graph_type::size>{});

}  // namespace detail
}  // namespace tenon
