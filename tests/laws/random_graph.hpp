// SPDX-License-Identifier: Apache-2.0
// Random networks as types: a seed chooses operators and edges while the program is compiled.
#pragma once

#include <tenon/tenon.hpp>

#include "contract/generator.hpp"
#include "laws/numbers.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <utility>

namespace tenon_laws {

enum class drawn_kind : unsigned char {
  input, constant, conv2d, pointwise, padded_conv2d, depthwise, batch_norm, relu, relu6, add, sub, mul, concat, pad,
  max_pool, average_pool, resize, same_reshape, flatten, unflatten, dense, output, count
};

/// One node of a network that is being drawn, before it is a type.
struct drawn_node {
  drawn_kind kind = drawn_kind::input;
  tenon::shape result{};
  std::size_t inputs = 0;
  std::size_t first = 0;
  std::size_t second = 0;
  int choice = 0;  ///< between variants of the kind
};

/// Draws a network of some 7 to 16 nodes, with the shapes of its edges by rules of its own.
class drawn_network {
 public:
  static constexpr std::size_t most = 20;

  constexpr explicit drawn_network(std::uint32_t seed) : draw_(seed * 1000u) {
    append({drawn_kind::input, tenon::shape_of(5, 4, 3)});
    for (const std::size_t wanted = 7 + below(7); size < wanted;) grow();
  }

  std::array<drawn_node, most> nodes{};
  std::size_t size = 0;

 private:
  constexpr std::size_t below(std::size_t limit) { return static_cast<std::size_t>(draw_.next() % limit); }
  constexpr int between(int low, int high) { return draw_.between(low, high); }

  constexpr std::size_t append(const drawn_node& made) {
    nodes[size] = made;
    return size++;
  }
  constexpr void add_reader(drawn_kind kind, const tenon::shape& result, std::size_t first, int choice = 0) {
    append({kind, result, 1, first, 0, choice});
  }

  /// A convolution with what often follows it.
  constexpr void add_block(drawn_kind kind, const tenon::shape& result, std::size_t x) {
    add_reader(kind, result, x);
    if (below(2) == 0) add_reader(drawn_kind::batch_norm, result, size - 1);
    if (below(2) == 0) add_reader(below(2) == 0 ? drawn_kind::relu : drawn_kind::relu6, result, size - 1);
    if (below(2) == 0)
      add_reader(drawn_kind::pointwise, tenon::shape_of(result[0], result[1], between(1, 5)), size - 1);
  }

  constexpr void add_pad(const tenon::shape& result, std::size_t x) {
    add_reader(drawn_kind::pad, result, x);
    if (below(2) == 0 && result[0] >= 3)
      add_reader(drawn_kind::padded_conv2d, tenon::shape_of(result[0] - 1, result[1], result[2]), size - 1);
  }

  /// Mostly recent edges, so that networks become deep.
  constexpr std::size_t recent(std::size_t reach) { return size - 1 - below(size < reach ? size : reach); }

  constexpr void grow() {
    const std::size_t x = recent(3);
    if (below(4) == 0) grow_of_two(x);
    else if (nodes[x].result.rank == 3) grow_image(x);
    else grow_row(x);
  }

  constexpr void grow_image(std::size_t x) {
    using enum drawn_kind;
    const tenon::shape& in = nodes[x].result;
    const bool large = in[0] >= 3 && in[1] >= 3;
    const int filters = between(1, 5);
    switch (below(16)) {
      case 0: case 1: return add_block(conv2d, tenon::shape_of(in[0], in[1], filters), x);
      case 2: case 3: return add_block(pointwise, tenon::shape_of(in[0], in[1], filters), x);
      case 4: return add_block(depthwise, in, x);
      case 5: if (large) return add_block(padded_conv2d, tenon::shape_of(in[0] - 1, in[1], filters), x); break;
      case 6: case 7:
        add_reader(conv2d, in, x);
        append({drawn_kind::add, in, 2, size - 1, x});
        return;
      case 8: if (in[0] < 7) return add_pad(tenon::shape_of(in[0] + 1, in[1] + 1, in[2]), x); break;
      case 9: if (large) return add_reader(max_pool, tenon::shape_of(in[0] - 1, in[1] - 1, in[2]), x); break;
      case 10: if (large) return add_reader(average_pool, tenon::shape_of(in[0] / 2, in[1] / 2, in[2]), x); break;
      case 11: return add_reader(resize, tenon::shape_of(between(1, 6), between(1, 6), in[2]), x, between(0, 5));
      case 12: case 14: if (size >= 5) return add_reader(flatten, tenon::shape_of(in.size()), x); break;
      case 13: return add_reader(batch_norm, in, x);
      default: break;
    }
    grow_any(x);
  }

