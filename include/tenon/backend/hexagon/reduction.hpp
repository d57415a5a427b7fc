// SPDX-License-Identifier: Apache-2.0
// Tensors of which some axes are reduced, as rows of vectors.
#pragma once

#include <cstddef>
#include <cstdint>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/op/reduction.hpp>

namespace tenon::hexagon_kernels {

/// How the values of a result lie in memory: the axes behind the last reduced one are a row that stays.
template <class Call>
struct reduced {
  static constexpr shape extents = Call::x.extents;
  static constexpr op::reduced_axes marked = Call::op::marked(extents);
  static constexpr int values = op::reduced_count(extents, marked);
  static constexpr int row = [] {
    int length = 1;
    for (int i = extents.rank - 1; i >= 0 && !marked.has(i); --i) length *= extents[i];
    return length;
  }();
  static constexpr int rows = extents.size() / row / values;

  /// Calls `body(x)` for each row that goes into row `result` of the results.
  template <class Body>
  [[gnu::always_inline]] static void for_each_row(const std::int8_t* x, int result,
                                                  const Body& body) noexcept {
    const std::int8_t* const start = x + offset<false>(result * row);
    for (int k = 0; k < values; ++k) body(start + offset<true>(k));
  }

 private:
  /// Splits an index over the reduced axes, or over the others, into an offset over all.
  template <bool Reduced>
  static constexpr int offset(int index) noexcept {
    int found = 0;
    int step = 1;
    for (int i = extents.rank - 1; i >= 0; --i) {
      if (marked.has(i) == Reduced) {
        found += index % extents[i] * step;
        index /= extents[i];
      }
      step *= extents[i];
    }
    return found;
  }
};

}  // namespace tenon::hexagon_kernels
