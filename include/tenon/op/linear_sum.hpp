// SPDX-License-Identifier: Apache-2.0
// The one-step form of a sum of int8: y = (a * x + b * z + c) >> 21, where it is proved to give the rule's
// result for all 65,536 pairs of inputs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

#include <tenon/core/fixed_point.hpp>
#include <tenon/core/requantize.hpp>
#include <tenon/op/pairwise.hpp>

namespace tenon {

/// Factors for inputs with 128 added, so that they are not negative.
struct linear_sum {
  static constexpr int shift = 21;
  std::int32_t first{};
  std::int32_t second{};
  std::int32_t offset{};
  /// 0 if no such form is known to be exact.
  std::int32_t is_exact{};

  /// The offset for inputs as they are. It is the sum of two inputs of 0, so it does not leave 32 bits where no sum
  /// does.
  constexpr std::int32_t signed_offset() const noexcept {
    return wrapping_add(offset, wrapping_multiply(128, wrapping_add(first, second)));
  }
};

/// Looks for a linear form of a sum or difference and proves it.
///
/// The rule's result grows with the sum of its scaled terms. So for each first input the second one is walked
/// through in the direction in which the sum grows, and wherever the result rises, the two sums on both sides
/// of the step bound the offset. Factors have at most FactorBits bits; products and their sum stay within 32, or, for
/// who adds modulo 2^32, only the result does.
template <int FactorBits = 22, bool Wraps = false>
class linear_search {
 public:
  constexpr linear_search(const op::sum_parameters<q31_rule>& w, bool adds) noexcept : w_(w), adds_(adds) {
    for (int q = -128; q < 128; ++q) {
      const auto at = static_cast<std::size_t>(q + 128);
      first_[at] = w.first_term(q);
      second_[at] = adds ? w.second_term(q) : -w.second_term(q);
    }
    for (std::int32_t y = w.store.low + 1; y <= w.store.high; ++y)
      step_to_[static_cast<std::size_t>(y + 128)] = least_total(y);
  }

  constexpr linear_sum find() const noexcept {
    if (!grows()) return {};
    const std::int32_t first = ideal(w_.first);
    const std::int32_t second = adds_ ? ideal(w_.second) : -ideal(w_.second);
    constexpr int nearby[]{0, 1, -1};
    for (const int i : nearby)
      for (const int j : nearby)
        if (const linear_sum found = offset_for(first + i, second + j); found.is_exact != 0) return found;
    return {};
  }

 private:
  constexpr bool grows() const noexcept {
    return w_.first.multiplier > 0 && w_.second.multiplier > 0 && w_.sum.multiplier > 0 &&
           w_.store.low < w_.store.high && w_.first.exponent <= 0 && w_.second.exponent <= 0 && w_.sum.exponent <= 0 &&
           w_.sum.exponent > -30 && w_.store.zero_point >= -128 && w_.store.zero_point <= 127;
  }

  /// Factor of a term times that of the sum, in units of 2^-21 of the input with its spare bits.
  constexpr std::int32_t ideal(q31_factor term) const noexcept {
    const int right =
        62 - op::sum_parameters<q31_rule>::spare_bits - linear_sum::shift - term.exponent - w_.sum.exponent;
    const std::int64_t product = std::int64_t{term.multiplier} * w_.sum.multiplier;
    const std::int64_t rounded = right > 62 ? 0 : ((product >> (right - 1)) + 1) >> 1;
    return rounded < 1 << FactorBits ? static_cast<std::int32_t>(rounded) : 0;
  }

  /// The smallest sum of terms that gives at least y; terms are factors of at most 1 times 255 * 2^20, so no
  /// sum reaches 2^29.
  constexpr std::int32_t least_total(std::int32_t y) const noexcept {
    std::int32_t low = -(1 << 29);
    std::int32_t high = 1 << 29;
    while (low < high) {
      const std::int32_t middle = low + (high - low) / 2;
      if (w_.finish(middle) >= y)
        high = middle;
      else
        low = middle + 1;
    }
    return low;
  }

  constexpr linear_sum offset_for(std::int32_t a, std::int32_t b) const noexcept {
    std::int64_t least = std::numeric_limits<std::int32_t>::min();
    std::int64_t most = std::numeric_limits<std::int32_t>::max();
    for (int x = 0; x < 256 && least <= most; ++x) bound(a, b, x, least, most);
    if (a < 0 || least > most || !fits(a, b, least)) return {};
    return {a, b, static_cast<std::int32_t>(least), 1};
  }

  static constexpr bool fits(std::int64_t a, std::int64_t b, std::int64_t offset) noexcept {
    constexpr std::int64_t end = std::numeric_limits<std::int32_t>::max();
    if constexpr (Wraps)
      return offset + (b < 0 ? 255 * b : 0) > -end && offset + 255 * (a + (b > 0 ? b : 0)) < end;
    return 255 * (a + (b < 0 ? -b : b)) + (offset < 0 ? -offset : offset) < end;
  }

  /// What one first input and all second ones say about the offset.
  constexpr void bound(std::int32_t a, std::int32_t b, int x, std::int64_t& least, std::int64_t& most) const noexcept {
    // Written for the compiler, which runs this loop: no calls but where the result rises.
    const std::int32_t first = first_[x];
    const std::int32_t highest = w_.store.high;
    const int step = adds_ ? 1 : -1;
    std::int32_t y = w_.store.low;
    std::int32_t next = y < highest ? step_to_[y + 129] : never;
    std::int64_t linear = std::int64_t{a} * x + (adds_ ? 0 : 255 * std::int64_t{b});
    std::int64_t before = 0;
    for (int z = adds_ ? 0 : 255, left = 256; left > 0; --left, z += step) {
      if (first + second_[z] >= next) {
        if (left < 256) below(before, y + 1, most);
        do {
          ++y;
          next = y < highest ? step_to_[y + 129] : never;
        } while (first + second_[z] >= next);
        at_least(linear, y, least);
      }
      before = linear;
      linear += step * std::int64_t{b};
    }
    if (y < w_.store.high) below(before, y + 1, most);
  }

  static constexpr void at_least(std::int64_t linear, std::int32_t y, std::int64_t& least) noexcept {
    const std::int64_t needed = std::int64_t{y} * (1 << linear_sum::shift) - linear;
    if (needed > least) least = needed;
  }
  static constexpr void below(std::int64_t linear, std::int32_t y, std::int64_t& most) noexcept {
    const std::int64_t allowed = std::int64_t{y} * (1 << linear_sum::shift) - linear - 1;
    if (allowed < most) most = allowed;
  }

  op::sum_parameters<q31_rule> w_;
  bool adds_;
  static constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();
  std::int32_t first_[256]{};
  std::int32_t second_[256]{};
  std::int32_t step_to_[257]{};
};

}  // namespace tenon