  constexpr void grow_row(std::size_t x) {
    switch (below(8)) {
      case 0: case 1: case 2: return add_reader(drawn_kind::dense, tenon::shape_of(between(1, 6)), x);
      case 3: case 4: return add_reader(drawn_kind::unflatten, tenon::shape_of(1, 1, nodes[x].result.size()), x);
      default: return grow_any(x);
    }
  }

  constexpr void grow_any(std::size_t x) {
    using enum drawn_kind;
    constexpr std::array kinds{relu, relu6, same_reshape, same_reshape, output};
    add_reader(kinds[below(kinds.size())], nodes[x].result, x);
  }

  constexpr void grow_of_two(std::size_t x) {
    using enum drawn_kind;
    constexpr std::array kinds{drawn_kind::add, drawn_kind::add, sub, mul, concat, concat};
    const drawn_kind kind = kinds[below(kinds.size())];
    const std::size_t z = recent(6);
    if (kind == concat) return join(x, z);
    if (z != x && nodes[z].result == nodes[x].result) append({kind, nodes[x].result, 2, x, z});
    else append({kind, nodes[x].result, 2, x, partner(nodes[x].result)});
  }

  constexpr void join(std::size_t x, std::size_t z) {
    tenon::shape whole = nodes[x].result;
    const int last = whole.rank - 1;
    tenon::shape rest = nodes[z].result;
    const int joined = whole[last] + (rest.rank == whole.rank ? rest[last] : 0);
    rest[last] = whole[last];
    if (x == z || rest != whole || joined > 24) return grow_any(x);
    whole[last] = joined;
    append({drawn_kind::concat, whole, 2, x, z});
  }

  /// A further input, or a constant, alone or the product of two, of a shape that broadcasts to `other`.
  constexpr std::size_t partner(const tenon::shape& other) {
    using enum drawn_kind;
    tenon::shape made = other;
    for (int axis = 0; axis < made.rank; ++axis)
      if (below(2) == 0) made[axis] = 1;
    if (made.rank == 3 && below(2) == 0) made = tenon::shape_of(other[2]);
    const std::size_t source = append({below(3) == 0 ? input : constant, made});
    if (nodes[source].kind == input || below(3) != 0) return source;
    const std::size_t factor = append({constant, tenon::shape_of(1)});
    return append({mul, made, 2, source, factor});
  }

