// SPDX-License-Identifier: Apache-2.0
// Who runs what: the segments of a placed network, each on one processor, and every tensor that crosses between them.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include <tenon/core/crc32.hpp>
#include <tenon/op/edges.hpp>
#include <tenon/plan/division.hpp>
#include <tenon/plan/plan.hpp>

namespace tenon {

/// A node that runs: on which backend, and in which segment.
struct placed_step {
  std::string_view name;
  std::string_view op;
  std::string_view backend;
  std::string_view processor;
  int segment;
};

/// A part of a network that one processor runs at a stretch.
struct segment_info {
  std::string_view processor{};
  std::size_t steps = 0;
  std::size_t bytes_in = 0;   ///< of all tensors that it needs before it can run
  std::size_t bytes_out = 0;  ///< of all tensors that others read
};

/// A tensor as two segments, or a segment and the caller, hand it over: row by row, the last axis innermost.
struct boundary_tensor {
  std::string_view name{};  ///< of the node that makes it
  tensor_type tensor{};
  encoding code{};  ///< of quantized elements
  std::size_t bytes = 0;
};

/// A boundary tensor on its way.
struct crossing : boundary_tensor {
  int from = caller;
  int to = caller;
};

namespace detail {

template <std::size_t Steps, std::size_t Segments, std::size_t Crossings>
struct placement_rows {
  std::array<placed_step, Steps> steps{};
  std::array<segment_info, Segments> segments{};
  std::array<crossing, Crossings> crossings{};
  std::size_t crossing_bytes = 0;
  std::uint32_t crossing_crc = 0;
};

template <class Network, class Placement, class Indices>
struct placed_nodes;
template <class Network, class Placement, std::size_t... Nodes>
struct placed_nodes<Network, Placement, std::index_sequence<Nodes...>> {
  using graph_type = typename Network::graph_type;
  static constexpr std::size_t size = sizeof...(Nodes);
  /// Constants and states: their values are there before the run, and nobody hands them over.
  static constexpr std::array<bool, size> is_held{(is_source_operator<typename at<graph_type, Nodes>::op> &&
                                                   !is_input_operator<typename at<graph_type, Nodes>::op>)...};
  static constexpr std::array<bool, size> is_state{holds_state<typename at<graph_type, Nodes>::op>...};

