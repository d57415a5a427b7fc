// SPDX-License-Identifier: Apache-2.0
// fold_batch_norm: a trained scale and shift of each channel moves into the weights before it.
#pragma once

#include <cstddef>

#include <tenon/op/concept.hpp>
#include <tenon/pass/rewrite.hpp>

namespace tenon::pass {

/// Folds a batch_norm into the convolution or dense layer that it reads: kernel * gamma / sqrt(variance + epsilon).
/// The node remembers the name of the batch_norm; the numbers are made when its parameters are.
struct fold_batch_norm {
  template <class Operator>
  static constexpr bool can_be_first =
      absorbs_affine<Operator> && !has_affine<Operator> && !carries<Operator, clamp> && !carries<Operator, residual>;
  template <class Operator>
  static constexpr bool can_be_second = offers_affine<Operator>;

  template <class Graph>
  static constexpr bool fits(std::size_t first, std::size_t, int) noexcept {
    return edges_of<Graph>[first].tensor.type == f32;
  }

  template <class First, class Second>
  using merged = with_attribute<remember_t<First>, affine_of<Second::name>{Second::op::affine_epsilon}>;

  template <class Network>
  using apply = merge_neighbours<fold_batch_norm, Network>;
};

}  // namespace tenon::pass
