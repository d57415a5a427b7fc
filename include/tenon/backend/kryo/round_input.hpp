// SPDX-License-Identifier: Apache-2.0
// Rounds the real input of an operator to integers as it runs, batch by batch; equal to op/dynamic_range.hpp bit for bit.
#pragma once

#include <cstdint>

#include <tenon/backend/kryo/batches.hpp>
#include <tenon/op/dynamic_range.hpp>

namespace tenon::kryo_kernels {

/// The smallest and the largest of Count numbers, 0 included; what is not a number is passed over.
template <int Count>
[[gnu::always_inline]] inline op::value_range range_of_values(const float* x) noexcept {
  if constexpr (Count < float_lanes) {
    return op::value_range::of(x, Count);
  } else {
    floats low(0.0f), high(0.0f);
    const auto meet = [&](const float* next) __attribute__((always_inline)) {
      const floats values = floats::load_unaligned(next);
      low = xsimd::select(values < low, values, low);
      high = xsimd::select(values > high, values, high);
    };
    for (int i = 0; i + float_lanes <= Count; i += float_lanes) meet(x + i);
    // The last batch may overlap the one before it.
    if constexpr (Count % float_lanes != 0) meet(x + Count - float_lanes);
    alignas(64) float lows[floats::size];
    alignas(64) float highs[floats::size];
    low.store_aligned(lows);
    high.store_aligned(highs);
    return {op::value_range::of(lows, float_lanes).low, op::value_range::of(highs, float_lanes).high};
  }
}

/// One rounding for many numbers.
class input_rounder {
 public:
  [[gnu::always_inline]] explicit input_rounder(const op::input_rounding& by) noexcept
      : by_(by),
        inverse_(by.inverse),
        low_(static_cast<float>(by.lowest - by.zero_point)),
        high_(static_cast<float>(127 - by.zero_point)) {}

  /// q of Count numbers.
  template <int Count>
  [[gnu::always_inline]] void round(const float* x, std::int8_t* y) const noexcept {
    constexpr int whole = Count / float_lanes * float_lanes;
    const xsimd::batch<std::int32_t> zero_point(by_.zero_point);
    for (int i = 0; i < whole; i += float_lanes) store_narrowed(whole_of(x + i) + zero_point, y + i);
    for (int i = whole; i < Count; ++i) y[i] = static_cast<std::int8_t>(by_.round(x[i]) + by_.zero_point);
  }

  /// q - zero_point of Count numbers, as real numbers.
  template <int Count>
  [[gnu::always_inline]] void round(const float* x, float* y) const noexcept {
    constexpr int whole = Count / float_lanes * float_lanes;
    for (int i = 0; i < whole; i += float_lanes) xsimd::to_float(whole_of(x + i)).store_unaligned(y + i);
    for (int i = whole; i < Count; ++i) y[i] = static_cast<float>(by_.round(x[i]));
  }

 private:
  /// The bounds are integers, so they may come before the rounding. A half that is one bit short makes the conversion,
  /// which cuts, round halves away from zero and nothing below them.
  [[gnu::always_inline]] xsimd::batch<std::int32_t> whole_of(const float* x) const noexcept {
    const floats product = floats::load_unaligned(x) * inverse_;
    const floats number = xsimd::select(product == product, product, floats(0.0f));
    const floats cut = xsimd::select(number < low_, low_, xsimd::select(number > high_, high_, number));
    const floats half(0x1.fffffep-2f);
    return xsimd::to_int(cut + xsimd::select(cut < floats(0.0f), -half, half));
  }

  op::input_rounding by_;
  floats inverse_;
  floats low_;
  floats high_;
};

}  // namespace tenon::kryo_kernels
