// SPDX-License-Identifier: Apache-2.0
// An engine on adreno as a program for a device: one text, a list of launches, and where every tensor lies.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include <tenon/backend/adreno/device_program.hpp>
#include <tenon/backend/adreno/half.hpp>
#include <tenon/backend/adreno/join.hpp>
#include <tenon/backend/adreno/parts.hpp>
#include <tenon/op/edges.hpp>

namespace tenon {
namespace adreno_kernels {

/// A constant tensor as a device of halves stores it.
template <class Engine, std::size_t Node>
inline constexpr auto halved_constant = [] {
  constexpr const auto& values = Engine::template constant_at<Node>();
  std::array<std::uint16_t, values.size()> made{};
  for (std::size_t i = 0; i < values.size(); ++i) made[i] = to_half(values[i]);
  return made;
}();

/// Launches and numbers of an engine.
template <std::size_t Launches, std::size_t Nodes>
struct schedule {
  std::array<entry, Launches> entries{};
  std::array<device_launch, Launches> launches{};
  std::size_t launch_count = 0;
  std::array<device_numbers, Nodes> numbers{};
  std::size_t number_count = 0;
  std::size_t number_bytes = 0;

  /// Keeps a place for an object; where it is.
  template <class Object>
  constexpr std::size_t keep(const Object& object) noexcept {
    const std::size_t offset = number_bytes;
    numbers[number_count++] = {&object, sizeof object, offset};
    number_bytes += (sizeof object + 63) / 64 * 64;
    return offset;
  }
};

/// Where the tensors of an engine lie on a device.
template <class Engine>
struct places {
  using graph_type = typename Engine::graph_type;
  static constexpr std::size_t nodes = graph_type::size;
  static constexpr const auto& plan = Engine::plan;
  template <std::size_t Node>
  using placed = typename Engine::template node_at<Node>;

  template <std::size_t Node>
  static constexpr bool is_constant = requires { requires placed<Node>::op::is_constant; };

  static constexpr tensor_type type_of(std::size_t edge) noexcept { return edges_of<graph_type>[edge].tensor; }
  static constexpr const auto& block_of(std::size_t edge) noexcept {
    return plan.blocks[static_cast<std::size_t>(plan.block_of[edge])];
  }

  /// True if some kernel stores real numbers as halves; all must then.
  template <std::size_t Node>
  static consteval bool is_halved() {
    if constexpr (!plan.has_step[Node]) return false;
    else return placed<Node>::backend::reals == real_storage::f16;
  }
  static constexpr bool halved = []<std::size_t... Node>(std::index_sequence<Node...>) {
    return (is_halved<Node>() || ...);
  }(std::make_index_sequence<nodes>{});
  static constexpr bool alike = []<std::size_t... Node>(std::index_sequence<Node...>) {
    return ((!plan.has_step[Node] || is_halved<Node>() == halved) && ...);
  }(std::make_index_sequence<nodes>{});
  static_assert(alike, "tenon: a program stores some real numbers as f32 and some as f16; give all its steps one real_storage");

  /// The arena halves with its tensors if all of them do.
  static constexpr std::size_t arena_divisor = [] {
    using origin = std::remove_cvref_t<decltype(plan.blocks[0].from)>;
    bool only_reals = halved;
    for (std::size_t edge = 0; edge < nodes; ++edge)
      if (block_of(edge).from == origin::arena) only_reals = only_reals && type_of(edge).type == f32;
    return only_reals ? std::size_t{2} : std::size_t{1};
  }();

  /// Where an edge lies; `constants` are the places of constants by their node.
  static constexpr device_place of(std::size_t edge, const std::array<std::size_t, nodes>& constants) noexcept {
    using origin = std::remove_cvref_t<decltype(plan.blocks[0].from)>;
    const auto& block = block_of(edge);
    const std::size_t within = plan.offset_in_block[edge] / (halved && type_of(edge).type == f32 ? 2 : 1);
    if (block.from == origin::arena) return {device_memory::arena, 0, block.offset / arena_divisor + within};
    const auto owner = static_cast<std::size_t>(plan.block_of[edge]);
    if (block.from == origin::constant) return {device_memory::numbers, 0, constants[owner] + within};
    return {block.from == origin::input ? device_memory::input : device_memory::output, static_cast<std::size_t>(block.index), within};
  }
};

/// Gathers the launches of an engine.
template <class Engine>
struct scheduler : places<Engine> {
  using typename places<Engine>::graph_type;
  using places<Engine>::nodes;
  using places<Engine>::plan;
  template <std::size_t Node>
  using placed = typename places<Engine>::template placed<Node>;

  template <std::size_t Node>
  using parts = parts_of<typename placed<Node>::kernel_type, typename placed<Node>::call_type>;

  template <std::size_t Node>
  static consteval std::size_t count_parts() {
    if constexpr (!plan.has_step[Node]) return 0;
    else return parts<Node>::size;
  }
  static constexpr std::size_t launches = []<std::size_t... Node>(std::index_sequence<Node...>) {
    return (count_parts<Node>() + ... + 0);
  }(std::make_index_sequence<nodes>{});
  using schedule_type = schedule<launches, nodes>;

