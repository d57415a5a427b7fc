// SPDX-License-Identifier: Apache-2.0
// A pipeline: passes in the order in which they run.
#pragma once

#include <cstddef>
#include <type_traits>

#include <tenon/graph/graph.hpp>
#include <tenon/model/network.hpp>

namespace tenon {
namespace detail {

/// The graph that a pass makes, under the name of what it is made from.
template <class Network, class Pass>
struct graph_after {
  using listed = nodes_of<typename Pass::template apply<Network>::graph_type>;
  static constexpr std::size_t size = listed::size;
};

/// A network that a pass leaves as it is keeps its type, and all that is known of it.
template <class Network, class Pass>
using network_after =
    std::conditional_t<
        std::is_same<nodes_of<typename Network::graph_type>, typename graph_after<Network, Pass>::listed>{}, Network,
        network<graph_after<Network, Pass>, typename Network::model_type>>;

template <class Network, class... Passes>
struct run_passes {
  using type = Network;
};
template <class Network, class First, class... More>
struct run_passes<Network, First, More...> : run_passes<network_after<Network, First>, More...> {};

}  // namespace detail

/// Passes in order. A pass is a struct with `template <class Network> using apply`, which gives a network. A pipeline
/// is a pass too.
template <class... Passes>
struct pipeline {
  static constexpr bool is_pipeline = true;

  template <class Network>
  using apply = typename detail::run_passes<Network, Passes...>::type;

  /// The pipeline with one more pass at its end.
  template <class Pass>
  using then = pipeline<Passes..., Pass>;
};

}  // namespace tenon
