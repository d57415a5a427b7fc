// SPDX-License-Identifier: Apache-2.0
// Any engine behind a few functions, for programs that learn its inputs and outputs when they run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <tenon/engine/engine.hpp>
#include <tenon/host/calibrate.hpp>
#include <tenon/host/port_info.hpp>
#include <tenon/host/row_by_row.hpp>

namespace tenon::host {

/// An engine behind functions, so that what follows is compiled once.
struct runnable_model {
  std::vector<port_info> inputs{};
  std::vector<port_info> outputs{};
  std::span<const step_info> steps{};
  std::size_t arena_bytes = 0;
  std::size_t state_bytes = 0;  ///< of the arena: what a run leaves to the next
  std::size_t weight_bytes = 0;
  std::int64_t macs = 0;
  /// Gives every state its initial values: a new stream begins.
  std::function<void()> reset{};
  /// Runs once: pointers to the elements of inputs and outputs.
  std::function<void(std::span<const void* const>, std::span<void* const>)> run{};
  /// The same, telling of every step's result; empty where results of single steps cannot be seen.
  std::function<void(const detail::step_watcher&, std::span<const void* const>, std::span<void* const>)> watch{};
  std::string how{};  ///< what runs it, where that is not the processor that its backend is made for
};

namespace detail {

template <class Engine, bool Input>
std::vector<port_info> ports_of() {
  using graph_type = typename Engine::graph_type;
  using topology = typename Engine::model_type::topology;
  using places = tenon::detail::ports<graph_type>;
  std::vector<port_info> made;
  for (std::size_t i = 0; i < places::count(Input); ++i) {
    const std::size_t node = places::node_of(Input, i);
    made.push_back(describe_port<topology>(std::string{name_at<graph_type>(node)}, edges_of<graph_type>[node].tensor));
  }
  return made;
}

template <class Engine, class Inputs, class Outputs>
struct engine_calls;
template <class Engine, std::size_t... Inputs, std::size_t... Outputs>
struct engine_calls<Engine, std::index_sequence<Inputs...>, std::index_sequence<Outputs...>> {
  using graph_type = typename Engine::graph_type;
  using places = tenon::detail::ports<graph_type>;
  template <bool Input, std::size_t Index>
  static constexpr tensor_type type = edges_of<graph_type>[places::node_of(Input, Index)].tensor;
  template <bool Input, std::size_t Index>
  static constexpr auto size = static_cast<std::size_t>(type<Input, Index>.size());

  template <std::size_t Index>
  static auto input(std::span<const void* const> pointers) {
    using value = storage_t<type<true, Index>.type>;
    return std::span<const value, size<true, Index>>{static_cast<const value*>(pointers[Index]), size<true, Index>};
  }
  template <std::size_t Index>
  static auto output(std::span<void* const> pointers) {
    using value = storage_t<type<false, Index>.type>;
    return std::span<value, size<false, Index>>{static_cast<value*>(pointers[Index]), size<false, Index>};
  }

  /// The memory of all runs, watched or not, so that states go on from one to the next.
  static auto memory() {
    alignas(64) alignas(Engine::alignment) static std::byte bytes[Engine::arena_bytes + 1];
    static const bool is_set_up = (reset_in(bytes), true);
    static_cast<void>(is_set_up);
    return std::span<std::byte, Engine::arena_bytes>{bytes, Engine::arena_bytes};
  }
  static void reset_in(std::byte* bytes) {
    Engine::reset_in(std::span<std::byte, Engine::arena_bytes>{bytes, Engine::arena_bytes});
  }
  static void reset() { reset_in(memory().data()); }

  static void run(std::span<const void* const> inputs, std::span<void* const> outputs) {
    Engine::run_in(memory(), input<Inputs>(inputs)..., output<Outputs>(outputs)...);
  }
  static void watch(const step_watcher& watcher, std::span<const void* const> inputs, std::span<void* const> outputs) {
    Engine::observe_in(memory(), row_by_row(watcher), input<Inputs>(inputs)..., output<Outputs>(outputs)...);
  }
};

}  // namespace detail

/// An engine as something that can be run by its numbers of inputs and outputs.
template <class Engine>
runnable_model make_runnable() {
  using calls = detail::engine_calls<Engine, std::make_index_sequence<Engine::input_count>,
                                     std::make_index_sequence<Engine::output_count>>;
  return {detail::ports_of<Engine, true>(), detail::ports_of<Engine, false>(), Engine::steps, Engine::arena_bytes,
          Engine::state_bytes, Engine::weight_bytes, Engine::macs, &calls::reset, &calls::run, &calls::watch, {}};
}

}  // namespace tenon::host
