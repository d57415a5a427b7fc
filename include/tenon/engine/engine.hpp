// SPDX-License-Identifier: Apache-2.0
// The engine: a model on a placement, as a type with static memory and one function to run it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include <tenon/engine/evaluate.hpp>
#include <tenon/engine/lowering.hpp>
#include <tenon/engine/memory.hpp>
#include <tenon/engine/step.hpp>
#include <tenon/plan/plan.hpp>

namespace tenon {

template <class Model, class Placement, class... Pins>
class engine;

namespace detail {

/// Elements and extent of an input or output of a network.
template <tensor_type Type>
struct port {
  using value_type = storage_t<Type.type>;
  static constexpr std::size_t size = static_cast<std::size_t>(Type.size());
};

/// The first node that no backend of the placement can run.
template <class Network, class Placement, class Indices>
struct kernel_fault;
template <class Network, class Placement, std::size_t... Nodes>
struct kernel_fault<Network, Placement, std::index_sequence<Nodes...>> {
  template <std::size_t Node>
  static consteval bool missing() {
    using op = typename at<typename Network::graph_type, Node>::op;
    if constexpr (is_input_operator<op> || is_constant_operator<op>) return false;
    else return std::is_same_v<backend_of<Network, Node, Placement>, nowhere>;
  }
  static constexpr fault value = [] {
    constexpr std::array<bool, sizeof...(Nodes) + 1> none{missing<Nodes>()..., false};
    for (std::size_t i = 0; i < sizeof...(Nodes); ++i)
      if (none[i]) return fault{fault_kind::no_kernel, static_cast<int>(i), {}};
    return fault{};
  }();
};

template <class Nodes>
struct kinds_of_nodes;
template <class... Nodes>
struct kinds_of_nodes<graph<Nodes...>> {
  static constexpr std::array<bool, sizeof...(Nodes) + 1> is_input{is_input_operator<typename Nodes::op>..., false};
  static constexpr std::array<bool, sizeof...(Nodes) + 1> is_constant{is_constant_operator<typename Nodes::op>..., false};
};

/// Where inputs and outputs stand among the nodes of a graph.
template <class Graph>
struct ports : kinds_of_nodes<nodes_of<Graph>> {
  using self = Graph;
  using kinds_of_nodes<nodes_of<Graph>>::is_input;
  using kinds_of_nodes<nodes_of<Graph>>::is_constant;
  static constexpr std::size_t size = size_of<Graph>;

  static constexpr bool is(std::size_t node, bool input) noexcept {
    return input ? is_input[node] : !is_input[node] && !is_constant[node] && wiring_of<self>.is_output(node);
  }
  static constexpr std::size_t count(bool input) noexcept {
    std::size_t found = 0;
    for (std::size_t i = 0; i < size; ++i) found += is(i, input);
    return found;
  }
  static constexpr std::size_t node_of(bool input, std::size_t index) noexcept {
    for (std::size_t i = 0; i < size; ++i)
      if (is(i, input) && index-- == 0) return i;
    return size;
  }
  template <bool Input, class Indices = std::make_index_sequence<count(Input)>>
  struct list;
  template <bool Input, std::size_t... Indices>
  struct list<Input, std::index_sequence<Indices...>> {
    using type = type_list<port<edges_of<self>[node_of(Input, Indices)].tensor>...>;
  };
};

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
  static constexpr std::size_t alignment = 16;
  static constexpr const auto& plan = memory_plan_of<Network, Placement, alignment>;

  /// Bytes of working memory: every edge that the caller does not hold, and what kernels borrow.
  static constexpr std::size_t arena_bytes = plan.arena_bytes;
  /// Steps of a run.
  static constexpr std::size_t step_count = [] {
    std::size_t count = 0;
    for (const bool step : plan.has_step) count += step;
    return count;
  }();

  /// The steps in order: what runs where, and what it costs.
  static constexpr const std::array<step_info, step_count>& steps = steps_of<Engine>;

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
  static constexpr const auto& numbers_at() noexcept { return packed<Self, Node>; }
  template <std::size_t Node, class Self = Engine>
  static constexpr const auto& constant_at() noexcept { return constant_data<Self, Node>; }