  template <std::size_t Node>
  static consteval placed_step describe() {
    using op = typename at<graph_type, Node>::op;
    if constexpr (is_source_operator<op>) {
      return {at<graph_type, Node>::name.view(), op::word, {}, {}, caller};
    } else {
      using backend = backend_of<Network, Node, Placement>;
      if constexpr (std::is_same_v<backend, nowhere>)
        return {at<graph_type, Node>::name.view(), op::word, "nowhere", "nowhere", caller};
      else
        return {at<graph_type, Node>::name.view(), op::word, backend::name, processor_of<backend>, caller};
    }
  }
  static constexpr std::array<placed_step, size> value{describe<Nodes>()...};
  static constexpr std::array<std::string_view, size> processors{value[Nodes].processor...};
};

template <class Network, class Placement>
using placed_nodes_of = placed_nodes<Network, Placement, std::make_index_sequence<Network::size>>;

/// The segments of a network on a placement.
template <class Network, class Placement>
inline constexpr auto division_of =
    divide(wiring_of<typename Network::graph_type>, placed_nodes_of<Network, Placement>::processors);

/// True if no state is read or assigned in several segments: each keeps its own from one run to the next.
template <class Network, class Placement>
consteval bool keeps_states_together() {
  constexpr const auto& parts = division_of<Network, Placement>;
  for (std::size_t node = 0; node < Network::size; ++node) {
    std::size_t users = 0;
    for (std::size_t i = 0; i < parts.count && placed_nodes_of<Network, Placement>::is_state[node]; ++i)
      users += is_read_in(wiring_of<typename Network::graph_type>, parts, node, static_cast<int>(i));
    if (users > 1) return false;
  }
  return true;
}

template <class Network>
constexpr boundary_tensor boundary_of(std::size_t edge) noexcept {
  const edge_type& type = edges_of<typename Network::graph_type>[edge];
  return {name_at<typename Network::graph_type>(edge), type.tensor,
          is_quantized(type.tensor.type) ? type.code : encoding{}, type.tensor.bytes()};
}

/// Calls `visit(edge, from, to)` for every tensor that is handed over, once for each segment that takes it.
template <class Network, class Placement, class Visitor>
constexpr void for_each_crossing(Visitor&& visit) {
  constexpr const auto& wires = wiring_of<typename Network::graph_type>;
  constexpr const auto& parts = division_of<Network, Placement>;
  for (std::size_t edge = 0; edge < Network::size; ++edge) {
    if (placed_nodes_of<Network, Placement>::is_held[edge]) continue;
    const int from = parts.segment_of[edge];
    for (int to = 0; to < static_cast<int>(parts.count); ++to)
      if (to != from && is_read_in(wires, parts, edge, to)) visit(edge, from, to);
    if (from != caller && wires.is_output(edge)) visit(edge, from, caller);
  }
}

template <class Network, class Placement>
consteval std::size_t count_crossings() {
  std::size_t count = 0;
  for_each_crossing<Network, Placement>([&](std::size_t, int, int) { ++count; });
  return count;
}

constexpr std::uint32_t crc_of_crossing(const crossing& given, std::uint32_t crc) noexcept {
  const auto put = [&](std::uint32_t word) {
    const std::array<std::uint8_t, 4> bytes{static_cast<std::uint8_t>(word), static_cast<std::uint8_t>(word >> 8),
                                            static_cast<std::uint8_t>(word >> 16),
                                            static_cast<std::uint8_t>(word >> 24)};
    crc = crc32(bytes, crc);
  };
  for (const char letter : given.name) put(static_cast<unsigned char>(letter));
  put(static_cast<std::uint32_t>(given.tensor.type));
  for (int axis = 0; axis < given.tensor.extents.rank; ++axis)
    put(static_cast<std::uint32_t>(given.tensor.extents[axis]));
  put(std::bit_cast<std::uint32_t>(given.code.scale));
  put(static_cast<std::uint32_t>(given.code.zero_point));
  put(static_cast<std::uint32_t>(given.from));
  put(static_cast<std::uint32_t>(given.to));
  return crc;
}

template <class Network, class Placement>
consteval std::size_t count_steps() {
  std::size_t count = 0;
  for (const std::string_view processor : placed_nodes_of<Network, Placement>::processors) count += !processor.empty();
  return count;
}

template <class Network, class Placement>
consteval auto tell_placement() {
  constexpr const auto& parts = division_of<Network, Placement>;
  placement_rows<count_steps<Network, Placement>(), parts.count, count_crossings<Network, Placement>()> table;
  for (std::size_t i = 0; i < parts.count; ++i) table.segments[i].processor = parts.processor[i];
  std::size_t row = 0;
  for (std::size_t node = 0; node < Network::size; ++node) {
    const int segment = parts.segment_of[node];
    if (segment == caller) continue;
    table.steps[row] = placed_nodes_of<Network, Placement>::value[node];
    table.steps[row++].segment = segment;
    ++table.segments[static_cast<std::size_t>(segment)].steps;
  }
  row = 0;
  std::size_t told = Network::size;  // an edge that several segments take leaves its own once
  for_each_crossing<Network, Placement>([&](std::size_t edge, int from, int to) {
    const crossing handed{boundary_of<Network>(edge), from, to};
    table.crossings[row++] = handed;
    table.crossing_crc = crc_of_crossing(handed, table.crossing_crc);
    if (to != caller) table.segments[static_cast<std::size_t>(to)].bytes_in += handed.bytes;
    if (from != caller && edge != told) table.segments[static_cast<std::size_t>(from)].bytes_out += handed.bytes;
    if (from != caller && to != caller &&
        parts.processor[static_cast<std::size_t>(from)] != parts.processor[static_cast<std::size_t>(to)])
      table.crossing_bytes += handed.bytes;
    told = edge;
  });
  return table;
}

template <class Network, class Placement>
inline constexpr auto rows_of_placement = tell_placement<Network, Placement>();

}  // namespace detail

/// Where everything of a network runs on a placement, in which segments, and all that is handed over. Compilers work it
/// out for programs that ask only.
template <class Network, class Placement>
struct placement_table {
  static constexpr std::span<const placed_step> steps = detail::rows_of_placement<Network, Placement>.steps;
  static constexpr std::span<const segment_info> segments = detail::rows_of_placement<Network, Placement>.segments;
  /// Inputs and outputs of the caller among them.
  static constexpr std::span<const crossing> crossings = detail::rows_of_placement<Network, Placement>.crossings;
  /// Bytes that go from one processor to another in one run.
  static constexpr std::size_t crossing_bytes = detail::rows_of_placement<Network, Placement>.crossing_bytes;
  /// CRC-32 (IEEE) of all crossings: programs that run segments of one network agree on their boundaries if these are
  /// equal.
  static constexpr std::uint32_t crossing_crc = detail::rows_of_placement<Network, Placement>.crossing_crc;
};

/// The table of a network on a placement.
template <class Network, class Placement>
inline constexpr placement_table<Network, Placement> placement_of{};

}  // namespace tenon
