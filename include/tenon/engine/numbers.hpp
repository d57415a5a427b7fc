// SPDX-License-Identifier: Apache-2.0
// Where the packed parameters of a step lie: in a variable that the compiler made, or in a block that is linked.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <tenon/core/fixed_string.hpp>
#include <tenon/core/tuple.hpp>
#include <tenon/engine/constants.hpp>
#include <tenon/model/packed_block.hpp>
#include <tenon/model/source.hpp>
#include <tenon/op/origin.hpp>

namespace tenon {
namespace detail {

/// True if a step's packed parameters are its own and made of arrays that the compiler does not know.
template <class Engine, std::size_t Node>
consteval bool is_packed_later() {
  using weights_type = typename Engine::network_type::model_type::weights_type;
  if constexpr (!has_linked_arrays<weights_type>) {
    return false;
  } else if constexpr (!Engine::plan.has_step[Node] || holder_of<Engine, Node> != Node) {
    return false;
  } else {
    using placed = placed_node<Engine, Node>;
    return is_made_of_linked<weights_type, typename placed::node_type>(placed::inputs) &&
           !std::is_empty_v<typename placed::kernel_type::packed>;
  }
}

/// Where in a block the steps find their parameters.
template <std::size_t Nodes>
struct block_layout {
  std::array<std::size_t, Nodes> offset{};
  std::size_t size = 0;
  std::size_t alignment = 64;
  /// A hash of all that the bytes depend on, apart from attributes of operators.
  std::uint64_t fingerprint = hash_of("");

  constexpr void mix(std::uint64_t number) noexcept {
    for (unsigned shift = 0; shift < 64; shift += 8) {
      const char byte = static_cast<char>(static_cast<unsigned char>(number >> shift));
      fingerprint = hash_of({&byte, 1}, fingerprint);
    }
  }
  constexpr void mix(const edge_type& edge) noexcept {
    mix(static_cast<std::uint64_t>(edge.tensor.type));
    mix(static_cast<std::uint64_t>(edge.tensor.size()));
    mix(std::bit_cast<std::uint32_t>(edge.code.scale));
    mix(static_cast<std::uint64_t>(edge.code.zero_point));
  }
  constexpr void mix(std::string_view text) noexcept { fingerprint = hash_of(text, fingerprint); }
};

template <class Engine, std::size_t Node, class Layout>
constexpr void add_to_block(Layout& layout) {
  if constexpr (is_packed_later<Engine, Node>()) {
    using placed = placed_node<Engine, Node>;
    using numbers = typename placed::kernel_type::packed;
    const std::size_t alignment = alignof(numbers) < 64 ? std::size_t{64} : alignof(numbers);
    layout.alignment = layout.alignment < alignment ? alignment : layout.alignment;
    layout.offset[Node] = (layout.size + alignment - 1) / alignment * alignment;
    layout.size = layout.offset[Node] + sizeof(numbers);
    layout.mix(placed::node_type::name.view());
    layout.mix(placed::op::word);
    layout.mix(placed::backend::name);
    layout.mix(placed::kernel_type::variant);
    layout.mix(layout.size);
    layout.mix(std::bit_cast<std::uint32_t>(attribute_of<typename placed::op>(clamp{}).low));
    layout.mix(std::bit_cast<std::uint32_t>(attribute_of<typename placed::op>(clamp{}).high));
    for (const edge_type& input : placed::inputs) layout.mix(input);
    layout.mix(placed::output);
  }
}

template <class Engine>
constexpr auto lay_out_block() {
  using weights_type = typename Engine::network_type::model_type::weights_type;
  block_layout<Engine::graph_type::size> layout;
  if constexpr (requires { weights_type::trained_block; }) layout.mix(std::uint64_t{weights_type::trained_block.crc});
  if constexpr (has_linked_arrays<weights_type>)
    for_each_index<Engine::graph_type::size>([&]<std::size_t Node>() { add_to_block<Engine, Node>(layout); });
  return layout;
}

/// The layout of the numbers of an engine that are linked; empty if the compiler knows them all.
template <class Engine>
inline constexpr auto block_layout_of = lay_out_block<Engine>();

/// The block that an engine reads; what is wrong with it is told here, once.
template <class Engine>
consteval packed_block find_block() {
  using weights_type = typename Engine::network_type::model_type::weights_type;
  static_assert(has_packed_block<weights_type>,
                "tenon: the weights of this network are linked, but its model has no packed block; run a packing program "
                "(tenon/host/pack_weights.hpp) and use the model in the header that it writes");
  if constexpr (has_packed_block<weights_type>) {
    constexpr bool is_of_this_engine =
        weights_type::packed_block.layout == block_layout_of<Engine>.fingerprint &&
        weights_type::packed_block.size == block_layout_of<Engine>.size;
    static_assert(is_of_this_engine,
                  "tenon: the packed block was made for another network, backend or processor; run the packing program "
                  "again");
    return weights_type::packed_block;
  } else {
    return {};
  }
}

template <class Engine>
inline constexpr packed_block block_of = find_block<Engine>();

}  // namespace detail

/// The packed parameters of one step, wherever they lie.
template <class Engine, std::size_t Node>
[[gnu::always_inline]] constexpr const auto& numbers_of() noexcept {
  if constexpr (detail::is_packed_later<Engine, Node>()) {
    using numbers = typename detail::placed_node<Engine, Node>::kernel_type::packed;
    const void* const at = detail::block_of<Engine>.bytes + detail::block_layout_of<Engine>.offset[Node];
    return *static_cast<const numbers*>(at);
  } else {
    return packed<Engine, Node>;
  }
}

}  // namespace tenon