  /// Runs the network once in memory that the caller gives.
  [[gnu::always_inline]] static void run_in(std::span<std::byte, arena_bytes> memory, std::span<const typename Inputs::value_type, Inputs::size>... inputs,
                     std::span<typename Outputs::value_type, Outputs::size>... outputs) noexcept {
    run_steps<Engine>(arena_memory<Engine>{memory.data(), {inputs.data()..., nullptr}, {outputs.data()..., nullptr}});
  }

  /// The same, telling `observe(step, data)` of every result while it is still in memory.
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
    typed_memory<Engine> memory;
    const tuple<std::array<typename Inputs::value_type, Inputs::size>...> given{inputs...};
    for_each_index<graph_type::size>([&]<std::size_t Node>() { evaluate_node<Engine, Node>(memory, given); });
    return memory.template edge<ports<graph_type>::node_of(false, 0)>();
  }

  /// Which input of the network a node is.
  static constexpr std::size_t input_index(std::size_t node) noexcept {
    std::size_t before = 0;
    for (std::size_t i = 0; i < node; ++i) before += ports<graph_type>::is(i, true);
    return before;
  }

  /// Bytes of packed parameters and constants.
  static constexpr std::size_t weight_bytes = [] {
    std::size_t sum = 0;
    for_each_index<graph_type::size>([&]<std::size_t Node>() {
      using op = typename at<graph_type, Node>::op;
      if constexpr (is_constant_operator<op>) sum += edges_of<graph_type>[Node].tensor.bytes();
    });
    for (const step_info& step : steps) sum += step.weight_bytes;
    return sum;
  }();

  /// CRC-32 (IEEE) of all packed parameters and constants, in the order of the nodes, as the compiler made them.
  static consteval std::uint32_t weight_crc() { return weight_crc_of<Engine>; }

  /// Reads all packed parameters and constants from memory and compares their CRC-32 with the compiler's.
  [[nodiscard, gnu::always_inline]] static bool weights_intact() noexcept { return are_weights_intact<Engine>(); }
};

/// Stands in for an engine whose model was refused, so that the refusal is the only error.
struct refused_engine {
  static constexpr std::size_t arena_bytes = 0;
  static constexpr std::size_t weight_bytes = 0;
  static constexpr std::int64_t macs = 0;
  static constexpr std::array<step_info, 0> steps{};
  static constexpr bool refused = true;
};

/// The first stage at which a model on a placement turns out to be faulty.
enum class stage_of_fault : unsigned char { none, placement, model, encodings, kernels };

template <class Network, class Placement>
using kernel_fault_of = kernel_fault<Network, Placement, std::make_index_sequence<Network::size>>;

template <class Model, class Placement>
consteval stage_of_fault find_stage() {
  if constexpr (std::is_same_v<Placement, on<>>) return stage_of_fault::placement;
  else if constexpr (fault_of<Model>.kind != fault_kind::none) return stage_of_fault::model;
  else if constexpr (encoding_fault_of<typename lowered<Model>::graph_type>.kind != fault_kind::none) return stage_of_fault::encodings;
  else if constexpr (kernel_fault_of<lowered<Model>, Placement>::value.kind != fault_kind::none) return stage_of_fault::kernels;
  else return stage_of_fault::none;
}

template <class Engine, class Model, class Placement, stage_of_fault Stage = find_stage<Model, Placement>()>
struct sound_engine;
template <class Engine, class Model, class Placement>
struct sound_engine<Engine, Model, Placement, stage_of_fault::placement> : Placement {
  using type = refused_engine;
};
template <class Engine, class Model, class Placement>
struct sound_engine<Engine, Model, Placement, stage_of_fault::model> : explain<typename Model::graph_type, fault_of<Model>> {
  using type = refused_engine;
};
template <class Engine, class Model, class Placement>
struct sound_engine<Engine, Model, Placement, stage_of_fault::encodings>
    : explain<typename lowered<Model>::graph_type, encoding_fault_of<typename lowered<Model>::graph_type>> {
  using type = refused_engine;
};
template <class Engine, class Model, class Placement>
struct sound_engine<Engine, Model, Placement, stage_of_fault::kernels>
    : explain<typename lowered<Model>::graph_type, kernel_fault_of<lowered<Model>, Placement>::value> {
  using type = refused_engine;
};
template <class Engine, class Model, class Placement>
struct sound_engine<Engine, Model, Placement, stage_of_fault::none> {
  using network_type = lowered<Model>;
  using graph_type = typename network_type::graph_type;
  using type = engine_of<Engine, network_type, Placement, typename ports<graph_type>::template list<true>::type,
                         typename ports<graph_type>::template list<false>::type>;
};