  tenon_test::lottery draw_;
};

template <std::uint32_t Seed>
inline constexpr drawn_network drawn{Seed};

/// How many kinds of nodes some networks have together.
constexpr std::size_t kinds_drawn(std::initializer_list<drawn_network> networks) {
  std::array<bool, static_cast<std::size_t>(drawn_kind::count)> seen{};
  for (const drawn_network& network : networks)
    for (std::size_t i = 0; i < network.size; ++i) seen[static_cast<std::size_t>(network.nodes[i].kind)] = true;
  std::size_t count = 0;
  for (const bool one : seen) count += one;
  return count;
}

/// "n00", "n01", ...
template <std::size_t Index>
inline constexpr tenon::fixed_string node_name{
    {'n', static_cast<char>('0' + Index / 10), static_cast<char>('0' + Index % 10), '\0'}};

template <drawn_node Drawn, drawn_kind Kind = Drawn.kind>
struct operator_of;

constexpr tenon::extents extents_of(const tenon::shape& wanted) {
  tenon::extents listed(1);
  listed.count = wanted.rank;
  for (int axis = 0; axis < wanted.rank; ++axis) listed.numbers[static_cast<std::size_t>(axis)] = wanted[axis];
  return listed;
}

// clang-format off
namespace op = tenon::op;
template <drawn_node D>
struct operator_of<D, drawn_kind::input> { using type = op::input_<tenon::tensor_type{tenon::f32, D.result}>; };
template <drawn_node D>
struct operator_of<D, drawn_kind::constant> { using type = op::constant_<tenon::tensor_type{tenon::f32, D.result}>; };
template <drawn_node D>
struct operator_of<D, drawn_kind::conv2d> {
  using type = op::conv2d_<tenon::filters{D.result[2]}, tenon::window{3, 3}, tenon::same_padding>;
};
template <drawn_node D>
struct operator_of<D, drawn_kind::pointwise> { using type = op::conv2d_<tenon::filters{D.result[2]}>; };
template <drawn_node D>
struct operator_of<D, drawn_kind::padded_conv2d> {
  using type = op::conv2d_<tenon::filters{D.result[2]}, tenon::window{3, 2}, tenon::padding{0, 1, 1, 0}>;
};
template <drawn_node D>
struct operator_of<D, drawn_kind::depthwise> {
  using type = op::depthwise_conv2d_<tenon::window{3, 3}, tenon::same_padding>;
};
template <drawn_node D>
struct operator_of<D, drawn_kind::batch_norm> { using type = op::batch_norm_<>; };
template <drawn_node D>
struct operator_of<D, drawn_kind::relu> { using type = op::relu_<>; };
template <drawn_node D>
struct operator_of<D, drawn_kind::relu6> { using type = op::relu6_<>; };
template <drawn_node D>
struct operator_of<D, drawn_kind::add> { using type = op::add_<>; };
template <drawn_node D>
struct operator_of<D, drawn_kind::sub> { using type = op::sub_<>; };
template <drawn_node D>
struct operator_of<D, drawn_kind::mul> { using type = op::mul_<>; };
template <drawn_node D>
struct operator_of<D, drawn_kind::concat> { using type = op::concat_<>; };
template <drawn_node D>
struct operator_of<D, drawn_kind::pad> { using type = op::pad_<tenon::padding{1, 0, 0, 1}>; };
template <drawn_node D>
struct operator_of<D, drawn_kind::max_pool> { using type = op::max_pool_<tenon::window{2, 2}>; };
template <drawn_node D>
struct operator_of<D, drawn_kind::average_pool> {
  using type = op::average_pool_<tenon::window{2, 2}, tenon::stride{2, 2}>;
};
template <drawn_node D>
struct operator_of<D, drawn_kind::resize> {
  using type = op::resize_<tenon::image_size{D.result[0], D.result[1]},
    static_cast<tenon::interpolation>(D.choice % 2), static_cast<tenon::sampling>(D.choice / 2)>;
};
template <drawn_node D>
struct operator_of<D, drawn_kind::same_reshape> { using type = op::reshape_<extents_of(D.result)>; };
template <drawn_node D>
struct operator_of<D, drawn_kind::flatten> { using type = op::flatten_<>; };
template <drawn_node D>
struct operator_of<D, drawn_kind::unflatten> { using type = op::reshape_<tenon::extents{1, 1, -1}>; };
template <drawn_node D>
struct operator_of<D, drawn_kind::dense> { using type = op::dense_<tenon::units{D.result[0]}>; };
template <drawn_node D>
struct operator_of<D, drawn_kind::output> { using type = op::output_<>; };
// clang-format on

template <std::size_t Index, drawn_node Drawn>
constexpr auto written() {
  using made = typename operator_of<Drawn>::type;
  if constexpr (Drawn.inputs == 0) return tenon::node<node_name<Index>, made>{};
  else if constexpr (Drawn.inputs == 1) return tenon::node<node_name<Index>, made, node_name<Drawn.first>>{};
  else return tenon::node<node_name<Index>, made, node_name<Drawn.first>, node_name<Drawn.second>>{};
}

template <std::uint32_t Seed, class Indices = std::make_index_sequence<drawn<Seed>.size>>
struct random_network;
template <std::uint32_t Seed, std::size_t... I>
struct random_network<Seed, std::index_sequence<I...>> {
  static consteval auto graph() { return tenon::graph<decltype(written<I, drawn<Seed>.nodes[I]>())...>{}; }
};

/// True if the library infers the shapes that the network was drawn with.
template <std::uint32_t Seed>
consteval bool has_drawn_shapes() {
  for (std::size_t i = 0; i < drawn<Seed>.size; ++i)
    if (tenon::edges_of<tenon::graph_of<random_network<Seed>>>[i].tensor.extents != drawn<Seed>.nodes[i].result)
      return false;
  return true;
}

}  // namespace tenon_laws
