// SPDX-License-Identifier: Apache-2.0
// The walk of reductions on the reference backend: every result, and the values that it is made of, in order.
#pragma once

#include <cstddef>

#include <tenon/op/reduction.hpp>

namespace tenon::reference_reduction {

/// Splits an index over some of a shape's axes into an offset over all of them.
template <shape Extents, op::reduced_axes Marked, bool Reduced>
constexpr int offset_of(int index) noexcept {
  int offset = 0;
  int step = 1;
  for (int i = Extents.rank - 1; i >= 0; --i) {
    if (Marked.has(i) == Reduced) {
      offset += index % Extents[i] * step;
      index /= Extents[i];
    }
    step *= Extents[i];
  }
  return offset;
}

/// Calls `body(result, values)` for each result; `values(visit)` calls `visit(offset)` for each value of it.
template <shape Extents, op::reduced_axes Marked, class Body>
[[gnu::always_inline]] constexpr void for_each_result(const Body& body) noexcept {
  constexpr int count = op::reduced_count(Extents, Marked);
  for (int result = 0; result < Extents.size() / count; ++result) {
    const int start = offset_of<Extents, Marked, false>(result);
    body(result, [start](const auto& visit) {
      for (int k = 0; k < count; ++k) visit(start + offset_of<Extents, Marked, true>(k));
    });
  }
}

}  // namespace tenon::reference_reduction
