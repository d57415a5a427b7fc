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
  return cut_bytes<Steps>(
      hvx::pack_halves(hvx::pack_words(words[3], words[2]), hvx::pack_words(words[1], words[0])), output);
}

/// x * factor / 2^31, halves up.
[[gnu::always_inline]] inline hvx::vector multiply_q31(hvx::vector x, hvx::vector factors) noexcept {
  return hvx::multiply_high(hvx::multiply_low(x, factors), x, factors);
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
      // The sign of x is that of y, but for y = 0, which rounds to 0 either way. The mean of y and half
      // cannot overflow.
      hvx::vector y = multiply_q31(x, multiplier);
      if constexpr (Steps.both_signs) y = hvx::add_shifted_words(y, x, 31);
      return hvx::shift_right_words(hvx::average_words(y, half), count);
    }
  }
};

/// What is needed for factors that all shrink, or not.
constexpr rounding_steps steps_for(bool all_shrink, const output_terms& output) noexcept {
  if (!all_shrink || output.zero_point < -128 || output.zero_point > 127) return {};
  return {false, output.low < output.zero_point, output.low > -128 || output.high < 127};
}

/// The numbers of `Columns` channels under a rule. Rules that HVX has no instructions for go number by
/// number.
template <class Rule, int Columns>
struct requantization {
  static constexpr std::size_t lanes = static_cast<std::size_t>(round_up(Columns, vector_words));
  static constexpr std::size_t used = lanes * sizeof(typename Rule::factor) + sizeof(output_terms);
  alignas(vector_bytes) std::array<typename Rule::factor, lanes> factors{};
  output_terms output{};
  std::array<std::uint8_t, vector_bytes - used % vector_bytes> unused{};

  constexpr void set_output(const output_terms& terms) noexcept { output = terms; }
  constexpr void set(int column, const typename Rule::factor& factor) noexcept {
    factors[static_cast<std::size_t>(column)] = factor;
  }
  constexpr rounding_steps steps() const noexcept { return {}; }

  /// What 32 channels are scaled with.
  struct lane_numbers {
    const typename Rule::factor* factors;
    std::int32_t zero_point;

    [[gnu::always_inline]] hvx::vector scale(hvx::vector sums) const noexcept {
      alignas(vector_bytes) std::int32_t words[vector_words];
      hvx::store(words, sums);
      for (int i = 0; i < vector_words; ++i)
        words[i] = wrapping_add(Rule::apply(words[i], factors[i]), zero_point);
      return hvx::load(words);
    }
  };
  template <rounding_steps>
  [[gnu::always_inline]] lane_numbers at(int column) const noexcept {
    return {factors.data() + column, output.zero_point};
  }
};

/// Q31 factors in the form of vectors. Numbers of the output are set before those of the channels.
template <int Columns>
struct requantization<q31_rule, Columns> {
  static constexpr std::size_t lanes = static_cast<std::size_t>(round_up(Columns, vector_words));
  alignas(vector_bytes) std::array<std::int32_t, lanes> multipliers{};
  std::array<std::int32_t, lanes> counts{};
  /// For the short form: with the zero point.
  std::array<std::int32_t, lanes> moved_halves{};
  std::array<std::int32_t, lanes> halves{};
  std::array<std::int32_t, lanes> lefts{};
  output_terms output{};
  std::int32_t any_factor{};
  std::array<std::int32_t, 28> unused{};

  constexpr void set_output(const output_terms& terms) noexcept { output = terms; }
  constexpr void set(int column, q31_factor factor) noexcept {
    const auto at = static_cast<std::size_t>(column);
    const q31_words words = q31_words::of(factor);
    multipliers[at] = words.multiplier;
    counts[at] = words.count;
    moved_halves[at] = words.half_with(output.zero_point);
    halves[at] = words.half;
    lefts[at] = words.left;
    if (!words.only_shrinks()) any_factor = 1;
  }

  constexpr rounding_steps steps() const noexcept { return steps_for(any_factor == 0, output); }

  /// What 32 channels are scaled with, in registers.
  template <rounding_steps Steps>
  struct lane_numbers {
    q31_lanes factors;
    std::int32_t zero_point;

    [[gnu::always_inline]] hvx::vector scale(hvx::vector sums) const noexcept {
      const hvx::vector scaled = factors.template apply<Steps>(sums);
      if constexpr (Steps.any_factor) return hvx::add_words(scaled, hvx::splat_words(zero_point));
      else return scaled;
    }
  };
  template <rounding_steps Steps>
  [[gnu::always_inline]] lane_numbers<Steps> at(int column) const noexcept {
    const hvx::vector half = hvx::load((Steps.any_factor ? halves : moved_halves).data() + column);
    return {{hvx::load(multipliers.data() + column), half, hvx::load(counts.data() + column),
             hvx::load(lefts.data() + column)},
            output.zero_point};
  }
};

/// Calls `body.template operator()<Steps>()` with the steps that a requantization needs. They are the same in
/// every run, so where the numbers are constants of the program the compiler keeps one of the forms.
template <class Requantization, class Body>
[[gnu::always_inline]] inline void with_steps(const Requantization& output, const Body& body) noexcept {
  constexpr bool has_forms = requires { output.any_factor; };
  const rounding_steps steps = output.steps();
  if constexpr (has_forms) {
    if (steps == rounding_steps{false, true, false})
      return body.template operator()<rounding_steps{false, true, false}>();
    if (steps == rounding_steps{false, true, true})
      return body.template operator()<rounding_steps{false, true, true}>();
    if (steps == rounding_steps{false, false, false})
      return body.template operator()<rounding_steps{false, false, false}>();
    if (steps == rounding_steps{false, false, true})
      return body.template operator()<rounding_steps{false, false, true}>();
  }
  body.template operator()<rounding_steps{}>();
}

}  // namespace tenon::hexagon_kernels
