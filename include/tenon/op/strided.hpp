// SPDX-License-Identifier: Apache-2.0
// Strided views: where the elements of a result lie in one of its inputs.
#pragma once

#include <array>
#include <cstddef>

#include <tenon/core/shape.hpp>

namespace tenon::op {

/// Elements of the innermost axis of a shape; 1 for a scalar.
constexpr int row_length(const shape& extents) noexcept {
  return extents.rank == 0 ? 1 : extents.from_end(0);
}

/// Rows of the innermost axis in a shape; 1 for a scalar.
constexpr int row_count(const shape& extents) noexcept {
  return extents.rank == 0 ? 1 : extents.span_of(0, extents.rank - 1);
}

/// Elements from one index of each axis to the next, in row-major memory without gaps.
constexpr std::array<int, max_rank> steps_of_axes(const shape& extents) noexcept {
  std::array<int, max_rank> steps{};
  for (int axis = 0; axis < extents.rank; ++axis)
    steps[static_cast<std::size_t>(axis)] = extents.span_of(axis + 1, extents.rank);
  return steps;
}

/// An input as its result walks over it: element (i, j, ...) of the result lies `start + i * steps[0] + j *
/// steps[1] ...` elements into the input. A step of 0 repeats, one below 0 walks backwards.
struct strided {
  int start = 0;
  std::array<int, max_rank> steps{};

  constexpr int step(int axis) const noexcept { return steps[static_cast<std::size_t>(axis)]; }

  /// Step within an innermost row of the result.
  constexpr int row_step(const shape& result) const noexcept {
    return result.rank == 0 ? 1 : step(result.rank - 1);
  }

  /// Where row `row` of the result begins in the input.
  constexpr int row_start(const shape& result, int row) const noexcept {
    int at = start;
    for (int axis = result.rank - 2; axis >= 0; --axis) {
      at += row % result[axis] * step(axis);
      row /= result[axis];
    }
    return at;
  }
};

}  // namespace tenon::op
