// SPDX-License-Identifier: Apache-2.0
// Brings int32 sums of many channels to the output's scale, a factor for each channel, bit for bit as the
// rules have it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/hvx.hpp>
#include <tenon/core/fixed_point.hpp>
#include <tenon/core/requantize.hpp>

namespace tenon::hexagon_kernels {

/// Which steps of a Q31 requantization are needed. What is left out cannot change a bit of the result.
struct rounding_steps {
  /// Factors of 1 and more, negative ones, zero points outside int8: everything is done.
  bool any_factor = true;
  /// Halves of negative numbers go away from zero; needless where all negative numbers are cut to the lowest
  /// result.
  bool both_signs = true;
  bool cuts = true;
  /// The last steps go at 16 bits where four vectors of channels come together.
  bool by_halves = false;

  friend constexpr bool operator==(const rounding_steps&, const rounding_steps&) = default;
};

/// The output of any requantization: zero point, then the bounds.
struct output_terms {
  std::int32_t zero_point{};
  std::int32_t low = -128;
  std::int32_t high = 127;
};

/// Bytes within the bounds, where those are not int8's own.
template <rounding_steps Steps>
[[gnu::always_inline]] inline hvx::vector cut_bytes(hvx::vector bytes, const output_terms& output) noexcept {
  if constexpr (!Steps.cuts) return bytes;
  return hvx::min_bytes(hvx::max_bytes(bytes, hvx::splat_bytes(output.low)), hvx::splat_bytes(output.high));
}

/// Four vectors of int32 as int8 in their order, bounded.
template <rounding_steps Steps>
[[gnu::always_inline]] inline hvx::vector to_bytes(const std::array<hvx::vector, 4>& words,
                                                   const output_terms& output) noexcept {
  return cut_bytes<Steps>(hvx::pack_halves(hvx::pack_words(words[3], words[2]), hvx::pack_words(words[1], words[0])),
                          output);
}

/// x * factor / 2^31, halves up.
[[gnu::always_inline]] inline hvx::vector multiply_q31(hvx::vector x, hvx::vector factors) noexcept {
  return hvx::multiply_high(hvx::multiply_low(x, factors), x, factors);
}

/// The same, less 1 where it is negative: halves then go away from zero when it is shifted right. The sign of x is that
/// of the product but for a product of 0, which rounds to 0 either way.
template <rounding_steps Steps>
[[gnu::always_inline]] inline hvx::vector multiply_signed(hvx::vector x, hvx::vector factors) noexcept {
  const hvx::vector y = multiply_q31(x, factors);
  if constexpr (Steps.both_signs)
    return hvx::add_shifted_words(y, x, 31);
  else
    return y;
}

/// A Q31 factor as words: y = x * 2^left * multiplier / 2^31, then (y + half) >> (count + 1) with halves away
/// from zero, where half = 0 stands for no shift at all.
struct q31_words {
  std::int32_t multiplier{};
  std::int32_t half{};
  std::int32_t count{};
  std::int32_t left{};

  /// The largest shift at which a zero point of 8 bits can be part of the half.
  static constexpr std::int32_t most_with_zero_point = 23;

  static constexpr q31_words of(q31_factor factor) noexcept {
    // A shift by more than 31 to either side leaves nothing.
    if (factor.exponent < -31 || factor.exponent > 31) return {0, 0, 0, 0};
    const std::int32_t right = factor.exponent < 0 ? -factor.exponent : 0;
    return {factor.multiplier, right > 0 ? std::int32_t{1} << (right - 1) : 0, right > 0 ? right - 1 : 0,
            factor.exponent > 0 ? factor.exponent : 0};
  }
  /// True where the short form is exact: a right shift, by a factor that is not negative.
  constexpr bool only_shrinks() const noexcept {
    return multiplier >= 0 && half > 0 && left == 0 && count < most_with_zero_point;
  }
  /// The half with the output's zero point: (y + half) >> n is then zero_point more. Only where it
  /// `only_shrinks`.
  constexpr std::int32_t half_with(std::int32_t zero_point) const noexcept {
    return wrapping_add(half, wrapping_shift_left(zero_point, count + 1));
  }
};

/// The same in vectors, a factor for each lane.
struct q31_lanes {
  hvx::vector multiplier;
  hvx::vector half;
  hvx::vector count;
  hvx::vector left;

  [[gnu::always_inline]] static q31_lanes splat(const q31_words& words) noexcept {
    return {hvx::splat_words(words.multiplier), hvx::splat_words(words.half), hvx::splat_words(words.count),
            hvx::splat_words(words.left)};
  }

  /// The scaled number without the zero point, or, in the short form, with the one that `half` has been
  /// given.
  template <rounding_steps Steps>
  [[gnu::always_inline]] hvx::vector apply(hvx::vector x) const noexcept {
    if constexpr (Steps.any_factor) {
      const hvx::vector y = multiply_q31(hvx::shift_left_words(x, left), multiplier);
      const hvx::vector signed_y = hvx::add_words_saturating(y, hvx::shift_right_words(y, 31));
      const hvx::vector shifted = hvx::shift_right_words(hvx::average_words(signed_y, half), count);
      return hvx::select_greater_words(half, hvx::splat_words(0), shifted, y);
    } else {
      // The mean of y and half cannot overflow.
      return hvx::shift_right_words(hvx::average_words(multiply_signed<Steps>(x, multiplier), half), count);
    }
  }
};

/// What is needed for factors that all shrink, or not.
constexpr rounding_steps steps_for(bool all_shrink, const output_terms& output) noexcept {
  if (!all_shrink || output.zero_point < -128 || output.zero_point > 127) return {};
  return {false, output.low<output.zero_point, output.low> - 128 || output.high < 127};
}

}  // namespace tenon::hexagon_kernels
