// SPDX-License-Identifier: Apache-2.0
// The parts of an engine whose signatures follow from the network.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include <tenon/engine/constants.hpp>
#include <tenon/engine/evaluate.hpp>
#include <tenon/engine/lowering.hpp>
#include <tenon/engine/memory.hpp>
#include <tenon/engine/numbers.hpp>
#include <tenon/engine/ports.hpp>
#include <tenon/engine/states.hpp>
#include <tenon/engine/step.hpp>
#include <tenon/engine/weight_crc.hpp>
#include <tenon/plan/arrange.hpp>
#include <tenon/plan/plan.hpp>
#include <tenon/plan/segments.hpp>
#include <tenon/plan/working_set.hpp>

namespace tenon::detail {

/// The parts of an engine whose signatures follow from the network: spans of static extent for every input and output.
template <class Engine, class Network, class Placement, class Inputs, class Outputs>
class engine_of;

template <class Engine, class Network, class Placement, class... Inputs, class... Outputs>
class engine_of<Engine, Network, Placement, type_list<Inputs...>, type_list<Outputs...>> {
 public:
  using network_type = Network;
  using graph_type = typename Network::graph_type;
  using placement_type = Placement;
  static constexpr std::size_t input_count = sizeof...(Inputs);
  static constexpr std::size_t output_count = sizeof...(Outputs);
  /// Of every edge's memory; of the caller's, to be used to the full.
  static constexpr std::size_t alignment = alignment_of<Network>();
  static constexpr const auto& plan = memory_plan_of<Network, Placement, alignment>;

  /// Which backend and processor runs each node, in which segment, and every tensor that crosses between segments. What
  /// crosses is row-major, so conversions of storage orders are no part of it.
  static constexpr placement_table<lowered<typename Network::model_type>, Placement> placement{};

  /// Bytes of working memory: every edge that the caller does not hold, and what kernels borrow.
  static constexpr std::size_t arena_bytes = plan.arena_bytes;
  /// Those of them, the first ones, that keep the network's states from one run to the next.
  static constexpr std::size_t state_bytes = plan.state_bytes;
  /// Steps that only convert between storage orders, and the bytes that they read and write in a run.
  static constexpr std::size_t layout_conversions = conversions_of<Network>();
  static constexpr std::size_t layout_conversion_bytes = conversion_bytes_of<Network>();
  /// Steps of a run.
  static constexpr std::size_t step_count = [] {
    std::size_t count = 0;
    for (const bool step : plan.has_step) count += step;
    return count;
  }();

  /// The steps in order: what runs where, and what it costs.
  static constexpr const std::array<step_info, step_count>& steps = steps_of<Engine>;

  /// The working sets of the steps in order, and the limits of their backends.
  static constexpr std::array<working_set, step_count> working_sets = [] {
    std::array<working_set, step_count> table{};
    std::size_t row = 0;
    for (std::size_t node = 0; node < Network::size; ++node)
      if (plan.has_step[node]) table[row++] = working_sets_of<Network, Placement>[node];
    return table;
  }();

  /// Multiply-accumulates of one run.
  static constexpr std::int64_t macs = [] {
    std::int64_t sum = 0;
    for (const step_info& step : steps) sum += step.macs;
    return sum;
  }();

  /// A node as it runs, its packed parameters and the values of a constant: for programs that are made of an engine.
  /// (`Self` is the engine itself, under a name that compilers look into only once it is complete.)
  template <std::size_t Node, class Self = Engine>
  using node_at = placed_node<Self, Node>;
  template <std::size_t Node, class Self = Engine>
  static constexpr const auto& numbers_at() noexcept { return numbers_of<Self, holder_of<Self, Node>>(); }
  template <std::size_t Node, class Self = Engine>
  static constexpr const auto& constant_at() noexcept { return constant_data<Self, Node>; }

  /// Gives every state its initial values in memory that the caller gives; to be called before the first run in it.
  static void reset_in(std::span<std::byte, arena_bytes> memory) noexcept {
    if constexpr (state_bytes != 0) reset_states<Engine>(memory.data());
  }

  /// Runs the network once in memory that the caller gives. Its first `state_bytes` carry states on to the next run.
  [[gnu::always_inline]] static void run_in(std::span<std::byte, arena_bytes> memory,
                                            std::span<const typename Inputs::value_type, Inputs::size>... inputs,
                                            std::span<typename Outputs::value_type, Outputs::size>... outputs) noexcept {
    run_steps<Engine>(arena_memory<Engine>{memory.data(), {inputs.data()..., nullptr}, {outputs.data()..., nullptr}});
  }

  /// The same, telling `observe(step, data)` of every result while it is still in memory, in the step's storage order.
  template <class Observer>
  [[gnu::always_inline]] static void observe_in(std::span<std::byte, arena_bytes> memory, Observer&& observe,
                                                std::span<const typename Inputs::value_type, Inputs::size>... inputs,
                                                std::span<typename Outputs::value_type, Outputs::size>... outputs) {
    const arena_memory<Engine> edges{memory.data(), {inputs.data()..., nullptr}, {outputs.data()..., nullptr}};
    std::size_t row = 0;
    for_each_index<graph_type::size>([&]<std::size_t Node>() __attribute__((always_inline)) {
      if constexpr (plan.has_step[Node]) {
        run_step<Engine, Node>(edges);
        observe(steps[row++], static_cast<const void*>(edges.template write<Node>()));
      }
    });
  }

  /// Runs the network inside the compiler (on backends whose kernels are constexpr); one array for the only output.
  static constexpr auto evaluate(const std::array<typename Inputs::value_type, Inputs::size>&... inputs) noexcept {
    return evaluation_of<Engine>{}.run(inputs...);
  }

  /// The same for several runs in a row, states carried on.
  using evaluation = evaluation_of<Engine>;

  /// Which input of the network a node is.
  static constexpr std::size_t input_index(std::size_t node) noexcept {
    std::size_t before = 0;
    for (std::size_t i = 0; i < node; ++i) before += ports<graph_type>::is(i, true);
    return before;
  }

  /// Bytes of packed parameters, constants, and initial values of states that are not 0.
  static constexpr std::size_t weight_bytes = [] {
    std::size_t sum = 0;
    for_each_index<graph_type::size>([&]<std::size_t Node>() {
      if constexpr (is_stored<Engine, Node>) sum += edges_of<graph_type>[Node].tensor.bytes();
      else if constexpr (plan.has_step[Node] && holder_of<Engine, Node> == Node) sum += placed_node<Engine, Node>::number_bytes;
    });
    return sum;
  }();

  /// CRC-32 (IEEE) of all these, in the order of the nodes, as the compiler made them, or a packing program that which
  /// is linked.
  static consteval std::uint32_t weight_crc() { return weight_crc_of<Engine>; }

  /// Reads them all from memory and compares their CRC-32 with that.
  [[nodiscard, gnu::always_inline]] static bool weights_intact() noexcept { return are_weights_intact<Engine>(); }
};

}  // namespace tenon::detail
