// SPDX-License-Identifier: Apache-2.0
// Trained numbers that were quantized elsewhere: integers, and the scales that make them real.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace tenon {

/// A view of quantized numbers: real = scale * (integer - zero_point). int8 is held as the characters of a string literal,
/// which compilers read at next to no cost; int32, of a bias, has no scale of its own: it is input scale * kernel scale.
struct integer_array {
  const char* bytes = nullptr;
  const std::int32_t* words = nullptr;
  std::size_t count = 0;
  /// One scale for all, or one for each output channel.
  std::span<const float> scales{};
  std::int32_t zero_point = 0;

  constexpr std::size_t size() const noexcept { return count; }
  constexpr bool empty() const noexcept { return count == 0; }

  constexpr std::int32_t operator[](std::size_t index) const noexcept {
    return bytes != nullptr ? std::int32_t{static_cast<std::int8_t>(bytes[index])} : words[index];
  }

  /// The scale of an output channel.
  constexpr float scale_of(std::size_t channel) const noexcept {
    return scales.size() == 1 ? scales[0] : scales[channel];
  }
};

}  // namespace tenon
