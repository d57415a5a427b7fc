// SPDX-License-Identifier: Apache-2.0
// The engine: a model on a placement, as a type with static memory and one function to run it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

#include <tenon/engine/engine_of.hpp>
#include <tenon/engine/lowering.hpp>
#include <tenon/engine/ports.hpp>
#include <tenon/engine/run_in_arena.hpp>
#include <tenon/engine/shared_arena.hpp>
#include <tenon/engine/stages.hpp>
#include <tenon/plan/arrange.hpp>

namespace tenon {

template <class Model, class Placement, class... Pins>
class engine;

namespace detail {

/// Stands in for an engine that was refused, so that the refusal is the only error.
struct refused_engine {
  static constexpr std::size_t arena_bytes = 0;
  static constexpr std::size_t state_bytes = 0;
  static constexpr std::size_t weight_bytes = 0;
  static constexpr std::int64_t macs = 0;
  static constexpr std::size_t alignment = 1;
  static constexpr std::array<step_info, 0> steps{};
  static constexpr bool refused = true;

  static consteval std::uint32_t weight_crc() { return 0; }
  static bool weights_intact() noexcept { return false; }
};

template <class Engine, class Model, class Placement, stage_of_fault Stage = find_stage<Model, Placement>()>
struct sound_engine;
template <class Engine, class Model, class Placement>
struct sound_engine<Engine, Model, Placement, stage_of_fault::placement> : Placement {
  using type = refused_engine;
};
template <class Engine, class Model, class Placement>
struct sound_engine<Engine, Model, Placement, stage_of_fault::model>
    : explain<typename Model::graph_type, fault_of<Model>> {
  using type = refused_engine;
};
template <class Engine, class Model, class Placement>
struct sound_engine<Engine, Model, Placement, stage_of_fault::encodings>
    : explain<typename lowered<Model>::graph_type, encoding_fault_of<typename lowered<Model>::graph_type>> {
  using type = refused_engine;
};
template <class Engine, class Model, class Placement>
struct sound_engine<Engine, Model, Placement, stage_of_fault::pins>
    : explain<typename lowered<Model>::graph_type, pin_fault_of<Model, Placement>> {
  using type = refused_engine;
};
template <class Engine, class Model, class Placement>
struct sound_engine<Engine, Model, Placement, stage_of_fault::kernels> : explain_placement<lowered<Model>, Placement> {
  using type = refused_engine;
};
template <class Engine, class Model, class Placement>
struct sound_engine<Engine, Model, Placement, stage_of_fault::memory> : explain_room<Model, Placement>::told {
  using type = refused_engine;
};
template <class Engine, class Model, class Placement>
struct sound_engine<Engine, Model, Placement, stage_of_fault::none> {
  using network_type = network_to_run<Model, Placement>;
  using graph_type = typename network_type::graph_type;
  using type = engine_of<Engine, network_type, Placement, typename ports<graph_type>::template list<true>::type,
                         typename ports<graph_type>::template list<false>::type>;
};

template <class Placement, class... Pins>
using with_pins = std::conditional_t<sizeof...(Pins) == 0, Placement, placed_with<Placement, Pins...>>;

template <class Model, class Placement, class... Pins>
using engine_base = typename sound_engine<engine<Model, Placement, Pins...>, Model, with_pins<Placement, Pins...>>::type;

}  // namespace detail

/// A model on a placement: `engine<model<keyword_spotter, kws::weights, kws::encodings>, on<kryo, reference>>`. It holds
/// its arena and nothing else; constructing it does nothing, so one with states (`state_bytes` is not 0) is `reset()`
/// before its first run; weights are shared by all engines of the type. Two engines can run in two threads; one engine
/// runs one inference at a time. `Pins` are pinned<"name", backend>.
template <class Model, class Placement, class... Pins>
class engine : public detail::engine_base<Model, Placement, Pins...> {
  using base = detail::engine_base<Model, Placement, Pins...>;

 public:
  using model_type = Model;

  /// Gives every state its initial values: before the first run, and wherever a new stream begins.
  void reset() noexcept {
    if constexpr (base::state_bytes != 0)
      base::reset_in(std::span<std::byte, base::arena_bytes>{arena_, base::arena_bytes});
  }

  /// Runs the network once: inputs in order, then outputs in order, each a span of exactly its size. Allocates nothing,
  /// throws nothing, and in integers takes the same path whatever the values are.
  template <class... Buffers>
  void run(Buffers&&... buffers) noexcept {
    detail::run_in_arena<base>(arena_, static_cast<Buffers&&>(buffers)...);
  }

 private:
  alignas(64) alignas(base::alignment) std::byte arena_[base::arena_bytes == 0 ? 1 : base::arena_bytes];
};

/// What is wrong with a model on a placement: no backend, the model's fault, an edge without an encoding, a pin to nothing,
/// a node without a kernel, or a step without room.
template <class Model, class Placement, class... Pins>
inline constexpr fault fault_of<engine<Model, Placement, Pins...>> = [] {
  using placement = detail::with_pins<Placement, Pins...>;
  constexpr auto stage = detail::find_stage<Model, placement>();
  if constexpr (stage == detail::stage_of_fault::placement) return fault{fault_kind::no_backend};
  else if constexpr (stage == detail::stage_of_fault::model) return fault_of<Model>;
  else if constexpr (stage == detail::stage_of_fault::encodings)
    return detail::encoding_fault_of<typename lowered<Model>::graph_type>;
  else if constexpr (stage == detail::stage_of_fault::pins)
    return detail::pin_fault_of<Model, placement>;
  else if constexpr (stage == detail::stage_of_fault::kernels)
    return detail::kernel_fault_of<lowered<Model>, placement>::value;
  else if constexpr (stage == detail::stage_of_fault::memory) return detail::room_fault_of<Model, placement>;
  else return fault{};
}();

/// Which backends were asked for the first node without a kernel, and why each refused; empty if every node has one.
template <class Engine>
inline constexpr std::array<refusal, 0> refusals_of{};
template <class Model, class Placement, class... Pins>
  requires(fault_of<engine<Model, Placement, Pins...>>.kind == fault_kind::no_kernel)
inline constexpr auto refusals_of<engine<Model, Placement, Pins...>> =
    detail::refusals_at<lowered<Model>, detail::with_pins<Placement, Pins...>,
                        static_cast<std::size_t>(fault_of<engine<Model, Placement, Pins...>>.node)>::value;

}  // namespace tenon
