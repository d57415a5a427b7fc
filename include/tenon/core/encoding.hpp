// SPDX-License-Identifier: Apache-2.0
// The affine encoding of quantized numbers, and the two conversions between them and real numbers.
#pragma once

#include <tenon/core/float_bits.hpp>

#include <cstdint>
#include <limits>

namespace tenon {

/// How integers stand for real numbers: real = scale * (q - zero_point).
///
/// A scale of zero, the default, says that the encoding is not known yet. Usable as a template argument.
struct encoding {
  float scale{};
  std::int32_t zero_point{};

  friend constexpr bool operator==(const encoding&, const encoding&) = default;

  /// True once a usable scale, positive and finite, has been given.
  [[nodiscard]] constexpr bool known() const noexcept {
    return scale > 0.0f && !math::is_infinite(scale);
  }
};

namespace detail {

/// True if |x / scale| is 2^31 or more; decided without the quotient, which might overflow.
constexpr bool beyond_int32(float x, float scale) noexcept {
  return math::abs(x) >= (scale < 0x1p96f ? scale * 0x1p31f : std::numeric_limits<float>::infinity());
}

constexpr std::int32_t clamp_to(std::int64_t value, std::int32_t low, std::int32_t high) noexcept {
  return value < low ? low : value > high ? high : static_cast<std::int32_t>(value);
}

}  // namespace detail

/// The integer of x in low .. high: the float32 quotient x / scale rounded halves away from zero, plus the
/// zero point.
///
/// This is LiteRT's QUANTIZE, with the cases added that it leaves undefined: infinities and numbers beyond
/// the range give its nearer end, NaN and an encoding that is not known give the zero point.
constexpr std::int32_t quantize_value(float x, encoding to, std::int32_t low, std::int32_t high) noexcept {
  if (!to.known()) return detail::clamp_to(to.zero_point, low, high);
  const bool is_beyond = detail::beyond_int32(x, to.scale);
  const float inside = math::select(is_beyond, 0.0f, math::select(math::is_nan(x), 0.0f, x));
  const auto rounded = static_cast<std::int64_t>(math::round_away(inside / to.scale));
  const std::int32_t nearer_end = math::select(x < 0.0f, low, high);
  return math::select(is_beyond, nearer_end, detail::clamp_to(rounded + to.zero_point, low, high));
}

/// The real number of q, one float32 product (LiteRT's DEQUANTIZE).
///
/// The difference q - zero_point is exact for 8- and 16-bit elements; in 32 bits it wraps on overflow.
constexpr float dequantize_value(std::int32_t q, encoding from) noexcept {
  const auto distance = static_cast<std::uint32_t>(q) - static_cast<std::uint32_t>(from.zero_point);
  return from.scale * static_cast<float>(static_cast<std::int32_t>(distance));
}

}  // namespace tenon
