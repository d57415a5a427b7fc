// SPDX-License-Identifier: Apache-2.0
// Which steps are cut into bands of rows, and where.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>

#include <tenon/core/fixed_string.hpp>
#include <tenon/graph/graph.hpp>
#include <tenon/op/origin.hpp>
#include <tenon/plan/placement.hpp>
#include <tenon/plan/working_set.hpp>

namespace tenon::detail {

/// Which rows of an input a row of the result is made of.
struct row_window {
  int step = 1;
  int reach = 1;  ///< rows under a window, those that it steps over included
  int top = 0;    ///< rows of padding above the first
  bool slides = false;

  /// The rows of an input of `extent` rows that results [first, last) read.
  constexpr row_range under(int first, int last, int extent, int axis) const noexcept {
    const int from = first * step - top;
    const int to = (last - 1) * step - top + reach;
    return {axis, from > 0 ? from : 0, to < extent ? to : extent};
  }
};

/// Slides a window over the rows of an image, as infer_shapes has left it: with padding in numbers.
template <class Operator>
concept slides_window = requires(std::span<const edge_type> inputs) {
  { Operator::resolved_padding(inputs) } -> std::same_as<padding>;
};

template <class Operator>
constexpr row_window row_window_of() noexcept {
  if constexpr (slides_window<Operator>) {
    const window size = attribute_of<Operator>(window{1, 1});
    const dilation spread = attribute_of<Operator>(dilation{1, 1});
    return {attribute_of<Operator>(stride{1, 1}).rows, (size.rows - 1) * spread.rows + 1,
            attribute_of<Operator>(valid_padding).top, true};
  } else {
    return {};
  }
}

/// How a step is cut: `count` bands of `rows` rows of its result; 1 band is the step as it is.
struct banding {
  int count = 1;
  int rows = 0;
  int axis = 0;
  row_window over{};

  constexpr int first(int band) const noexcept { return band * rows; }
  constexpr int last(int band, int extent) const noexcept {
    return first(band) + rows < extent ? first(band) + rows : extent;
  }
  /// The rows that a band takes of an input: those under its windows of the first, its own of one of the result's
  /// shape.
  constexpr row_range taken(int band, std::size_t input, const shape& from, const shape& result) const noexcept {
    const row_window whole{};
    return (input == 0 ? over : whole).under(first(band), last(band, result[axis]), from[axis], axis);
  }
};

/// The axis of rows if a result can be cut along it, or -1: an image without a batch under a window, or what is made
/// element by element.
template <class Graph, std::size_t Node>
consteval int axis_of_bands() {
  using op = typename at<Graph, Node>::op;
  const shape& result = edges_of<Graph>[Node].tensor.extents;
  const auto& inputs = inputs_of<Graph, Node>;
  for (std::size_t k = slides_window<op> ? 1 : 0; k < inputs.size(); ++k)
    if (inputs[k].tensor.extents != result) return -1;
  // What is rounded by the range of the whole image is not cut.
  if (carries<op, dynamic_range> && inputs[0].tensor.type == f32) return -1;
  if constexpr (slides_window<op>) {
    if (attribute_of<op>(valid_padding).same || inputs[0].tensor.extents.rank != result.rank) return -1;
    return result.rank == 3 ? 0 : result.rank == 4 && result[0] == 1 ? 1 : -1;
  } else {
    return works_in_place<op> && !assigns_state<op> && result.rank > 1 ? 0 : -1;
  }
}

/// True if the bands of a node go where the node goes: a pin may know it by a name that its bands do not have.
template <class Node, class Placement>
inline constexpr bool bands_stay =
    std::is_same_v<typename asked_backends<Node, Placement>::type,
                   typename asked_backends<node<Node::name + fixed_string{".band"},
                                                typename remember<Node::name, typename Node::op>::type>,
                                           Placement>::type>;

/// The fewest bands whose working sets fit; memory that a kernel borrows is taken to shrink with the rows.
template <class Network, class Placement, std::size_t Node>
consteval banding choose_bands() {
  using graph_type = typename Network::graph_type;
  constexpr working_set whole = working_sets_of<Network, Placement>[Node];
  if constexpr (whole.fits() || !bands_stay<at<graph_type, Node>, Placement>) {
    return {};
  } else {
    const shape& result = edges_of<graph_type>[Node].tensor.extents;
    const auto& inputs = inputs_of<graph_type, Node>;
    constexpr int axis = axis_of_bands<graph_type, Node>();
    if (axis < 0) return {};
    banding cut{1, 0, axis, row_window_of<typename at<graph_type, Node>::op>()};
    const auto rows = static_cast<std::size_t>(result[cut.axis]);
    for (int count = 2; count <= result[cut.axis]; ++count) {
      cut.rows = (result[cut.axis] + count - 1) / count;
      cut.count = (result[cut.axis] + cut.rows - 1) / cut.rows;
      std::size_t largest = 0;
      for (int band = 0; band < cut.count; ++band) {
        std::size_t bytes = whole.numbers + (whole.scratch + whole.result) * static_cast<std::size_t>(cut.rows) / rows;
        for (std::size_t k = 0; k < inputs.size(); ++k) {
          const shape& from = inputs[k].tensor.extents;
          const row_range taken = cut.taken(band, k, from, result);
          if (taken.last <= taken.first) return {};
          bytes += inputs[k].tensor.bytes() / static_cast<std::size_t>(from[cut.axis]) *
                   static_cast<std::size_t>(taken.last - taken.first);
        }
        largest = bytes > largest ? bytes : largest;
      }
      if (largest <= whole.limit) return cut;
    }
    return {};
  }
}

template <class Network, class Placement, class Indices>
struct chosen_bands;
template <class Network, class Placement, std::size_t... Nodes>
struct chosen_bands<Network, Placement, std::index_sequence<Nodes...>> {
  static constexpr std::array<banding, sizeof...(Nodes)> value{choose_bands<Network, Placement, Nodes>()...};
  static constexpr bool any = [] {
    for (const banding& cut : value)
      if (cut.count > 1) return true;
    return false;
  }();
};

template <class Network, class Placement>
using bands_of = chosen_bands<Network, Placement, std::make_index_sequence<Network::size>>;

}  // namespace tenon::detail
