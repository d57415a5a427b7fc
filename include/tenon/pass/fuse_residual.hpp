// SPDX-License-Identifier: Apache-2.0
// fuse_residual: a sum is formed by the node that makes one of its terms.
#pragma once

#include <cstddef>

#include <tenon/op/concept.hpp>
#include <tenon/pass/rewrite.hpp>

namespace tenon::pass {

/// Lets a node that can add a second input do the work of the addition that alone reads it. The merged node keeps how
/// its own result was encoded and bounded before the addition, and so computes what the two did, bit for bit. Runs after
/// quantize, which gives both results their encodings.
struct fuse_residual {
  template <class Operator>
  static constexpr bool can_be_first = absorbs_addition<Operator> && !carries<Operator, residual>;
  template <class Operator>
  static constexpr bool can_be_second = offers_addition<Operator>;

  /// Nothing is broadcast, and integers have their encodings.
  template <class Graph>
  static constexpr bool fits(std::size_t first, std::size_t second, int slot) noexcept {
    const auto other = static_cast<std::size_t>(wiring_of<Graph>.source(second, slot == 0 ? 1 : 0));
    const tensor_type& sum = edges_of<Graph>[second].tensor;
    return edges_of<Graph>[first].tensor == sum && edges_of<Graph>[other].tensor == sum &&
           (sum.type == f32 || edges_of<Graph>[first].code.known());
  }

  template <class First, class Second>
  using bounded_sum = with_attribute<
      with_attribute<remember_t<First>, residual{attribute_of<typename First::op>(encoded{}).code,
                                                 attribute_of<typename First::op>(clamp{})}>,
      attribute_of<typename Second::op>(clamp{})>;

  template <class First, class Second>
  struct encoded_sum {
    using type = bounded_sum<First, Second>;
  };
  template <class First, class Second>
    requires carries<typename Second::op, encoded>
  struct encoded_sum<First, Second> {
    using type = with_attribute<bounded_sum<First, Second>, attribute_of<typename Second::op>(encoded{})>;
  };

  template <class First, class Second>
  using merged = typename encoded_sum<First, Second>::type;

  template <class Network>
  using apply = merge_neighbours<fuse_residual, Network>;
};

}  // namespace tenon::pass
