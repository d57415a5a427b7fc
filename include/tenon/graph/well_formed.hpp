// SPDX-License-Identifier: Apache-2.0
// Faults of a graph's structure: names and edges, whatever the operators.
#pragma once

#include <cstddef>
#include <string_view>

#include <tenon/core/diagnosis.hpp>
#include <tenon/core/type_list.hpp>
#include <tenon/graph/wiring.hpp>

namespace tenon::detail {

/// True if a node at or below `reader` declares the name.
template <class Graph>
constexpr bool declared_from(std::size_t reader, std::string_view name) {
  for (std::size_t i = reader; i < size_of<Graph>; ++i)
    if (names_of<Graph>::value[i]->name == name) return true;
  return false;
}

/// The first structural fault: a name declared twice, an edge that nobody declares, or one declared too late.
template <class Graph>
consteval fault structural_fault() {
  if (size_of<Graph> == 0) return {fault_kind::no_node};
  const auto& names = names_of<Graph>::value;
  const auto& wires = wiring_of<Graph>;
  if (wires.duplicate == unknown_node && !wires.has_unknown) return {};
  for (std::size_t i = 0; i < size_of<Graph>; ++i) {
    const int index = static_cast<int>(i);
    if (index == wires.duplicate) return {fault_kind::duplicate_name, index};
    for (int k = 0; k < wires.count(i); ++k) {
      if (wires.source(i, k) != unknown_node) continue;
      const std::string_view wanted = names[i]->inputs[static_cast<std::size_t>(k)];
      return {declared_from<Graph>(i, wanted) ? fault_kind::cycle : fault_kind::unknown_input, index, wanted};
    }
  }
  return {};
}

}  // namespace tenon::detail
