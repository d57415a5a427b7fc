// SPDX-License-Identifier: Apache-2.0
// The laws of form: what a pass makes of a well formed network is well formed, and it makes no more of that.
#pragma once

#include <tenon/model/model.hpp>
#include <tenon/model/network.hpp>

#include <type_traits>

namespace tenon_laws {

/// What a pass makes of a network, under the laws of form.
template <class Pass, class Network>
struct lawful {
  using type = typename Pass::template apply<Network>;
  using again = typename Pass::template apply<type>;

  static_assert(tenon::edges_of<typename Network::graph_type>.problem.kind == tenon::fault_kind::none);
  static_assert(tenon::edges_of<typename type::graph_type>.problem.kind == tenon::fault_kind::none,
                "a pass spoils a network");
  static_assert(std::is_same_v<tenon::nodes_of<typename type::graph_type>, tenon::nodes_of<typename again::graph_type>>,
                "a pass changes more when it is applied again");
};

/// The graph that a pass makes of a graph whose model knows no more than that.
template <class Pass, class Graph, class... More>
using graph_after = typename lawful<Pass, tenon::network<Graph, tenon::model<Graph, More...>>>::type::graph_type;

}  // namespace tenon_laws
