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
#include <tenon/plan/choose_bands.hpp>

namespace tenon {
namespace detail {

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
      const int last =
          (cut.last(Band, result.tensor.extents[cut.axis]) - 1) * cut.over.step - cut.over.top + cut.over.reach;
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
              typename padded<typename remember<name, typename original::op>::type, Entry.band>::type,
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
/// made band by band of rows (`op::rows_` nodes "<node>.rows.<band>.<input>" take the rows of inputs,
/// "<node>.band.<band>" computes on them). Values do not change. Elsewhere the network stays as it is.
template <class Network, class Placement>
using banded = typename detail::cut_bands<Network, Placement, detail::limits_of<Placement>::any>::type;

}  // namespace tenon
