// SPDX-License-Identifier: Apache-2.0
// Requantization where lanes are pixels of one channel: its factor is a scalar, and narrowing shifts by it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/hvx.hpp>
#include <tenon/backend/hexagon/requantize.hpp>
#include <tenon/core/fixed_point.hpp>

namespace tenon::hexagon_kernels {

/// Four vectors of sums of 128 pixels: pixels 0, 4, 8 ..., then 2, 6, 10 ..., 1, 5, 9 ..., 3, 7, 11 ...
/// Narrowing, which takes numbers of two vectors in turn, brings them into their order.
using pixel_sums = std::array<hvx::vector, 4>;

/// The factors of all channels. Numbers of the output are set before those of the channels.
template <int Channels>
struct plane_scales {
  /// The largest shift that narrowing has.
  static constexpr std::int32_t most_shift = 15;
  std::array<q31_words, static_cast<std::size_t>(Channels)> factors{};
  output_terms output{};
  std::int32_t any_factor{};

  constexpr void set_output(const output_terms& terms) noexcept { output = terms; }
  constexpr void set(int channel, q31_factor factor) noexcept {
    const q31_words words = q31_words::of(factor);
    if (!words.only_shrinks() || words.count + 1 > most_shift) any_factor = 1;
    factors[static_cast<std::size_t>(channel)] = words;
  }
  constexpr rounding_steps steps() const noexcept { return steps_for(any_factor == 0, output); }
};

/// What the sums of one channel are scaled with.
template <rounding_steps Steps>
class channel_scale {
 public:
  [[gnu::always_inline]] channel_scale(const q31_words& words, const output_terms& output) noexcept
      : factor_(q31_lanes::splat(words)),
        shift_(words.count + 1),
        output_(output),
        stored_zero_(hvx::splat_halves(output.zero_point + 128)) {}

  /// The results as bytes, 128 added.
  [[gnu::always_inline]] hvx::vector join(const pixel_sums& sums) const noexcept {
    if constexpr (Steps.any_factor) {
      const hvx::vector even = hvx::narrow_words(whole(sums[1]), whole(sums[0]), 0);
      const hvx::vector odd = hvx::narrow_words(whole(sums[3]), whole(sums[2]), 0);
      return flip(cut_bytes<Steps>(hvx::narrow_halves(odd, even, 0), output_));
    } else {
      const hvx::vector bytes = hvx::saturate_to_unsigned_bytes(half(sums[3], sums[2]), half(sums[1], sums[0]));
      if constexpr (Steps.cuts)
        return flip(cut_bytes<Steps>(flip(bytes), output_));
      else
        return bytes;
    }
  }

 private:
  [[gnu::always_inline]] static hvx::vector flip(hvx::vector bytes) noexcept {
    return hvx::bit_xor(bytes, hvx::splat_bytes(-128));
  }
  [[gnu::always_inline]] hvx::vector whole(hvx::vector sums) const noexcept {
    return hvx::add_words(factor_.template apply<Steps>(sums), hvx::splat_words(output_.zero_point));
  }
  /// The halves of negative numbers are off by one before the shift, so that they go away from zero.
  [[gnu::always_inline]] hvx::vector half(hvx::vector upper, hvx::vector lower) const noexcept {
    const hvx::vector narrow = hvx::narrow_words_rounding(multiply_signed<Steps>(upper, factor_.multiplier),
                                                          multiply_signed<Steps>(lower, factor_.multiplier), shift_);
    return hvx::add_halves_saturating(narrow, stored_zero_);
  }

  q31_lanes factor_;
  std::int32_t shift_;
  output_terms output_;
  hvx::vector stored_zero_;
};

}  // namespace tenon::hexagon_kernels
