// SPDX-License-Identifier: Apache-2.0
// What the channels of an operator are brought to the output's scale with, packed as vectors load it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <tenon/backend/hexagon/bytes.hpp>
#include <tenon/backend/hexagon/halves.hpp>
#include <tenon/backend/hexagon/hvx.hpp>
#include <tenon/backend/hexagon/requantize.hpp>
#include <tenon/core/fixed_point.hpp>
#include <tenon/core/requantize.hpp>

namespace tenon::hexagon_kernels {

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
  constexpr void settle() noexcept {}
  constexpr rounding_steps steps() const noexcept { return {}; }

  /// What 32 channels are scaled with.
  struct lane_numbers {
    const typename Rule::factor* factors;
    std::int32_t zero_point;
    int count;  ///< of those 32, channels that there are; one at a time is slow

    [[gnu::always_inline]] hvx::vector scale(hvx::vector sums) const noexcept {
      alignas(vector_bytes) std::int32_t words[vector_words];
      hvx::store(words, sums);
      for (int i = 0; i < count; ++i) words[i] = wrapping_add(Rule::apply(words[i], factors[i]), zero_point);
      return hvx::load(words);
    }
  };
  template <rounding_steps>
  [[gnu::always_inline]] lane_numbers at(int column) const noexcept {
    return {factors.data() + column, output.zero_point,
            Columns - column < vector_words ? Columns - column : vector_words};
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
  /// For blocks of four vectors.
  packed_halves<lanes> by_halves{};
  output_terms output{};
  std::int32_t any_factor{};
  /// -1 where the last steps have to be at 32 bits.
  std::int32_t halves_shift = -1;
  std::int32_t least_count = 31;
  std::int32_t most_count{};
  std::array<std::int32_t, 25> unused{};

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
    if (words.count < least_count) least_count = words.count;
    if (words.count > most_count) most_count = words.count;
  }
  /// Called when all channels are set: whether they can be narrowed together is known then.
  constexpr void settle() noexcept {
    if (steps().any_factor) return;
    halves_shift = half_steps::shift_for(least_count + 1, most_count + 1);
    // Whatever is multiplied by 0 can be shifted by any count.
    for (std::size_t lane = 0; halves_shift >= 0 && lane < lanes; ++lane)
      by_halves.set(lane, multipliers[lane] == 0 ? 1 : counts[lane] + 1 - halves_shift, output.zero_point);
  }

  constexpr rounding_steps steps() const noexcept { return steps_for(any_factor == 0, output); }

  /// What 32 channels are scaled with, in registers.
  template <rounding_steps Steps>
  struct lane_numbers {
    q31_lanes factors;
    std::int32_t zero_point;

    [[gnu::always_inline]] hvx::vector scale(hvx::vector sums) const noexcept {
      const hvx::vector scaled = factors.template apply<Steps>(sums);
      if constexpr (Steps.any_factor)
        return hvx::add_words(scaled, hvx::splat_words(zero_point));
      else
        return scaled;
    }
  };
  template <rounding_steps Steps>
  [[gnu::always_inline]] lane_numbers<Steps> at(int column) const noexcept {
    const hvx::vector half = hvx::load((Steps.any_factor ? halves : moved_halves).data() + column);
    return {{hvx::load(multipliers.data() + column), half, hvx::load(counts.data() + column),
             hvx::load(lefts.data() + column)},
            output.zero_point};
  }

  /// What 64 channels are scaled with that are narrowed to one vector.
  template <rounding_steps Steps>
  struct pair_numbers {
    hvx::vector lower;
    hvx::vector upper;
    half_lanes halves;

    [[gnu::always_inline]] hvx::vector join(hvx::vector upper_sums, hvx::vector lower_sums) const noexcept {
      return halves.join(multiply_signed<Steps>(upper_sums, upper), multiply_signed<Steps>(lower_sums, lower));
    }
  };
  template <rounding_steps Steps>
  [[gnu::always_inline]] pair_numbers<Steps> pair_at(int lane) const noexcept {
    return {hvx::load(multipliers.data() + lane),
            hvx::load(multipliers.data() + lane + vector_words),
            {by_halves.at(lane), halves_shift}};
  }
};

/// Two vectors scaled word by word, and narrowed.
template <class Numbers>
struct word_pair {
  Numbers lower;
  Numbers upper;

  [[gnu::always_inline]] hvx::vector join(hvx::vector upper_sums, hvx::vector lower_sums) const noexcept {
    return hvx::narrow_words(upper.scale(upper_sums), lower.scale(lower_sums), 0);
  }
};

/// What two vectors of a block of four are scaled and narrowed with.
template <rounding_steps Steps, class Requantization>
[[gnu::always_inline]] inline auto pair_at(const Requantization& output, int lane) noexcept {
  if constexpr (Steps.by_halves) {
    return output.template pair_at<Steps>(lane);
  } else {
    using numbers = decltype(output.template at<Steps>(lane));
    return word_pair<numbers>{output.template at<Steps>(lane), output.template at<Steps>(lane + vector_words)};
  }
}

/// The bytes of two narrowed pairs, bounded.
template <rounding_steps Steps>
[[gnu::always_inline]] inline hvx::vector join_bytes(hvx::vector upper, hvx::vector lower,
                                                     const output_terms& output) noexcept {
  return cut_bytes<Steps>(Steps.by_halves ? join_unsigned(upper, lower) : hvx::narrow_halves(upper, lower, 0), output);
}

/// Calls `body.template operator()<Steps>()` with the steps that a requantization needs. They are the same in every
/// run, so where the numbers are constants of the program the compiler keeps one of the forms. With `InQuads`, four
/// vectors of channels come together somewhere.
template <bool InQuads = false, class Requantization, class Body>
[[gnu::always_inline]] inline void with_steps(const Requantization& output, const Body& body) noexcept {
  if constexpr (requires { output.any_factor; }) {
    const rounding_steps steps = output.steps();
    const auto choose = [&]<bool ByHalves>() __attribute__((always_inline)) {
      if (steps.both_signs && steps.cuts)
        body.template operator()<rounding_steps{false, true, true, ByHalves}>();
      else if (steps.both_signs)
        body.template operator()<rounding_steps{false, true, false, ByHalves}>();
      else if (steps.cuts)
        body.template operator()<rounding_steps{false, false, true, ByHalves}>();
      else
        body.template operator()<rounding_steps{false, false, false, ByHalves}>();
    };
    if (steps.any_factor) return body.template operator()<rounding_steps{}>();
    if constexpr (!InQuads)
      return choose.template operator()<false>();
    else if (output.halves_shift >= 0)
      return choose.template operator()<true>();
    // Factors this far apart are rare: one form serves them all.
    else
      return body.template operator()<rounding_steps{false, true, true}>();
  } else {
    body.template operator()<rounding_steps{}>();
  }
}

}  // namespace tenon::hexagon_kernels