  template <std::size_t Node>
  static constexpr void keep_constant(schedule_type& to, std::array<std::size_t, nodes>& constants) noexcept {
    if constexpr (places<Engine>::template is_constant<Node>) {
      if constexpr (places<Engine>::halved && places<Engine>::type_of(Node).type == f32)
        constants[Node] = to.keep(halved_constant<Engine, Node>);
      else
        constants[Node] = to.keep(Engine::template constant_at<Node>());
    }
  }

  template <std::size_t Node, class Part>
  static constexpr void add_launch(schedule_type& to, const std::array<std::size_t, nodes>& constants, std::size_t numbers) noexcept {
    constexpr std::string_view name = placed<Node>::node_type::name.view();
    to.entries[to.launch_count] = entry_of<typename Part::kernel_type, typename Part::call_type>(name);
    device_launch& next = to.launches[to.launch_count++];
    next.node = name;
    next.size = Part::kernel_type::size;
    const auto add = [&](device_place where) { next.arguments[next.argument_count++] = where; };
    for (const int input : Part::reads)
      add(places<Engine>::of(input == own_result ? Node : static_cast<std::size_t>(wiring_of<graph_type>.source(Node, input)), constants));
    add(places<Engine>::of(Node, constants));
    if (Part::has_numbers) add({device_memory::numbers, 0, numbers + Part::numbers_offset});
  }

  template <std::size_t Node>
  static constexpr void add_step(schedule_type& to, const std::array<std::size_t, nodes>& constants) noexcept {
    if constexpr (plan.has_step[Node]) {
      std::size_t numbers = 0;
      if constexpr (!std::is_empty_v<typename placed<Node>::kernel_type::packed>)
        numbers = to.keep(Engine::template numbers_at<Node>());
      [&]<class... Part>(type_list<Part...>) {
        (add_launch<Node, Part>(to, constants, numbers), ...);
      }(parts<Node>{});
    }
  }

  static constexpr schedule_type made = []<std::size_t... Node>(std::index_sequence<Node...>) {
    schedule_type gathered{};
    std::array<std::size_t, nodes> constants{};
    (keep_constant<Node>(gathered, constants), ...);
    (add_step<Node>(gathered, constants), ...);
    return gathered;
  }(std::make_index_sequence<nodes>{});
};

/// The inputs, or the outputs, of an engine in order.
template <class Engine, bool Inputs>
inline constexpr auto ports_of = [] {
  using where = places<Engine>;
  using origin = std::remove_cvref_t<decltype(where::plan.blocks[0].from)>;
  constexpr origin wanted = Inputs ? origin::input : origin::output;
  std::array<device_port, (Inputs ? Engine::input_count : Engine::output_count)> made{};
  for (std::size_t i = 0; i < where::nodes; ++i) {
    const auto& own = where::plan.blocks[i];
    if (own.from != wanted || own.index < 0) continue;
    const tensor_type type = where::type_of(i);
    made[static_cast<std::size_t>(own.index)] = {type.type, static_cast<std::size_t>(type.size()), where::halved && type.type == f32};
  }
  return made;
}();

}  // namespace adreno_kernels

namespace adreno_kernels {

template <class Backend>
inline constexpr bool is_adreno = false;
template <class Chip, auto... Policies>
inline constexpr bool is_adreno<adreno<Chip, Policies...>> = true;

template <class Engine, std::size_t Node>
constexpr bool can_launch() noexcept {
  if constexpr (!Engine::plan.has_step[Node]) return true;
  else return is_adreno<typename Engine::template node_at<Node>::backend>;
}

/// True if a device can run all steps; an engine that was refused has told why.
template <class Engine>
inline constexpr bool is_launchable = [] {
  if constexpr (requires { Engine::refused; }) return false;
  else
    return []<std::size_t... Node>(std::index_sequence<Node...>) {
      return (can_launch<Engine, Node>() && ...);
    }(std::make_index_sequence<Engine::graph_type::size>{});
}();

template <class Engine, bool Launchable = is_launchable<Engine>>
struct program_of {
  static constexpr bool told = requires { Engine::refused; };
  static_assert(told, "tenon: a program for a device has a step on another backend; place every node on adreno, or split the network");
  static constexpr std::string_view text{};
  static constexpr device_program table{};
};

template <class Engine>
struct program_of<Engine, true> {
  using scheduler = adreno_kernels::scheduler<Engine>;
  static constexpr const auto& entries = scheduler::made.entries;
  using joined = adreno_kernels::joined<entries>;
  static constexpr auto launches = [] {
    auto named = scheduler::made.launches;
    for (std::size_t i = 0; i < named.size(); ++i) named[i].kernel = joined::names.names[i].view();
    return named;
  }();
  static constexpr std::string_view text{joined::text.text, joined::text.size()};
  static constexpr device_program table{text,
                                        launches,
                                        std::span{scheduler::made.numbers}.first(scheduler::made.number_count),
                                        ports_of<Engine, true>,
                                        ports_of<Engine, false>,
                                        Engine::arena_bytes / scheduler::arena_divisor,
                                        scheduler::made.number_bytes};
};

}  // namespace adreno_kernels

/// The program of an engine whose steps are all on adreno; both members are constants of the type.
template <class Engine>
struct program {
  /// OpenCL C source.
  static constexpr std::string_view text = adreno_kernels::program_of<Engine>::text;
  /// What a host needs to run it.
  static constexpr const device_program& table = adreno_kernels::program_of<Engine>::table;
};

}  // namespace tenon
