// SPDX-License-Identifier: Apache-2.0
// fuse_activation: bounds like relu6 move into the node that makes the values.
#pragma once

#include <cstddef>

#include <tenon/op/concept.hpp>
#include <tenon/pass/rewrite.hpp>

namespace tenon::pass {

/// Lets a node that can bound its result do the work of the relu, relu6 or clip that reads it. With integers the bounds
/// become the clamp that the requantization needs anyhow, so the activation costs nothing.
struct fuse_activation {
  /// An operator that carries an encoding of its own is left alone: merging would skip a rounding.
  template <class Operator>
  static constexpr bool can_be_first = absorbs_clamp<Operator> && !carries<Operator, encoded>;
  template <class Operator>
  static constexpr bool can_be_second = offers_clamp<Operator>;

  /// Already quantized results are left alone for the same reason.
  template <class Graph>
  static constexpr bool fits(std::size_t first, std::size_t, int) noexcept {
    return !is_quantized(edges_of<Graph>[first].tensor.type);
  }

  static constexpr clamp intersect(const clamp& inner, const clamp& outer) noexcept {
    const auto bound = [&](float x) { return x < outer.low ? outer.low : x > outer.high ? outer.high : x; };
    return {bound(inner.low), bound(inner.high)};
  }

  template <class First, class Second>
  using merged =
      with_attribute<remember_t<First>, intersect(attribute_of<typename First::op>(clamp{}), Second::op::bounds)>;

  template <class Network>
  using apply = merge_neighbours<fuse_activation, Network>;
};

}  // namespace tenon::pass
