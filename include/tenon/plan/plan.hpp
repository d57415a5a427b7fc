// SPDX-License-Identifier: Apache-2.0
// The memory plan of a lowered network on a placement: which kernel runs each node, and where every edge lives.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <utility>

#include <tenon/plan/arena.hpp>
#include <tenon/plan/placement.hpp>
#include <tenon/plan/share.hpp>
#include <tenon/plan/storage.hpp>

namespace tenon {
namespace detail {

template <class Operator>
constexpr int joined_axis_of(const edge_type& output) noexcept {
  if constexpr (requires { Operator::joined_axis(output.tensor.extents); })
    return Operator::joined_axis(output.tensor.extents);
  else return -1;
}

template <class Operator>
concept leaves_row_gaps = requires { requires Operator::writes_rows; };
template <class Operator>
concept is_input_operator = requires { requires Operator::is_input; };
template <class Operator>
concept is_constant_operator = requires { requires Operator::is_constant; };

/// Its values are there before the run, so that no kernel makes them.
template <class Operator>
concept is_source_operator = is_input_operator<Operator> || is_constant_operator<Operator> || holds_state<Operator>;

/// True if the elements of every input mean what those of the result mean; else they have to be changed, not only moved.
constexpr bool keeps_encoding(std::span<const edge_type> inputs, const edge_type& output) noexcept {
  for (const edge_type& input : inputs)
    if (input.code != output.code) return false;
  return true;
}

template <class Operator>
constexpr storage_facts facts_for(std::span<const edge_type> inputs, const edge_type& output, std::size_t scratch,
                                  const storage_order& order = row_major) noexcept {
  const shape& extents = output.tensor.extents;
  storage_facts facts;
  facts.input = is_input_operator<Operator>;
  facts.constant = is_constant_operator<Operator>;
  facts.state = holds_state<Operator>;
  facts.assigns = assigns_state<Operator>;
  facts.keeps_code = keeps_encoding(inputs, output);
  facts.reshapes = only_reshapes<Operator> && facts.keeps_code;
  facts.in_place = works_in_place<Operator>;
  facts.writes_rows = leaves_row_gaps<Operator>;
  facts.joined_axis = facts.keeps_code ? joined_axis_of<Operator>(output) : -1;
  facts.bytes = order.bytes(output.tensor);
  facts.scratch = scratch;
  facts.element_bytes = bytes_of(output.tensor.type);
  if (is_quantized(output.tensor.type)) facts.code = output.code;
  facts.row_bytes = extents.rank == 0 ? facts.bytes : static_cast<std::size_t>(extents.from_end(0)) * facts.element_bytes;
  facts.outer = facts.joined_axis < 0 ? 1 : static_cast<std::size_t>(extents.span_of(0, facts.joined_axis));
  return facts;
}

/// Bytes that the chosen kernel of a node borrows; what is there before the run, and nodes without one, borrow none.
template <class Network, class Placement, std::size_t Node>
consteval std::size_t scratch_of() {
  using op = typename at<typename Network::graph_type, Node>::op;
  if constexpr (is_source_operator<op>) {
    return 0;
  } else {
    using placed = placed_call<Network, Node, Placement>;
    if constexpr (placed::runs) return placed::kernel_type::scratch;
    else return 0;
  }
}

template <class Network, class Placement, class Indices>
struct all_facts;
template <class Network, class Placement, std::size_t... Nodes>
struct all_facts<Network, Placement, std::index_sequence<Nodes...>> {
  using graph_type = typename Network::graph_type;
  static constexpr std::array<storage_facts, sizeof...(Nodes)> value{
      facts_for<typename at<graph_type, Nodes>::op>(inputs_of<graph_type, Nodes>, edges_of<graph_type>[Nodes],
                                                    scratch_of<Network, Placement, Nodes>(), order_of<Network>(Nodes))...};
};

/// A storage plan with the size of its arena.
template <std::size_t Nodes>
struct placed_plan : storage_plan<Nodes> {
  std::size_t arena_bytes = 0;
  std::size_t peak_bytes = 0;
  std::size_t state_bytes = 0;  ///< of the arena, at its beginning
};

/// Puts states one behind the other; returns their bytes.
template <std::size_t Size>
constexpr std::size_t place_states(std::array<block, Size>& blocks, std::size_t count) noexcept {
  std::size_t total = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (blocks[i].from != origin::state) continue;
    blocks[i].offset = total;
    total += blocks[i].bytes;
  }
  return total;
}

/// Plans the memory of a network of which no more is known than its wiring and its facts.
template <std::size_t Nodes, std::size_t Inputs>
constexpr placed_plan<Nodes> plan_memory(const wiring<Nodes, Inputs>& wires,
                                         const std::array<storage_facts, Nodes>& facts, std::size_t alignment) noexcept {
  placed_plan<Nodes> plan{memory_sharing(wires, facts).plan()};
  find_lifetimes(plan, wires, facts, alignment);
  plan.state_bytes = place_states(plan.blocks, plan.block_count);
  plan.peak_bytes = plan.state_bytes + live_peak<2 * Nodes>(plan.blocks, plan.block_count);
  plan.arena_bytes = plan.state_bytes + place(plan.blocks, plan.block_count);
  for (block& each : plan.blocks)
    if (each.from == origin::arena) each.offset += plan.state_bytes;
  return plan;
}

}  // namespace detail

/// The memory plan of a network on a placement: offsets are multiples of `Alignment`.
template <class Network, class Placement, std::size_t Alignment>
inline constexpr auto memory_plan_of =
    detail::plan_memory(wiring_of<typename Network::graph_type>,
                        detail::all_facts<Network, Placement, std::make_index_sequence<Network::size>>::value,
                        Alignment);

}  // namespace tenon
