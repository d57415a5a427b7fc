// SPDX-License-Identifier: Apache-2.0
// reduce_max: the largest value over some axes.
#pragma once

#include <limits>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/folding.hpp>

namespace tenon::op {

/// Computes the largest value over axes. Attributes: axes, all unless given; keep_axes{true} leaves them with one
/// element. The int8 result has the encoding of the input. Rule: TFLite REDUCE_MAX, on raw integers.
template <auto... Attributes>
struct reduce_max_ : kept_extremum<reduce_max_<Attributes...>, Attributes...> {
  static constexpr std::string_view word = "reduce_max";

  template <class Number>
  [[gnu::always_inline]] static constexpr Number start() noexcept {
    using limits = std::numeric_limits<Number>;
    return limits::has_infinity ? -limits::infinity() : limits::lowest();
  }
  template <class Number>
  [[gnu::always_inline]] static constexpr Number step(Number largest, Number x) noexcept {
    return x > largest ? x : largest;
  }
};

/// Largest value over axes: `reduce_max<"peak", axes{0, 1}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, reduce_max_<Attributes...>> reduce_max{};

}  // namespace tenon::op
