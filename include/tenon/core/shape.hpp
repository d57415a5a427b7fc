// SPDX-License-Identifier: Apache-2.0
// The extents of a tensor, outermost axis first.
#pragma once

#include <array>
#include <cstddef>

namespace tenon {

/// The largest number of axes of a tensor.
inline constexpr int max_rank = 6;

/// Extents of a tensor, outermost axis first; a rank-0 shape is a scalar of one element.
struct shape {
  int rank = 0;
  std::array<int, max_rank> extents{};

  constexpr int operator[](int axis) const noexcept { return extents[static_cast<std::size_t>(axis)]; }
  constexpr int& operator[](int axis) noexcept { return extents[static_cast<std::size_t>(axis)]; }

  /// The extent counted from the innermost axis: `from_end(0)` is the last.
  constexpr int from_end(int axis) const noexcept { return (*this)[rank - 1 - axis]; }

  /// Number of elements.
  constexpr int size() const noexcept { return span_of(0, rank); }

  /// Product of the extents of axes `first` up to, not including, `last`.
  constexpr int span_of(int first, int last) const noexcept {
    int product = 1;
    for (int axis = first; axis < last; ++axis) product *= (*this)[axis];
    return product;
  }

  constexpr void push_back(int extent) noexcept { (*this)[rank++] = extent; }

  friend bool operator==(const shape&, const shape&) = default;
};

/// Builds a shape from its extents.
template <class... Extents>
constexpr shape shape_of(Extents... extents) noexcept {
  constexpr bool fits = sizeof...(Extents) <= max_rank;
  static_assert(fits, "tenon: a tensor has more than 6 axes; merge some of them");
  if constexpr (fits) return shape{static_cast<int>(sizeof...(Extents)), {static_cast<int>(extents)...}};
  else return shape{};
}

}  // namespace tenon
