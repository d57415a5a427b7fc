// SPDX-License-Identifier: Apache-2.0
// Attributes that hold one number for each axis, such as the order of a transposition.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>

#include <tenon/core/shape.hpp>

namespace tenon {

/// One number an axis, outermost first; an attribute derives from it.
struct axis_list {
  std::array<int, max_rank> numbers{};
  int count = 0;

  constexpr axis_list() noexcept = default;
  template <std::convertible_to<int>... Numbers>
  requires(sizeof...(Numbers) > 0 && sizeof...(Numbers) <= max_rank) constexpr explicit(false)
      axis_list(Numbers... each) noexcept
      : numbers{static_cast<int>(each)...}, count(sizeof...(Numbers)) {}

  constexpr int operator[](int axis) const noexcept { return numbers[static_cast<std::size_t>(axis)]; }
  friend bool operator==(const axis_list&, const axis_list&) = default;
};

}  // namespace tenon
