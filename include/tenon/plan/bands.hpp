// SPDX-License-Identifier: Apache-2.0
// Bands: a step whose working set is too large for its processor's fast memory becomes several, each for some rows.
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

#include <tenon/core/fixed_string.hpp>
#include <tenon/graph/graph.hpp>
#include <tenon/op/conversion.hpp>
#include <tenon/op/origin.hpp>
#include <tenon/plan/placement.hpp>
#include <tenon/plan/working_set.hpp>

namespace tenon {
namespace detail {

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
  /// The rows that a band takes of an input: those under its windows of the first, its own of one of the result's shape.
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
  if constexpr (slides_window<op>) {
    if (attribute_of<op>(valid_padding).same || inputs[0].tensor.extents.rank != result.rank) return -1;
    return result.rank == 3 ? 0 : result.rank == 4 && result[0] == 1 ? 1 : -1;
  } else {
    return works_in_place<op> && !assigns_state<op> && result.rank > 1 ? 0 : -1;
  }
}

/// An operator that finds its arrays under the name of the node that it was in.
template <fixed_string Name, class Operator>
struct remembering {
  using type = Operator;
};
template <fixed_string Name, class Operator>
  requires(has_parameters<Operator> && !remembers_parameters<Operator>)
struct remembering<Name, Operator> {
  using type = with_attribute<Operator, parameters_of<Name>{}>;
};

/// True if the bands of a node go where the node goes: a pin may know it by a name that its bands do not have.
template <class Node, class Placement>
inline constexpr bool bands_stay = std::is_same_v<
    typename asked_backends<Node, Placement>::type,
    typename asked_backends<
        node<Node::name + fixed_string{".band"}, typename remembering<Node::name, typename Node::op>::type>,
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

/// What a node of the cut graph is made from: a node as it is, rows of one of its inputs, a band of it, or all bands.
struct band_entry {
  enum class role : unsigned char { whole, rows, part, joined } what;
  std::size_t node;
  int band = 0;
  std::size_t input = 0;
};

template <class Network, class Placement, class Visitor>
constexpr void for_each_band_entry(Visitor&& visit) {
  using role = band_entry::role;
  for (std::size_t node = 0; node < Network::size; ++node) {
    const int count = bands_of<Network, Placement>::value[node].count;
    if (count == 1) {
      visit(band_entry{role::whole, node});
      continue;
    }
    for (int band = 0; band < count; ++band) {
      for (int k = 0; k < wiring_of<typename Network::graph_type>.count(node); ++k)
        visit(band_entry{role::rows, node, band, static_cast<std::size_t>(k)});
      visit(band_entry{role::part, node, band});
    }
    visit(band_entry{role::joined, node});
  }
}

template <class Network, class Placement>
inline constexpr auto band_entries = [] {
  constexpr std::size_t size = [] {
    std::size_t count = 0;
    for_each_band_entry<Network, Placement>([&](const band_entry&) { ++count; });
    return count;
  }();
  std::array<band_entry, size> entries{};
  std::size_t next = 0;
  for_each_band_entry<Network, Placement>([&](const band_entry& entry) { entries[next++] = entry; });
  return entries;
}();

/// ".<Number>" in three digits.
template <int Number>
consteval fixed_string<4> numbered() {
  fixed_string<4> text;
  for (int i = 3, left = Number; i > 0; --i, left /= 10) text.text[i] = static_cast<char>('0' + left % 10);
  text.text[0] = '.';
  text.text[4] = '\0';
  return text;
}

template <class Network, class Placement, band_entry Entry>
struct banded_node {
  using graph_type = typename Network::graph_type;
  using original = at<graph_type, Entry.node>;
  static constexpr const auto& name = original::name;
  static constexpr banding cut = bands_of<Network, Placement>::value[Entry.node];
  static constexpr const auto& inputs = inputs_of<graph_type, Entry.node>;
  static constexpr edge_type result = edges_of<graph_type>[Entry.node];

