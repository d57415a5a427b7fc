// SPDX-License-Identifier: Apache-2.0
// Collects the trained arrays of one node of a lowered graph, where passes have renamed and merged nodes.
#pragma once

#include <span>
#include <string_view>

#include <tenon/model/computed.hpp>
#include <tenon/model/weights.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/origin.hpp>

namespace tenon {

/// The trained arrays of a node, out of a model's weights: the operator's own, and those of a folded batch_norm. Of a
/// computed constant, what it computes, as "value".
template <class Weights, class Node>
constexpr parameter_source source_of(std::span<const edge_type> inputs) noexcept {
  using op = typename Node::op;
  constexpr const detail::bound_names& bound_under = detail::origin_of<op>;
  parameter_source source;
  if constexpr (computes_values<op>) source.add("value", detail::computed_values<Weights, op>);
  if constexpr (has_parameters<op>)
    for (const parameter& wanted : op::parameters_for(inputs)) {
      constexpr std::string_view owner = parameter_name_of<op>(Node::name.view());
      source.add(wanted.name, Weights::find(owner, wanted.name), find_integers_in<Weights>(owner, wanted.name));
    }
  if constexpr (has_affine<op>) {
    source.add("affine.gamma", Weights::find(bound_under.affine, "gamma"));
    source.add("affine.beta", Weights::find(bound_under.affine, "beta"));
    source.add("affine.mean", Weights::find(bound_under.affine, "mean"));
    source.add("affine.variance", Weights::find(bound_under.affine, "variance"));
    source.affine_epsilon = bound_under.affine_epsilon;
  }
  return source;
}

/// Weights some of whose arrays are linked.
template <class Weights>
concept has_linked_arrays = requires { requires Weights::has_linked; };

/// True if a node's numbers depend on arrays that are linked, so that the compiler does not know them.
template <class Weights, class Node>
constexpr bool is_made_of_linked(std::span<const edge_type> inputs) noexcept {
  if constexpr (has_linked_arrays<Weights>) {
    using op = typename Node::op;
    constexpr const detail::bound_names& bound_under = detail::origin_of<op>;
    if constexpr (has_parameters<op>)
      for (const parameter& wanted : op::parameters_for(inputs))
        if (Weights::is_linked(parameter_name_of<op>(Node::name.view()), wanted.name)) return true;
    if constexpr (has_affine<op>)
      for (const std::string_view wanted : {"gamma", "beta", "mean", "variance"})
        if (Weights::is_linked(bound_under.affine, wanted)) return true;
  }
  return false;
}

}  // namespace tenon
