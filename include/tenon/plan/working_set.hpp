// SPDX-License-Identifier: Apache-2.0
// Working sets: the bytes that each step works on, against what its processor's fast memory holds.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include <tenon/graph/wiring.hpp>
#include <tenon/op/conversion.hpp>
#include <tenon/op/edges.hpp>
#include <tenon/plan/placement.hpp>
#include <tenon/plan/plan.hpp>

namespace tenon {

/// Most bytes that a step of a backend may work on, as the backend says (`working_set_bytes`); 0: any number.
template <class Backend>
inline constexpr std::size_t working_set_limit = [] {
  if constexpr (requires { Backend::working_set_bytes; })
    return Backend::working_set_bytes;
  else
    return std::size_t{0};
}();
template <class Backend, class Variant>
inline constexpr std::size_t working_set_limit<variant_of<Backend, Variant>> = working_set_limit<Backend>;

/// The bytes that a step works on at the same time.
struct working_set {
  std::string_view name{};
  std::size_t inputs = 0;
  std::size_t result = 0;
  std::size_t numbers = 0;  ///< packed parameters
  std::size_t scratch = 0;
  std::size_t limit = 0;  ///< 0: none; steps that only move values stream them, and need no room

  constexpr std::size_t total() const noexcept { return inputs + result + numbers + scratch; }
  constexpr bool fits() const noexcept { return limit == 0 || total() <= limit; }
};

namespace detail {

/// Moves values from one place to another and does nothing with them.
template <class Operator>
concept only_moves = only_reshapes<Operator> || requires(const shape& extents) { Operator::view(extents); } ||
                     requires(const shape& extents) { Operator::joined_axis(extents); };

template <class Operator>
inline constexpr bool is_conversion = false;
template <auto... Attributes>
inline constexpr bool is_conversion<op::reorder_<Attributes...>> = true;

template <class Network, std::size_t Node>
consteval std::size_t bytes_read() {
  std::size_t sum = 0;
  for (std::size_t k = 0; k < at<typename Network::graph_type, Node>::input_count; ++k) {
    const auto edge =
        static_cast<std::size_t>(wiring_of<typename Network::graph_type>.source(Node, static_cast<int>(k)));
    sum += order_of<Network>(edge).bytes(edges_of<typename Network::graph_type>[edge].tensor);
  }
  return sum;
}

template <class Network, class Placement, std::size_t Node>
consteval working_set measure_step() {
  using graph_type = typename Network::graph_type;
  using op = typename at<graph_type, Node>::op;
  working_set made{at<graph_type, Node>::name.view()};
  if constexpr (!is_source_operator<op>) {
    using backend = backend_of<Network, Node, Placement>;
    if constexpr (!std::is_same_v<backend, nowhere>) {
      using packed = typename kernel<backend, call_of<Network, Node>>::packed;
      made.inputs = bytes_read<Network, Node>();
      made.result = order_of<Network>(Node).bytes(edges_of<graph_type>[Node].tensor);
      made.numbers = std::is_empty_v<packed> ? 0 : sizeof(packed);
      made.scratch = scratch_of<Network, Placement, Node>();
      made.limit = only_moves<op> || is_conversion<op> ? 0 : working_set_limit<backend>;
    }
  }
  return made;
}

template <class Network, class Placement, class Indices>
struct measured_steps;
template <class Network, class Placement, std::size_t... Nodes>
struct measured_steps<Network, Placement, std::index_sequence<Nodes...>> {
  static constexpr std::array<working_set, sizeof...(Nodes)> value{measure_step<Network, Placement, Nodes>()...};
};

/// True if some backend of a placement has a limit; else nothing has to be measured.
template <class Placement>
struct limits_of;
template <class... Backends>
struct limits_of<on<Backends...>> {
  static constexpr bool any = ((working_set_limit<Backends> != 0) || ...);
};
template <class Placement, class... Pins>
struct limits_of<placed_with<Placement, Pins...>> {
  static constexpr bool any = limits_of<Placement>::any || ((working_set_limit<typename Pins::backend> != 0) || ...);
};

}  // namespace detail

/// The working set of every node of a network on a placement; of nodes that are no step it is of no account.
template <class Network, class Placement>
inline constexpr const auto& working_sets_of =
    detail::measured_steps<Network, Placement, std::make_index_sequence<Network::size>>::value;

namespace detail {

/// The first node whose working set is larger than its backend's limit, or -1.
template <class Network, class Placement>
consteval int first_too_large() {
  if constexpr (limits_of<Placement>::any)
    for (std::size_t i = 0; i < Network::size; ++i)
      if (!working_sets_of<Network, Placement>[i].fits()) return static_cast<int>(i);
  return -1;
}

}  // namespace detail
}  // namespace tenon