  template <int Band, std::size_t Input>
  static consteval auto name_of_rows() {
    return name + fixed_string{".rows"} + numbered<Band>() + numbered<static_cast<int>(Input)>();
  }
  template <int Band>
  static consteval auto name_of_part() {
    return name + fixed_string{".band"} + numbered<Band>();
  }

  /// The operator as a band has it, with its own padding.
  template <class Operator, int Band>
  struct padded {
    using type = Operator;
  };
  template <class Operator, int Band>
    requires slides_window<Operator>
  struct padded<Operator, Band> {
    static constexpr padding around = [] {
      padding own = attribute_of<Operator>(valid_padding);
      const int first = cut.first(Band) * cut.over.step - cut.over.top;
      const int last = (cut.last(Band, result.tensor.extents[cut.axis]) - 1) * cut.over.step - cut.over.top + cut.over.reach;
      const int extent = inputs[0].tensor.extents[cut.axis];
      own.top = first < 0 ? -first : 0;
      own.bottom = last > extent ? last - extent : 0;
      return own;
    }();
    using type = with_attribute<Operator, around>;
  };

  template <std::size_t... Inputs>
  static auto part(std::index_sequence<Inputs...>)
      -> node<name_of_part<Entry.band>(),
              typename padded<typename remembering<name, typename original::op>::type, Entry.band>::type,
              name_of_rows<Entry.band, Inputs>()...>;
  template <std::size_t... Bands>
  static auto joined(std::index_sequence<Bands...>)
      -> node<name, op::concat_<axis{cut.axis}, encoded{result.code}>, name_of_part<static_cast<int>(Bands)>()...>;

  static auto build() {
    using role = band_entry::role;
    if constexpr (Entry.what == role::whole) {
      return type_identity<original>{};
    } else if constexpr (Entry.what == role::rows) {
      constexpr auto source =
          static_cast<std::size_t>(wiring_of<graph_type>.source(Entry.node, static_cast<int>(Entry.input)));
      constexpr row_range taken =
          cut.taken(Entry.band, Entry.input, inputs[Entry.input].tensor.extents, result.tensor.extents);
      return type_identity<
          node<name_of_rows<Entry.band, Entry.input>(), op::rows_<taken>, at<graph_type, source>::name>>{};
    } else if constexpr (Entry.what == role::part) {
      return type_identity<decltype(part(std::make_index_sequence<original::input_count>{}))>{};
    } else {
      return type_identity<decltype(joined(std::make_index_sequence<static_cast<std::size_t>(cut.count)>{}))>{};
    }
  }
  using type = typename decltype(build())::type;
};

/// The graph with its bands, under a short name.
template <class Network, class Placement>
struct banded_graph {
  static constexpr const auto& entries = band_entries<Network, Placement>;
  static constexpr std::size_t size = entries.size();
  template <std::size_t... Indices>
  static auto build(std::index_sequence<Indices...>)
      -> graph<typename banded_node<Network, Placement, entries[Indices]>::type...>;
  using listed = decltype(build(std::make_index_sequence<size>{}));
};

template <class Network, class Placement, bool Any>
struct cut_bands {
  using type = Network;
};
template <class Network, class Placement>
struct cut_bands<Network, Placement, true> {
  struct made {
    using graph_type = banded_graph<Network, Placement>;
    using model_type = typename Network::model_type;
    static constexpr std::size_t size = graph_type::size;
  };
  using type = std::conditional_t<bands_of<Network, Placement>::any, made, Network>;
};

}  // namespace detail

/// The network as it runs where backends limit the working set of a step: steps that are too large, and can be cut, are
/// made band by band of rows (`op::rows_` nodes "<node>.rows.<band>.<input>" take the rows of inputs, "<node>.band.<band>"
/// computes on them). Values do not change. Elsewhere the network stays as it is.
template <class Network, class Placement>
using banded = typename detail::cut_bands<Network, Placement, detail::limits_of<Placement>::any>::type;

}  // namespace tenon
