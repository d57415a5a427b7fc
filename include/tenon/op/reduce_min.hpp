// SPDX-License-Identifier: Apache-2.0
// reduce_min: the smallest value over some axes.
#pragma once

#include <limits>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/folding.hpp>

namespace tenon::op {

/// Computes the smallest value over axes. Attributes: axes, all unless given; keep_axes{true} leaves them with one
/// element. The int8 result has the encoding of the input. Rule: TFLite REDUCE_MIN, on raw integers.
template <auto... Attributes>
struct reduce_min_ : kept_extremum<reduce_min_<Attributes...>, Attributes...> {
  static constexpr std::string_view word = "reduce_min";

  template <class Number>
  [[gnu::always_inline]] static constexpr Number start() noexcept {
    using limits = std::numeric_limits<Number>;
    return limits::has_infinity ? limits::infinity() : limits::max();
  }
  template <class Number>
  [[gnu::always_inline]] static constexpr Number step(Number smallest, Number x) noexcept {
    return x < smallest ? x : smallest;
  }
};

/// Smallest value over axes: `reduce_min<"peak", axes{0, 1}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, reduce_min_<Attributes...>> reduce_min{};

}  // namespace tenon::op
