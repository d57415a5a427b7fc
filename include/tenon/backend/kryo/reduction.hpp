// SPDX-License-Identifier: Apache-2.0
// The walk of reductions: rows of results side by side where the last axis stays, single results where it is reduced.
#pragma once

#include <tenon/backend/kryo/channels.hpp>
#include <tenon/core/shape.hpp>
#include <tenon/op/reduction.hpp>

namespace tenon::kryo_kernels {

/// A tensor's reduction in rows of its last axis.
template <class Call>
struct reduced_rows {
  static constexpr shape extents = Call::x.extents;
  static constexpr op::reduced_axes marked = Call::op::marked(extents);
  static constexpr int count = op::reduced_count(extents, marked);
  static constexpr int row = extents.from_end(0);
  static constexpr bool row_stays = !marked.has(extents.rank - 1);
  /// Rows that make up one result, or one row of results.
  static constexpr int rows_of_result = row_stays ? count : count / row;
  /// Results, or rows of them.
  static constexpr int results = extents.size() / row / rows_of_result;

  /// Where row `index` of those that are reduced (or that stay) begins.
  template <bool Reduced>
  [[gnu::always_inline]] static int offset_of(int index) noexcept {
    int offset = 0;
    int step = row;
    for (int axis = extents.rank - 2; axis >= 0; --axis) {
      if (marked.has(axis) == Reduced) {
        offset += index % extents[axis] * step;
        index /= extents[axis];
      }
      step *= extents[axis];
    }
    return offset;
  }

  /// Calls `body(row)` for each row that goes into a result.
  template <class Value, class Body>
  [[gnu::always_inline]] static void for_each_row(const Value* x, int result, const Body& body) noexcept {
    const Value* const start = x + offset_of<false>(result);
    for (int k = 0; k < rows_of_result; ++k) body(start + offset_of<true>(k));
  }
};

}  // namespace tenon::kryo_kernels
