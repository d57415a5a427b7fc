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
#include <tenon/backend/adreno/join.hpp>
#include <tenon/backend/adreno/parts.hpp>
#include <tenon/backend/adreno/places.hpp>
#include <tenon/op/edges.hpp>

namespace tenon {
namespace adreno_kernels {

/// Launches and numbers of an engine.
template <std::size_t Launches, std::size_t Nodes>
struct schedule {
  std::array<entry, Launches> entries{};
  std::array<device_launch, Launches> launches{};
  std::size_t launch_count = 0;
  std::array<device_numbers, Nodes> numbers{};
  std::size_t number_count = 0;
  std::size_t number_bytes = 0;
  std::array<device_image, Launches> images{};
  std::size_t image_count = 0;

  /// Keeps a place for an object, its first `skipped` bytes left out; where it is.
  template <class Object>
  constexpr std::size_t keep(const Object& object, std::size_t skipped = 0) noexcept {
    const std::size_t offset = number_bytes;
    numbers[number_count++] = {&object, sizeof object - skipped, offset, skipped};
    number_bytes += (sizeof object - skipped + 63) / 64 * 64;
    return offset;
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

  /// Bytes of a step's numbers that lie in a texture.
  template <std::size_t Node>
  static constexpr std::size_t skipped = at<parts<Node>, 0>::kernel_type::image.bytes();

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
      else constants[Node] = to.keep(Engine::template constant_at<Node>());
    }
  }

  template <std::size_t Node, class Part>
  static constexpr void add_launch(schedule_type& to, const std::array<std::size_t, nodes>& constants,
                                   std::size_t numbers) noexcept {
    constexpr std::string_view name = placed<Node>::node_type::name.view();
    to.entries[to.launch_count] = entry_of<typename Part::kernel_type, typename Part::call_type>(name);
    device_launch& next = to.launches[to.launch_count++];
    next.node = name;
    next.size = Part::kernel_type::size;
    const auto add = [&](device_place where) { next.arguments[next.argument_count++] = where; };
    for (const int input : Part::reads)
      add(places<Engine>::of(
          input == own_result ? Node : static_cast<std::size_t>(wiring_of<graph_type>.source(Node, input)),
          constants));
    add(places<Engine>::of(Node, constants));
    if (Part::has_numbers) add({device_memory::numbers, 0, numbers + Part::offset_after(skipped<Node>)});
    if (Part::kernel_type::image.used()) {
      add({device_memory::image, to.image_count, 0});
      to.images[to.image_count++] = {to.numbers[to.number_count - 1].data, Part::kernel_type::image};
    }
  }

  template <std::size_t Node>
  static constexpr void add_step(schedule_type& to,
                                 const std::array<std::size_t, nodes>& constants) noexcept {
    if constexpr (plan.has_step[Node]) {
      std::size_t numbers = 0;
      if constexpr (!std::is_empty_v<typename placed<Node>::kernel_type::packed>)
        numbers = to.keep(Engine::template numbers_at<Node>(), skipped<Node>);
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
  static_assert(
      told,
      "tenon: a program for a device has a step on another backend; place every node on adreno, or split the network");
  static constexpr std::string_view text{};
  static constexpr device_program table{};
};

template <class Engine>
struct program_of<Engine, true> {
  using scheduler = adreno_kernels::scheduler<Engine>;
  static constexpr bool fits = Engine::arena_bytes < 0x80000000 && scheduler::made.number_bytes < 0x80000000;
  static_assert(
      fits,
      "tenon: a program for a device needs 2 GiB of memory or more, and its offsets have 31 bits; split the network");
  static constexpr const auto& entries = scheduler::made.entries;
  using joined = adreno_kernels::joined<entries>;
  static constexpr auto launches = [] {
    auto named = scheduler::made.launches;
    for (std::size_t i = 0; i < named.size(); ++i) named[i].kernel = joined::names.names[i].view();
    return named;
  }();
  static constexpr std::string_view text{joined::text.text, joined::text.size()};
  static constexpr device_program table{
      text,
      launches,
      std::span{scheduler::made.numbers}.first(scheduler::made.number_count),
      std::span{scheduler::made.images}.first(scheduler::made.image_count),
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