template <class Placement, class... Pins>
using with_pins = std::conditional_t<sizeof...(Pins) == 0, Placement, placed_with<Placement, Pins...>>;

template <class Model, class Placement, class... Pins>
using engine_base = typename sound_engine<engine<Model, Placement, Pins...>, Model, with_pins<Placement, Pins...>>::type;

/// True if the buffers are the network's inputs and outputs: as many, of their element types and sizes.
template <class Engine, class... Buffers>
inline constexpr bool buffers_fit = requires(std::span<std::byte, Engine::arena_bytes> memory, Buffers&&... buffers) {
  Engine::run_in(memory, static_cast<Buffers&&>(buffers)...);
};

}  // namespace detail

/// A model on a placement: `engine<model<keyword_spotter, kws::weights, kws::encodings>, on<kryo, reference>>`. It holds
/// its arena and nothing else; constructing it does nothing; weights are shared by all engines of the type. Two
/// engines can run in two threads; one engine runs one inference at a time. `Pins` are pinned<"name", backend>.
template <class Model, class Placement, class... Pins>
class engine : public detail::engine_base<Model, Placement, Pins...> {
  using base = detail::engine_base<Model, Placement, Pins...>;

 public:
  using model_type = Model;

  /// Runs the network once: inputs in order, then outputs in order, each a span of exactly its size. Allocates nothing,
  /// throws nothing, and takes the same path whatever the values are.
  template <class... Buffers>
  void run(Buffers&&... buffers) noexcept {
    if constexpr (!requires { base::refused; }) {
      constexpr bool fit = detail::buffers_fit<base, Buffers...>;
      static_assert(fit, "tenon: run() has not the network's inputs and outputs as arguments; give arrays or spans of exactly "
                         "their element types and sizes, inputs first");
      if constexpr (fit)
        base::run_in(std::span<std::byte, base::arena_bytes>{arena_, base::arena_bytes}, static_cast<Buffers&&>(buffers)...);
    }
  }

 private:
  alignas(64) std::byte arena_[base::arena_bytes == 0 ? 1 : base::arena_bytes];
};

/// What is wrong with a model on a placement: the model's fault, an edge without an encoding, or a node without a kernel.
template <class Model, class Placement, class... Pins>
inline constexpr fault fault_of<engine<Model, Placement, Pins...>> = [] {
  using placement = detail::with_pins<Placement, Pins...>;
  constexpr auto stage = detail::find_stage<Model, placement>();
  if constexpr (stage == detail::stage_of_fault::model) return fault_of<Model>;
  else if constexpr (stage == detail::stage_of_fault::encodings)
    return detail::encoding_fault_of<typename lowered<Model>::graph_type>;
  else if constexpr (stage == detail::stage_of_fault::kernels) return detail::kernel_fault_of<lowered<Model>, placement>::value;
  else return fault{};
}();

/// One arena for networks that run one after the other: as large as the largest needs.
template <class... Engines>
class shared_arena {
 public:
  static constexpr std::size_t arena_bytes = [] {
    std::size_t most = 0;
    for (const std::size_t bytes : {Engines::arena_bytes...}) most = bytes > most ? bytes : most;
    return most;
  }();

  /// Runs one of the networks in the shared memory.
  template <class Engine, class... Buffers>
    requires(std::is_same_v<Engine, Engines> || ...)
  void run(Buffers&&... buffers) noexcept {
    Engine::run_in(std::span<std::byte, Engine::arena_bytes>{arena_, Engine::arena_bytes}, static_cast<Buffers&&>(buffers)...);
  }

 private:
  alignas(64) std::byte arena_[arena_bytes == 0 ? 1 : arena_bytes];
};

}  // namespace tenon
