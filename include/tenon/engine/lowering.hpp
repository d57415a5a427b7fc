// SPDX-License-Identifier: Apache-2.0
// Lowering: from the graph that the user wrote to the graph that runs.
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

#include <tenon/model/model.hpp>
#include <tenon/model/network.hpp>
#include <tenon/op/verify.hpp>
#include <tenon/pass/passes.hpp>

namespace tenon {

/// The passes that a model goes through unless it names its own pipeline<...>, in order.
using default_lowering = pipeline<
    pass::infer_shapes,          // every edge gets a tensor type, every attribute its numbers
    pass::remove_identities,     // what changes nothing goes away
    pass::fold_constants,        // what depends on no input is computed once, by the compiler
    pass::fold_batch_norm,       // affine into the weights before it
    pass::fuse_pad,              // zeros around an image into the window that reads them
    pass::fuse_activation,       // bounds into the node that makes the values
    pass::quantize,              // encodings become integer arithmetic
    pass::fuse_residual,         // sums are formed where one of their terms is made
    pass::remove_dead_channels,  // what is always 0, or never used, is not computed
    pass::assign_last>;          // states are overwritten when they were read

namespace detail {

template <class Model>
using lowering_of =
    std::conditional_t<std::is_void_v<typename Model::lowering>, default_lowering, typename Model::lowering>;

/// The name to which an edge's encoding is bound: integers beside real numbers of one edge are "<edge>.quantized".
constexpr std::string_view encoding_name(std::string_view edge) noexcept {
  constexpr std::string_view suffix = ".quantized";
  return edge.ends_with(suffix) ? edge.substr(0, edge.size() - suffix.size()) : edge;
}

/// What is wrong with the encoding of an edge, if anything: it has none, or a zero point that its type cannot hold.
constexpr fault_kind encoding_fault_of_edge(const edge_type& edge) noexcept {
  if (!is_quantized(edge.tensor.type)) return fault_kind::none;
  if (!edge.code.known()) return fault_kind::missing_encoding;
  const integer_range held = range_of(edge.tensor.type);
  const bool fits = edge.code.zero_point >= held.low && edge.code.zero_point <= held.high;
  return fits ? fault_kind::none : fault_kind::wrong_encoding;
}

/// The first fault of a lowered graph: an edge, the order in which states are read and assigned, or the encoding of a
/// quantized edge, under the name that one can be bound to.
template <class Graph>
consteval fault encoding_fault() {
  const fault problem = edges_of<Graph>.problem;
  if (problem) return problem;
  const fault misplaced = state_order_fault<Graph>();
  if (misplaced) return misplaced;
  for (std::size_t i = 0; i < size_of<Graph>; ++i) {
    const fault_kind kind = encoding_fault_of_edge(edges_of<Graph>[i]);
    if (kind != fault_kind::none) return {kind, static_cast<int>(i), encoding_name(name_at<Graph>(i))};
  }
  return {};
}

template <class Graph>
inline constexpr fault encoding_fault_of = encoding_fault<Graph>();

/// Lowers a sound model; of a faulty one only the fault is told.
template <class Model, bool Sound>
struct lower_model {
  static constexpr bool sound = false;
  using type = network<graph<>, Model>;
};
template <class Model>
struct lower_model<Model, true> {
  /// Whatever its pipeline, a network with states ends in the order in which these can be overwritten.
  using type = typename pass::assign_last::template apply<
      typename lowering_of<Model>::template apply<network<typename Model::graph_type, Model>>>;
  static constexpr bool sound = encoding_fault_of<typename type::graph_type>.kind == fault_kind::none;
};

}  // namespace detail

/// The network that runs: a model's graph after its passes.
template <class Model>
using lowered = typename detail::lower_model<Model, fault_of<Model>.kind == fault_kind::none>::type;

}  // namespace tenon
