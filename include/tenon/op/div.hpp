// SPDX-License-Identifier: Apache-2.0
// div: one tensor divided by another, element by element.
#pragma once

#include <span>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/pairwise.hpp>

namespace tenon::op {

/// Computes y = a / b in real numbers, with NumPy's broadcasting. Attribute: `clamp` bounds the result.
/// Rule: TFLite DIV, which has none for int8.
template <auto... Attributes>
struct div_ : pairwise<div_<Attributes...>, Attributes...> {
  static constexpr std::string_view word = "div";

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    if (is_quantized(inputs[0].tensor.type))
      return refuse("tenon: div has no rule for integers; keep<f32, ...> the node, or multiply by the inverse");
    return pairwise<div_, Attributes...>::infer(inputs);
  }

  /// On numbers, or on batches of them.
  template <class Number>
  [[gnu::always_inline]] static constexpr Number real(Number a, Number b) noexcept {
    return a / b;
  }

  template <class Call>
  using parameters = real_bounds;

  template <class Call>
  static constexpr real_bounds prepare(const parameter_source&, std::span<const edge_type>, const edge_type&) noexcept {
    constexpr clamp bounds = div_::bounds_of_result;
    return {bounds.low, bounds.high};
  }
};

/// Quotient of two edges, spelt `op::div<"share">(a, b)` where the C library is in sight.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, div_<Attributes...>> div{};

}  // namespace tenon::op
