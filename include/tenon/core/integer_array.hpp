// SPDX-License-Identifier: Apache-2.0
// Trained numbers that were quantized elsewhere: integers, and the scales that make them real.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace tenon {

/// A view of quantized numbers: real = scale * (integer - zero_point). int8 is held as the characters of a string literal,
/// which compilers read at next to no cost. The int32 or int64 of a bias have no scale of their own: it is input scale *
/// kernel scale. int16 are held as int32 with a scale.
struct integer_array {
  const char* bytes = nullptr;
  const std::int32_t* words = nullptr;
  std::size_t count = 0;
  /// One scale for all, or one for each output channel.
  std::span<const float> scales{};
  std::int32_t zero_point = 0;
  const std::int64_t* long_words = nullptr;

  constexpr std::size_t size() const noexcept { return count; }
  constexpr bool empty() const noexcept { return count == 0; }

  constexpr std::int32_t operator[](std::size_t index) const noexcept {
    return static_cast<std::int32_t>(wide(index));
  }

  /// An element with all its bits, which a bias of int64 may need.
  constexpr std::int64_t wide(std::size_t index) const noexcept {
    if (bytes != nullptr) return std::int64_t{static_cast<std::int8_t>(bytes[index])};
    return words != nullptr ? std::int64_t{words[index]} : long_words[index];
  }

  /// True if the elements say themselves which real numbers they stand for.
  constexpr bool is_scaled() const noexcept { return !scales.empty(); }

  /// The scale of an output channel.
  constexpr float scale_of(std::size_t channel) const noexcept {
    return scales.size() == 1 ? scales[0] : scales[channel];
  }
};

}  // namespace tenon
