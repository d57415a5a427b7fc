// SPDX-License-Identifier: Apache-2.0
// How the steps of an engine reach their edges: in the arena at run time, in typed arrays inside the compiler.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include <tenon/core/tuple.hpp>
#include <tenon/engine/constants.hpp>
#include <tenon/plan/plan.hpp>

namespace tenon::detail {

/// Edges of one run in the arena and in the caller's memory.
template <class Engine>
struct arena_memory {
  static constexpr const auto& plan = Engine::plan;

  std::byte* arena;
  std::array<const void*, Engine::input_count + 1> inputs;
  std::array<void*, Engine::output_count + 1> outputs;

  template <std::size_t Edge>
  [[gnu::always_inline]] const auto* read() const noexcept {
    using stored = storage_t<edges_of<typename Engine::graph_type>[Edge].tensor.type>;
    constexpr block from = plan.blocks[static_cast<std::size_t>(plan.block_of[Edge])];
    if constexpr (from.from == origin::constant) {
      constexpr std::size_t owner = static_cast<std::size_t>(plan.block_of[Edge]);
      return static_cast<const stored*>(constant_data<Engine, owner>.data());
    } else if constexpr (from.from == origin::input) {
      return static_cast<const stored*>(inputs[static_cast<std::size_t>(from.index)]);
    } else {
      return static_cast<const stored*>(write<Edge>());
    }
  }

  template <std::size_t Edge>
  [[gnu::always_inline]] auto* write() const noexcept {
    using stored = storage_t<edges_of<typename Engine::graph_type>[Edge].tensor.type>;
    constexpr block into = plan.blocks[static_cast<std::size_t>(plan.block_of[Edge])];
    static_assert(into.from == origin::arena || into.from == origin::output || into.from == origin::state);
    std::byte* const start =
        into.from == origin::output
            ? static_cast<std::byte*>(outputs[static_cast<std::size_t>(into.from == origin::output ? into.index : 0)])
            : arena + into.offset;
    return static_cast<stored*>(static_cast<void*>(start + plan.offset_in_block[Edge]));
  }

  template <std::size_t Node>
  [[gnu::always_inline]] std::byte* scratch() const noexcept {
    if constexpr (plan.scratch_block[Node] < 0) return nullptr;
    else return arena + plan.blocks[static_cast<std::size_t>(plan.scratch_block[Node])].offset;
  }
};

/// Edges of one run as typed arrays of their own, for evaluation inside the compiler, where memory has no bytes.
template <class Engine>
class typed_memory {
  template <std::size_t Edge>
  static constexpr tensor_type type_of = edges_of<typename Engine::graph_type>[Edge].tensor;
  /// Elements with the padding of the edge's storage order.
  template <std::size_t Edge>
  static constexpr std::size_t size_of_edge =
      order_of<typename Engine::network_type>(Edge).bytes(type_of<Edge>) / bytes_of(type_of<Edge>.type);

  template <class Indices>
  struct arrays_of;
  template <std::size_t... Edges>
  struct arrays_of<std::index_sequence<Edges...>> {
    using type = tuple<std::array<storage_t<type_of<Edges>.type>, size_of_edge<Edges>>...>;
  };

 public:
  template <std::size_t Edge>
  constexpr auto& edge() noexcept { return get<Edge>(edges_); }

  template <std::size_t Edge>
  constexpr const auto* read() const noexcept { return get<Edge>(edges_).data(); }

  template <std::size_t Edge>
  constexpr auto* write() noexcept { return get<Edge>(edges_).data(); }

 private:
  typename arrays_of<std::make_index_sequence<Engine::graph_type::size>>::type edges_{};
};

}  // namespace tenon::detail
