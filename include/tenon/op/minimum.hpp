// SPDX-License-Identifier: Apache-2.0
// minimum: the smaller of two tensors, element by element.
#pragma once

#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/extremum.hpp>

namespace tenon::op {

/// Computes the smaller of a and b with NumPy's broadcasting; b where they cannot be compared.
/// Attributes: `clamp` bounds the result, `encoded`. Rule: TFLite MINIMUM, whose three encodings are equal; others are
/// brought to that of the result first, as TFLite QUANTIZE does.
template <auto... Attributes>
struct minimum_ : extremum<minimum_<Attributes...>, Attributes...> {
  static constexpr std::string_view word = "minimum";

  /// On numbers, or on vectors and batches of them.
  template <class Number>
  [[gnu::always_inline]] static constexpr auto keeps_first(Number a, Number b) noexcept {
    return a < b;
  }
};

/// The smaller of two edges: `minimum<"capped">(a, b)`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, minimum_<Attributes...>> minimum{};

}  // namespace tenon::op
