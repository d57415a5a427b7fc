// SPDX-License-Identifier: Apache-2.0
// The edges of a graph as plain arrays, for consteval code that plans a rewrite.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <tenon/core/hash_index.hpp>
#include <tenon/core/type_list.hpp>
#include <tenon/graph/graph.hpp>

namespace tenon {

/// An input that no node above the reader declares.
inline constexpr int unknown_node = -1;

/// Who reads whom. Node `i` reads `sources[first[i]] ... sources[first[i + 1] - 1]`.
template <std::size_t Nodes, std::size_t Inputs>
struct wiring {
  std::array<std::size_t, Nodes + 1> first{};
  std::array<int, Inputs + 1> sources{};
  std::array<int, Nodes> readers{};
  /// The first node whose name another node above it has too, or `unknown_node`.
  int duplicate = unknown_node;
  /// True if a node reads a name that no node above it has.
  bool has_unknown = false;

  static constexpr std::size_t size() noexcept { return Nodes; }
  constexpr int count(std::size_t node) const noexcept { return static_cast<int>(first[node + 1] - first[node]); }
  constexpr int source(std::size_t node, int input) const noexcept {
    return sources[first[node] + static_cast<std::size_t>(input)];
  }
  /// Nodes that nobody reads are the outputs of the network; an assignment to a state counts as read, by the next run.
  constexpr bool is_output(std::size_t node) const noexcept { return readers[node] == 0; }

  /// The only reader of a node, or `unknown_node` if it has none or several.
  constexpr int only_reader(std::size_t node) const noexcept {
    if (readers[node] != 1) return unknown_node;
    for (std::size_t reader = node + 1; reader < Nodes; ++reader)
      for (int input = 0; input < count(reader); ++input)
        if (source(reader, input) == static_cast<int>(node)) return static_cast<int>(reader);
    return unknown_node;
  }
};

namespace detail {

/// Names and inputs of all nodes. Graphs that hold the same node point to one description of it.
template <class Graph>
struct names_of;
template <class... Nodes>
struct names_of<graph<Nodes...>> {
  static constexpr std::array<const node_names*, sizeof...(Nodes)> value{&Nodes::names...};
  using inputs = std::integral_constant<std::size_t, (Nodes::input_count + ... + 0)>;
};
template <named_list Graph>
struct names_of<Graph> : names_of<typename Graph::listed> {};

/// The nearest node above `reader` that declares the name.
template <std::size_t Nodes>
constexpr int find_above(const std::array<const node_names*, Nodes>& names, std::size_t reader, std::uint64_t hash,
                         std::string_view name) {
  for (std::size_t i = reader; i-- > 0;)
    if (names[i]->hash == hash && names[i]->name == name) return static_cast<int>(i);
  return unknown_node;
}

template <class Graph>
consteval auto wire() {
  using names = names_of<Graph>;
  const node_names* const* const nodes = names::value.data();
  wiring<size_of<Graph>, names::inputs::value> wires;
  hash_index<size_of<Graph>> declared;
  const auto named = [&](std::uint64_t hash, std::string_view name) {
    return [=](std::size_t node) { return nodes[node]->hash == hash && nodes[node]->name == name; };
  };
  std::size_t next = 0;
  for (std::size_t i = 0; i < size_of<Graph>; ++i) {
    const node_names& reader = *nodes[i];
    wires.first[i] = next;
    if (reader.read_by_next_run) ++wires.readers[i];
    for (std::size_t k = 0; k < reader.input_count; ++k) {
      const int source = declared.find(reader.input_hashes[k], named(reader.input_hashes[k], reader.inputs[k]));
      wires.sources[next++] = source;
      if (source == unknown_node) wires.has_unknown = true;
      else ++wires.readers[static_cast<std::size_t>(source)];
    }
    const bool is_known = declared.enter(reader.hash, i, named(reader.hash, reader.name)) != declared.no_row;
    if (is_known && wires.duplicate == unknown_node) wires.duplicate = static_cast<int>(i);
  }
  wires.first[size_of<Graph>] = next;
  return wires;
}

}  // namespace detail

/// The wiring of a graph, computed once for each graph type.
template <class Graph>
inline constexpr auto wiring_of = detail::wire<Graph>();

/// The index of the node with this name, or `unknown_node`.
template <class Graph>
constexpr int index_of(std::string_view name) {
  return detail::find_above(detail::names_of<Graph>::value, size_of<Graph>, hash_of(name), name);
}

/// The name of node `index`.
template <class Graph>
constexpr std::string_view name_at(std::size_t index) {
  return detail::names_of<Graph>::value[index]->name;
}

}  // namespace tenon
