// SPDX-License-Identifier: Apache-2.0
// The last steps of a requantization at 16 bits, twice as many numbers a vector as at 32, and the order of channels
// that goes with it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/hvx.hpp>

namespace tenon::hexagon_kernels {

/// The lane of a channel among four vectors of words. Narrowing takes numbers of two vectors in turn, so the channels
/// of vector 0 are 0, 4, 8 ..., of vector 1 are 2, 6, 10 ..., of vector 2 are 1, 5, 9 ..., of vector 3 are 3, 7, 11 ...
constexpr int lane_of(int channel) noexcept {
  constexpr int vector_of[]{0, 2, 1, 3};
  return channel / vector_bytes * vector_bytes + vector_of[channel % 4] * vector_words + channel % vector_bytes / 4;
}

/// Where the number of a lane lies when vectors 0 and 1 have been narrowed to one, and 2 and 3.
constexpr int half_of(int lane) noexcept {
  const int vector = lane % vector_bytes / vector_words;
  return lane / vector_bytes * vector_bytes + vector / 2 * 2 * vector_words + lane % vector_words * 2 + vector % 2;
}

/// (x + 2^(right - 1)) >> right plus a zero point, in two steps: x >> shift, cut to 16 bits, then (h + term) >> count.
///
/// Dropping the last bits before a floor drops nothing that counts: the half that is added is a multiple of 2^shift.
/// What is cut to 16 bits, or saturates when the term is added, is 255 or more, or 0 or less, after a shift by at
/// most 7.
struct half_steps {
  static constexpr int least_count = 1;
  static constexpr int most_count = 7;
  static constexpr int most_shift = 15;

  /// The shift before narrowing for shifts between these; -1 where no one shift serves them all.
  static constexpr std::int32_t shift_for(std::int32_t least_right, std::int32_t most_right) noexcept {
    const std::int32_t shift = least_right - least_count < most_shift ? least_right - least_count : most_shift;
    return shift >= 0 && most_right - shift <= most_count ? shift : -1;
  }
  /// The half and a zero point of int8 with 128 added: results are unsigned bytes.
  static constexpr std::int16_t term(std::int32_t count, std::int32_t zero_point) noexcept {
    return static_cast<std::int16_t>((1 << (count - 1)) + (zero_point + 128) * (1 << count));
  }
};

/// The terms and counts of `Lanes` lanes, of which whole blocks of four vectors can be narrowed: [block][terms,
/// counts].
template <std::size_t Lanes>
struct packed_halves {
  std::array<std::int16_t, 2 * Lanes> numbers{};

  constexpr void set(std::size_t lane, std::int32_t count, std::int32_t zero_point) noexcept {
    constexpr std::size_t block = vector_bytes;
    if (lane >= Lanes / block * block) return;
    const std::size_t at = lane / block * block + static_cast<std::size_t>(half_of(static_cast<int>(lane)));
    numbers[at] = half_steps::term(count, zero_point);
    numbers[at + block] = static_cast<std::int16_t>(count);
  }
  /// The terms of the 64 lanes from `lane` on; their counts lie a block behind.
  [[gnu::always_inline]] const std::int16_t* at(int lane) const noexcept {
    return numbers.data() + lane / vector_bytes * vector_bytes + lane;
  }
};

/// 64 words as halves, with what their channels need.
struct half_lanes {
  hvx::vector terms;
  hvx::vector counts;
  std::int32_t shift;

  [[gnu::always_inline]] half_lanes(const std::int16_t* numbers, std::int32_t first_shift) noexcept
      : terms(hvx::load(numbers)), counts(hvx::load(numbers + vector_bytes)), shift(first_shift) {}

  [[gnu::always_inline]] hvx::vector join(hvx::vector upper, hvx::vector lower) const noexcept {
    return hvx::shift_right_halves(hvx::add_halves_saturating(hvx::narrow_words(upper, lower, shift), terms), counts);
  }
};

/// 128 results as int8: those of `lower` in the even places.
[[gnu::always_inline]] inline hvx::vector join_unsigned(hvx::vector upper, hvx::vector lower) noexcept {
  return hvx::bit_xor(hvx::saturate_to_unsigned_bytes(upper, lower), hvx::splat_bytes(-128));
}

}  // namespace tenon::hexagon_kernels
