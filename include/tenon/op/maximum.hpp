// SPDX-License-Identifier: Apache-2.0
// maximum: the larger of two tensors, element by element.
#pragma once

#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/extremum.hpp>

namespace tenon::op {

/// Computes the larger of a and b with NumPy's broadcasting; b where they cannot be compared.
/// Attributes: `clamp` bounds the result, `encoded`. Rule: TFLite MAXIMUM, whose three encodings are equal; others are
/// brought to that of the result first, as TFLite QUANTIZE does.
template <auto... Attributes>
struct maximum_ : extremum<maximum_<Attributes...>, Attributes...> {
  static constexpr std::string_view word = "maximum";

  /// On numbers, or on vectors and batches of them.
  template <class Number>
  [[gnu::always_inline]] static constexpr auto keeps_first(Number a, Number b) noexcept {
    return a > b;
  }
};

/// The larger of two edges: `maximum<"floored">(a, b)`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, maximum_<Attributes...>> maximum{};

}  // namespace tenon::op
