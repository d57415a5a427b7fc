// SPDX-License-Identifier: Apache-2.0
// The CRC-32 of all numbers that an engine holds in read-only memory, by the compiler and at run time.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <tenon/core/crc32.hpp>
#include <tenon/core/type_list.hpp>
#include <tenon/engine/constants.hpp>
#include <tenon/engine/numbers.hpp>

namespace tenon::detail {

/// CRC-32 of an object's bytes, in the compiler.
template <class Object>
constexpr std::uint32_t crc_of(const Object& object, std::uint32_t before) noexcept {
  if constexpr (std::is_empty_v<Object>) return before;
  else return crc32(std::bit_cast<std::array<std::uint8_t, sizeof(Object)>>(object), before);
}

/// The same at run time, straight from memory: the compiler must not know what it reads, or it would answer without
/// reading.
template <class Object>
[[gnu::always_inline]] inline std::uint32_t crc_in_memory(const Object& object, std::uint32_t before) noexcept {
  if constexpr (std::is_empty_v<Object>) {
    return before;
  } else {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(&object);
    asm volatile("" : "+r"(bytes) : : "memory");
    return crc32({bytes, sizeof(Object)}, before);
  }
}

/// Visits what a node holds in read-only memory: its packed parameters or its values.
template <class Engine, std::size_t Node, class Crc>
[[gnu::always_inline]] constexpr std::uint32_t crc_of_node(Crc crc, std::uint32_t before) noexcept {
  if constexpr (is_stored<Engine, Node>)
    return crc(constant_data<Engine, Node>, before);
  else if constexpr (Engine::plan.has_step[Node] && holder_of<Engine, Node> == Node)
    return crc(numbers_of<Engine, Node>(), before);
  else return before;
}

/// CRC-32 of all that an engine's nodes hold, in order.
template <class Engine, class Crc>
[[gnu::always_inline]] constexpr std::uint32_t crc_of_nodes(Crc crc) noexcept {
  std::uint32_t sum = 0;
  for_each_index<Engine::graph_type::size>(
      [&]<std::size_t Node>() __attribute__((always_inline)) { sum = crc_of_node<Engine, Node>(crc, sum); });
  return sum;
}

struct crc_when_compiling {
  template <class Object>
  constexpr std::uint32_t operator()(const Object& object, std::uint32_t before) const noexcept {
    return crc_of(object, before);
  }
};
struct crc_when_running {
  template <class Object>
  [[gnu::always_inline]] std::uint32_t operator()(const Object& object, std::uint32_t before) const noexcept {
    return crc_in_memory(object, before);
  }
};

/// As the compiler made them; as the packing program did, where numbers are linked.
template <class Engine>
inline constexpr std::uint32_t weight_crc_of = [] {
  if constexpr (block_layout_of<Engine>.size != 0) return block_of<Engine>.weight_crc;
  else return crc_of_nodes<Engine>(crc_when_compiling{});
}();

template <class Engine>
inline bool are_weights_intact() noexcept {
  return crc_of_nodes<Engine>(crc_when_running{}) == weight_crc_of<Engine>;
}

}  // namespace tenon::detail
