// SPDX-License-Identifier: Apache-2.0
// What passes rewrite: a graph, and the model that gives it arrays, encodings and policies.
#pragma once

#include <tenon/core/type_list.hpp>

namespace tenon {

/// A graph on its way from what the user wrote to what runs. A pass takes one network type and gives another with
/// the same model.
template <class Graph, class Model>
struct network : detail::counted<detail::list_of<Graph>::size> {
  using graph_type = Graph;
  using model_type = Model;
};

}  // namespace tenon
