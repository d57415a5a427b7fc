// SPDX-License-Identifier: Apache-2.0
// Broadcasting of two shapes (NumPy's rule): axes are matched from the last, an extent of 1 repeats.
#pragma once

#include <cstddef>

#include <tenon/core/shape.hpp>
#include <tenon/op/strided.hpp>

namespace tenon::op {

namespace detail {

/// Extent of an axis counted from the last; axes that a shape lacks have extent 1.
constexpr int extent_or_one(const shape& extents, int from_end) noexcept {
  return from_end < extents.rank ? extents.from_end(from_end) : 1;
}

}  // namespace detail

/// True if the two shapes agree on every axis, or one of them has extent 1 there.
constexpr bool can_broadcast(const shape& a, const shape& b) noexcept {
  for (int i = 0; i < a.rank && i < b.rank; ++i)
    if (a.from_end(i) != b.from_end(i) && a.from_end(i) != 1 && b.from_end(i) != 1) return false;
  return true;
}

/// The shape that both shapes are repeated to. Only for shapes that `can_broadcast`.
constexpr shape broadcast(const shape& a, const shape& b) noexcept {
  shape result;
  result.rank = a.rank > b.rank ? a.rank : b.rank;
  for (int i = 0; i < result.rank; ++i) {
    const int own = detail::extent_or_one(a, i);
    result[result.rank - 1 - i] = own != 1 ? own : detail::extent_or_one(b, i);
  }
  return result;
}

/// An input as a result of shape `result` walks over it.
constexpr strided broadcast_view(const shape& input, const shape& result) noexcept {
  strided view;
  for (int i = 0; i < input.rank; ++i) {
    const int axis = input.rank - 1 - i;
    const bool repeats = input[axis] == 1;
    view.steps[static_cast<std::size_t>(result.rank - 1 - i)] =
        repeats ? 0 : input.span_of(axis + 1, input.rank);
  }
  return view;
}

}  // namespace tenon::op
