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
/// In units of 2^-21 of the result, the rule and a linear form whose factors are at most 1.5 from the ideal ones
/// differ by less than `doubt` before they are cut to an integer: 765 for the factors, 1,024 for the rounding of both
/// terms, and 256 for that of their sum before its last shift, as this is one by 12 bits or more. So they can differ
/// as integers only for pairs of inputs within `doubt` of a step of the result, and an offset within `doubt` of the
/// ideal one changes no other pair. Those pairs are found by the remainders of the second product, and each bounds the
/// offset from one side. Factors have at most FactorBits bits; products and their sum stay within 32, or, for who adds
/// modulo 2^32, only the result does.
template <int FactorBits = 22, bool Wraps = false>
class linear_search {
 public:
  constexpr linear_search(const op::sum_parameters<q31_rule>& w, bool adds) noexcept : w_(w), adds_(adds) {
    if (!is_bounded()) return;
    for (int q = -128; q < 128; ++q) {
      const auto at = static_cast<std::size_t>(q + 128);
      first_[at] = w.first_term(q);
      second_[at] = adds ? w.second_term(q) : -w.second_term(q);
    }
    for (std::int32_t y = w.store.low + 1; y <= w.store.high; ++y)
      step_to_[static_cast<std::size_t>(y + 128)] = least_total(y);
  }

  constexpr linear_sum find() const noexcept {
    if (!is_bounded()) return {};
    const std::int32_t first = ideal(w_.first);
    const std::int32_t second = ideal(w_.second);
    if (first >= 1 << FactorBits || second >= 1 << FactorBits) return {};
    constexpr int nearby[]{0, 1, -1};
    for (const int j : nearby) {
      const std::int32_t b = adds_ ? second + j : -second - j;
      const buckets near(b);
      for (const int i : nearby)
        if (const linear_sum found = offset_for(first + i, b, near); found.is_exact != 0) return found;
    }
    return {};
  }

 private:
  static constexpr std::int64_t one = std::int64_t{1} << linear_sum::shift;
  static constexpr int doubt_bits = 12;
  static constexpr std::int64_t doubt = 1 << doubt_bits;
  static constexpr std::int32_t end_of_totals = 1 << 29;

  /// All second inputs by the remainder of their product modulo one step of the result, in buckets as wide as the
  /// doubt.
  struct buckets {
    static constexpr int count = 1 << (linear_sum::shift - doubt_bits);
    std::int32_t first[count + 1]{};
    std::int32_t inputs[256]{};

    constexpr explicit buckets(std::int32_t factor) noexcept {
      for (int z = 0; z < 256; ++z) ++first[bucket_of(std::int64_t{factor} * z) + 1];
      for (int i = 0; i < count; ++i) first[i + 1] += first[i];
      std::int32_t placed[count]{};
      for (int z = 0; z < 256; ++z) {
        const int bucket = bucket_of(std::int64_t{factor} * z);
        inputs[first[bucket] + placed[bucket]++] = z;
      }
    }
    static constexpr int bucket_of(std::int64_t product) noexcept {
      return static_cast<int>((product & (one - 1)) >> doubt_bits);
    }
  };

  /// What pairs of inputs leave of the offsets.
  struct range {
    std::int64_t least;
    std::int64_t most;
  };

  /// The conditions of the bound above; besides, totals stay within 30 bits.
  constexpr bool is_bounded() const noexcept {
    return w_.first.multiplier > 0 && w_.second.multiplier > 0 && w_.sum.multiplier > 0 &&
           w_.store.low < w_.store.high && w_.first.exponent <= 0 && w_.second.exponent <= 0 &&
           w_.sum.exponent <= -12 && w_.sum.exponent > -30 && w_.store.zero_point >= -128 && w_.store.zero_point <= 127;
  }

  /// Factor of a term times that of the sum, in units of 2^-21 of the input with its spare bits.
  constexpr std::int32_t ideal(q31_factor term) const noexcept {
    const int right =
        62 - op::sum_parameters<q31_rule>::spare_bits - linear_sum::shift - term.exponent - w_.sum.exponent;
    const std::int64_t product = std::int64_t{term.multiplier} * w_.sum.multiplier;
    const std::int64_t rounded = right > 62 ? 0 : ((product >> (right - 1)) + 1) >> 1;
    return static_cast<std::int32_t>(rounded);
  }

  /// The smallest sum of terms that gives at least y: next to where the exact product steps. Terms are factors of at
  /// most 1 times 255 * 2^20, so no sum reaches 2^29.
  constexpr std::int32_t least_total(std::int32_t y) const noexcept {
    const double steps = y - w_.store.zero_point - 0.5;
    const double exact = steps * static_cast<double>(std::int64_t{1} << (31 - w_.sum.exponent)) / w_.sum.multiplier;
    if (exact >= double{end_of_totals}) return end_of_totals;
    if (exact <= -double{end_of_totals}) return -end_of_totals;
    auto total = static_cast<std::int32_t>(exact);
    while (w_.finish(total - 1) >= y) --total;
    while (w_.finish(total) < y) ++total;
    return total;
  }

  constexpr linear_sum offset_for(std::int32_t a, std::int32_t b, const buckets& near) const noexcept {
    const std::int64_t middle = w_.store.zero_point * one + one / 2 - std::int64_t{a} * (128 + w_.first_zero_point) -
                                std::int64_t{b} * (128 + w_.second_zero_point);
    range allowed{middle - doubt + 1, middle + doubt - 1};
    for (int x = 0; x < 256 && allowed.least <= allowed.most; ++x) bound(a, b, middle, x, near, allowed);
    if (a < 0 || allowed.least > allowed.most || !fits(a, b, allowed.least)) return {};
    return {a, b, static_cast<std::int32_t>(allowed.least), 1};
  }

  static constexpr bool fits(std::int64_t a, std::int64_t b, std::int64_t offset) noexcept {
    constexpr std::int64_t end = std::numeric_limits<std::int32_t>::max();
    if (offset < -end || offset > end) return false;
    if constexpr (Wraps)
      return offset + (b < 0 ? 255 * b : 0) > -end && offset + 255 * (a + (b > 0 ? b : 0)) < end;
    return 255 * (a + (b < 0 ? -b : b)) + (offset < 0 ? -offset : offset) < end;
  }

  /// What one first input says about the offset, with all second ones that bring it near a step.
  constexpr void bound(std::int32_t a, std::int32_t b, std::int64_t middle, int x, const buckets& near,
                       range& allowed) const noexcept {
    const std::int64_t product = std::int64_t{a} * x;
    const int opposite = buckets::bucket_of(-product - middle);
    for (const int beside : {-1, 0, 1}) {
      const int bucket = (opposite + beside) & (buckets::count - 1);
      for (std::int32_t i = near.first[bucket]; i < near.first[bucket + 1]; ++i) {
        const std::int32_t z = near.inputs[i];
        const std::int64_t linear = product + std::int64_t{b} * z;
        const std::int64_t y = (linear + middle + one / 2) >> linear_sum::shift;
        if (y <= w_.store.low || y > w_.store.high) continue;
        const std::int64_t needed = y * one - linear;
        if (first_[x] + second_[z] >= step_to_[y + 128]) {
          if (needed > allowed.least) allowed.least = needed;
        } else if (needed <= allowed.most) {
          allowed.most = needed - 1;
        }
      }
    }
  }

  op::sum_parameters<q31_rule> w_;
  bool adds_;
  std::int32_t first_[256]{};
  std::int32_t second_[256]{};
  std::int32_t step_to_[257]{};
};

}  // namespace tenon
