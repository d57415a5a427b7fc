// SPDX-License-Identifier: Apache-2.0
// Random networks as types: a seed chooses operators and edges while the program is compiled.
#pragma once

#include <tenon/tenon.hpp>

#include "laws/numbers.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace tenon_laws {

/// "n00", "n01", ...
template <std::size_t Index>
inline constexpr tenon::fixed_string node_name{
    {'n', static_cast<char>('0' + Index / 10), static_cast<char>('0' + Index % 10), '\0'}};

/// What the seed says about one node.
struct dice {
  std::uint32_t kind;
  std::uint32_t first;
  std::uint32_t second;
  std::uint32_t size;

  static constexpr dice roll(std::uint32_t seed, std::size_t node) {
    std::uint32_t state = seed * 2654435761u + static_cast<std::uint32_t>(node) * 40503u + 17u;
    next_random(state);
    const std::uint32_t kind = next_random(state);
    const std::uint32_t first = next_random(state);
    const std::uint32_t second = next_random(state);
    return {kind, first, second, next_random(state)};
  }
};

/// Adds one node to a graph: `Kind` with the edges `First` and `Second`.
template <class Graph, std::size_t First, std::size_t Second, dice Dice>
struct next_node {
  static constexpr std::size_t index = tenon::size_of<Graph>;
  static constexpr tenon::shape x = tenon::edges_of<Graph>[First].tensor.extents;
  static constexpr tenon::shape z = tenon::edges_of<Graph>[Second].tensor.extents;
  static constexpr bool large = x[0] >= 3 && x[1] >= 3;
  static constexpr int filters = 1 + static_cast<int>(Dice.size % 5);

  template <class Operator>
  using reading = tenon::node<node_name<index>, Operator, node_name<First>>;
  template <class Operator>
  using reading_both = tenon::node<node_name<index>, Operator, node_name<First>, node_name<Second>>;

  static auto choose() {
    using namespace tenon;
    using namespace tenon::op;
    constexpr std::uint32_t kind = Dice.kind % 18;
    if constexpr (kind < 2) return reading<conv2d_<tenon::filters{filters}, window{3, 3}, same_padding>>{};
    else if constexpr (kind == 2) return reading<conv2d_<tenon::filters{filters}>>{};
    else if constexpr (kind == 3 && large)
      return reading<conv2d_<tenon::filters{filters}, window{3, 2}, padding{0, 1, 1, 0}>>{};
    else if constexpr (kind == 4) return reading<relu6_<>>{};
    else if constexpr (kind == 5) return reading<batch_norm_<>>{};
    else if constexpr (kind < 10 && x == z && First != Second) return reading_both<add_<>>{};
    else if constexpr (kind < 12 && x[0] == z[0] && x[1] == z[1] && x[2] + z[2] < 16) return reading_both<concat_<>>{};
    else if constexpr (kind == 12 && x[0] < 9) return reading<pad_<padding{1, 0, 0, 1}>>{};
    else if constexpr (kind == 13 && large) return reading<max_pool_<window{2, 2}>>{};
    else if constexpr (kind == 14 && large) return reading<average_pool_<window{2, 2}, stride{2, 2}>>{};
    else if constexpr (kind == 15) return reading<depthwise_conv2d_<window{3, 3}, same_padding>>{};
    else if constexpr (kind == 16) return reading<reshape_<extents{x[0], x[1], x[2]}>>{};
    else if constexpr (kind == 17) return reading<conv2d_<tenon::filters{x[2]}, window{3, 3}, same_padding>>{};
    else return reading<relu_<>>{};
  }
  using type = decltype(choose());
};

template <class Graph, std::uint32_t Seed, std::size_t Left>
struct grow {
  static constexpr std::size_t size = tenon::size_of<Graph>;
  static constexpr dice rolled = dice::roll(Seed, size);
  // Mostly recent edges, so that networks become deep.
  static constexpr std::size_t first = size - 1 - rolled.first % (size < 3 ? size : 3);
  static constexpr std::size_t second = size - 1 - rolled.second % (size < 6 ? size : 6);
  using type =
      typename grow<typename tenon::detail::append<Graph, typename next_node<Graph, first, second, rolled>::type>::type,
                    Seed, Left - 1>::type;
};
template <class Graph, std::uint32_t Seed>
struct grow<Graph, Seed, 0> {
  using type = Graph;
};

/// A network of 5 to 25 nodes.
template <std::uint32_t Seed>
struct random_network {
  static consteval auto graph() {
    using start = tenon::graph<tenon::node<node_name<0>, tenon::op::input_<tenon::tensor<tenon::f32, 6, 5, 3>::value>>>;
    return typename grow<start, Seed, 4 + dice::roll(Seed, 99).size % 21>::type{};
  }
};

}  // namespace tenon_laws
