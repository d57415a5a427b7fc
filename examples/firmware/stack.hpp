// SPDX-License-Identifier: Apache-2.0
// How deep the stack got: it is painted before main, and the paint that is left is counted.
#pragma once

#include <cstddef>
#include <cstdint>

inline constexpr std::uint32_t stack_paint = 0xC5C5C5C5;

/// Paints from the bottom of the stack up to a little below the caller's frame.
inline void paint_stack(std::uint32_t* bottom) {
  auto* const here = static_cast<std::uint32_t*>(__builtin_frame_address(0));
  for (std::uint32_t* word = bottom; word < here - 16; ++word) *const_cast<volatile std::uint32_t*>(word) = stack_paint;
}

/// Bytes between the top of the stack and the deepest word whose paint is gone.
inline std::size_t stack_used(const std::uint32_t* bottom, const std::uint32_t* top) {
  const volatile std::uint32_t* word = bottom;
  while (word < top && *word == stack_paint) ++word;
  return static_cast<std::size_t>(top - const_cast<const std::uint32_t*>(word)) * sizeof(std::uint32_t);
}
