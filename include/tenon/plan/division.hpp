// SPDX-License-Identifier: Apache-2.0
// Divides the nodes of a graph into segments, each on one processor.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include <tenon/graph/wiring.hpp>
#include <tenon/kernel/kernel.hpp>
#include <tenon/plan/placement.hpp>

namespace tenon {

/// The processor that runs a backend's kernels: `processor` where a backend says so because others run there too, else
/// its name.
template <class Backend>
inline constexpr std::string_view processor_of = [] {
  if constexpr (requires { Backend::processor; })
    return Backend::processor;
  else
    return Backend::name;
}();
template <class Backend, class Variant>
inline constexpr std::string_view processor_of<variant_of<Backend, Variant>> = processor_of<Backend>;
template <>
inline constexpr std::string_view processor_of<nowhere> = "nowhere";

/// Stands among segments for the caller, who gives inputs and takes outputs.
inline constexpr int caller = -1;

namespace detail {

/// The segment of each node; `caller` for inputs, and for constants and states, which are held where they are read.
template <std::size_t Nodes>
struct division {
  std::array<int, Nodes> segment_of{};
  std::array<std::string_view, Nodes> processor{};  ///< of each segment
  std::size_t count = 0;

  constexpr int number(std::string_view wanted, std::size_t first) noexcept {
    for (std::size_t i = first; i < count; ++i)
      if (processor[i] == wanted) return static_cast<int>(i);
    processor[count] = wanted;
    return static_cast<int>(count++);
  }
};

/// Divides nodes into as few hand-overs one after the other as there can be: a segment holds what one processor can run
/// after the same number of changes of processor. No segment then waits for one behind it.
template <std::size_t Nodes, std::size_t Inputs>
constexpr division<Nodes> divide(const wiring<Nodes, Inputs>& wires,
                                 const std::array<std::string_view, Nodes>& processors) noexcept {
  std::array<int, Nodes> changes{};
  int most = 0;
  for (std::size_t i = 0; i < Nodes; ++i) {
    for (int k = 0; k < wires.count(i); ++k) {
      const auto source = static_cast<std::size_t>(wires.source(i, k));
      if (processors[source].empty()) continue;
      const int here = changes[source] + (processors[source] != processors[i]);
      changes[i] = here > changes[i] ? here : changes[i];
    }
    most = changes[i] > most ? changes[i] : most;
  }
  division<Nodes> made;
  made.segment_of.fill(caller);
  for (int round = 0; round <= most; ++round) {
    const std::size_t first = made.count;
    for (std::size_t i = 0; i < Nodes; ++i)
      if (!processors[i].empty() && changes[i] == round) made.segment_of[i] = made.number(processors[i], first);
  }
  return made;
}

/// True if a node of segment `segment` reads the edge.
template <std::size_t Nodes, std::size_t Inputs>
constexpr bool is_read_in(const wiring<Nodes, Inputs>& wires, const division<Nodes>& parts, std::size_t edge,
                          int segment) noexcept {
  for (std::size_t i = edge + 1; i < Nodes; ++i)
    for (int k = 0; k < wires.count(i); ++k)
      if (wires.source(i, k) == static_cast<int>(edge) && parts.segment_of[i] == segment) return true;
  return false;
}

}  // namespace detail
}  // namespace tenon
