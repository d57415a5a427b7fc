// SPDX-License-Identifier: Apache-2.0
// What operators share whose results take whole slices of their input along each axis: gather, mirror_pad, tile.
#pragma once

#include <concepts>

#include <tenon/core/shape.hpp>

namespace tenon {

/// Takes element (i, j, ...) of its result from (f(i), g(j), ...) of its input, a function an axis:
/// `source_of(extents of the input, axis, index)`.
template <class Operator>
concept selects_by_axis = requires(const shape& extents) {
  { Operator::source_of(extents, 0, 0) } -> std::same_as<int>;
};

namespace op {

/// True if every index of the axes from `first` on stays where it is.
template <class Operator>
constexpr bool keeps_axes_from(int first, const shape& input, const shape& result) noexcept {
  for (int axis = first; axis < input.rank; ++axis) {
    if (input[axis] != result[axis]) return false;
    for (int i = 0; i < input[axis]; ++i)
      if (Operator::source_of(input, axis, i) != i) return false;
  }
  return true;
}

/// Axes of which something is left out, repeated or reordered: those before the number that this returns.
template <class Operator>
constexpr int selected_axes(const shape& input, const shape& result) noexcept {
  int axes = input.rank;
  while (axes > 0 && keeps_axes_from<Operator>(axes - 1, input, result)) --axes;
  return axes;
}

}  // namespace op
}  // namespace tenon
