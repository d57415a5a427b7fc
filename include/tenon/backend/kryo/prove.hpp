// SPDX-License-Identifier: Apache-2.0
// Proves that a float multiply-add and a truncation equal an exact requantization on every reachable accumulator.
#pragma once

#include <tenon/core/fixed_point.hpp>
#include <tenon/core/requantize.hpp>

#include <bit>
#include <cstdint>

namespace tenon::kryo_kernels {

/// trunc(acc * scale + copysign(offset, acc)) with one rounding to float32; meaningless unless `found`.
struct float_form {
  float scale{};
  float offset{};
  bool found{};
};

namespace detail {

/// The factor as a double; exact.
constexpr double real_of(q31_factor by) noexcept {
  return math::ldexp(static_cast<double>(by.multiplier), by.exponent - 31);
}
constexpr double real_of(double_rule::factor by) noexcept {
  return math::ldexp(static_cast<double>(by.significand()), by.exponent);
}

/// The least accumulator > 0 whose result reaches k, and the least whose negative's result reaches -k.
struct threshold {
  std::int64_t positive;
  std::int64_t negative;
};

/// Q31 rule, factor below 1, by division: y >= level in the middle of its two roundings.
constexpr threshold reach(q31_rule, q31_factor by, double, std::int64_t k) noexcept {
  const int right = -by.exponent;
  const std::int64_t half = right > 0 ? std::int64_t{1} << (right - 1) : 0;
  const std::int64_t level = ((k << right) - half) * 0x80000000;
  const std::int64_t least = level - 0x40000000;
  return {(least + by.multiplier - 1) / by.multiplier, least / by.multiplier + 1};
}

/// One rounding, the same on both sides of zero: guessed, then settled by the rule itself.
constexpr threshold reach(double_rule, double_rule::factor by, double real, std::int64_t k) noexcept {
  auto x = static_cast<std::int64_t>((static_cast<double>(k) - 0.5) / real);
  while (double_rule::apply(static_cast<std::int32_t>(x), by) >= k) --x;
  while (double_rule::apply(static_cast<std::int32_t>(x), by) < k) ++x;
  return {x, x};
}

/// What all thresholds together leave for the offset at one scale, and where scale has to go to leave more.
struct interval {
  double low;
  double high;
  bool raise;
};

struct thresholds {
  static constexpr int most = 512;
  double last_below[most]{};
  double first_at[most]{};
  double edge[most]{};
  int count{};

  /// Accumulators up to `last` must stay below k, and those from `first` on reach it.
  constexpr void add(std::int64_t last, std::int64_t first, double edge_of_k) noexcept {
    last_below[count] = static_cast<double>(last);
    first_at[count] = static_cast<double>(first);
    edge[count] = edge_of_k;
    ++count;
  }

  /// Offsets c with x * scale + c below the edge at each last_below and not below it at each first_at up to `bound`. All
  /// terms are exact.
  constexpr interval offsets(double scale, double bound) const noexcept {
    double low = 0.0;
    double high = 1.0;
    double low_at = 0.0;
    double high_at = 0.0;
    for (int i = 0; i < count; ++i) {
      const double below = edge[i] - last_below[i] * scale;
      if (below < high) {
        high = below;
        high_at = last_below[i];
      }
      if (first_at[i] > bound) continue;
      const double from = edge[i] - first_at[i] * scale;
      if (from > low) {
        low = from;
        low_at = first_at[i];
      }
    }
    return {low, high, low_at > high_at};
  }
};

/// Sums from here on round to k or more in float32: half-way from the float below k, since ties go to the even k.
constexpr double edge_of(std::int64_t k) noexcept {
  const int power = k == 1 ? -1 : static_cast<int>(std::bit_width(static_cast<std::uint64_t>(k - 1))) - 1;
  return static_cast<double>(k) - math::ldexp(1.0, power - 24);
}

template <class Rule>
constexpr thresholds find_thresholds(typename Rule::factor by, double real, std::int64_t bound, int lowest,
                                     int highest) noexcept {
  thresholds found;
  const int most = -lowest > highest ? -lowest : highest;
  // The first k out of reach is kept: the largest accumulator must not get there either.
  for (int k = 1; k <= most && (static_cast<double>(k) - 1.5) / real <= static_cast<double>(bound); ++k) {
    const threshold x = reach(Rule{}, by, real, k);
    const bool above = k <= highest;
    const bool below = k <= -lowest && !(above && x.negative == x.positive);
    if (above) found.add(x.positive > bound ? bound : x.positive - 1, x.positive, edge_of(k));
    if (below) found.add(x.negative > bound ? bound : x.negative - 1, x.negative, edge_of(k));
  }
  return found;
}

/// Narrows low .. high by one threshold: accumulators up to `last` stay below the edge, those from `first` on reach it.
constexpr void narrow(double& low, double& high, double edge, std::int64_t last, std::int64_t first, std::int64_t bound,
                      double scale) noexcept {
  const double below = edge - static_cast<double>(first > bound ? bound : last) * scale;
  if (below < high) high = below;
  if (first > bound) return;
  const double from = edge - static_cast<double>(first) * scale;
  if (from > low) low = from;
}

/// The room for the offset at one scale. Almost always the nearest float to the factor leaves some, so this is tried before
/// thresholds are kept for a search; it is written for the compiler, which runs it for every channel.
template <class Rule>
constexpr interval room_at(typename Rule::factor by, double real, double scale, std::int64_t bound, int lowest,
                           int highest) noexcept {
  double low = 0.0;
  double high = 1.0;
  const int most = -lowest > highest ? -lowest : highest;
  const double reachable = static_cast<double>(bound) * real + 1.5;
  double half_step = 0x1p-25;  // half the distance of floats just below k
  int doubles_at = 2;
  for (int k = 1; k <= most && static_cast<double>(k) <= reachable; ++k) {
    if (k == doubles_at) {
      half_step *= 2;
      doubles_at = 2 * k - 1;
    }
    const threshold x = reach(Rule{}, by, real, k);
    const double edge = static_cast<double>(k) - half_step;
    if (k <= highest) narrow(low, high, edge, x.positive - 1, x.positive, bound, scale);
    if (k <= -lowest && !(k <= highest && x.negative == x.positive))
      narrow(low, high, edge, x.negative - 1, x.negative, bound, scale);
  }
  return {low, high, false};
}

/// An offset inside an interval, if there is a float.
constexpr float_form form_in(const interval& room, float scale) noexcept {
  const auto offset = static_cast<float>((room.low + room.high) / 2);
  const auto exact = static_cast<double>(offset);
  return {scale, offset, room.low <= exact && exact < room.high};
}

}  // namespace detail

/// Looks for a float form that equals Rule with this factor, once results are cut to lowest .. highest (zero point not
/// yet added; 0 lies within), on every accumulator of at most `bound` in size.
///
/// The result is monotone, so it is settled at the thresholds where it steps. For a given scale each of them leaves an
/// interval for the offset; the room they leave together is a concave function of the scale, so at most eight scales are
/// tried. Factors outside 2^-27 .. 1 and accumulators beyond 2^24 (not exact in float32) are not found.
template <class Rule>
constexpr float_form prove_float_form(typename Rule::factor by, std::int64_t bound, int lowest, int highest) noexcept {
  const double real = detail::real_of(by);
  if (!(real >= 0x1p-27 && real < 1.0) || bound >= (1 << 24)) return {};
  const auto nearest = static_cast<float>(real);
  const auto room = detail::room_at<Rule>(by, real, static_cast<double>(nearest), bound, lowest, highest);
  if (const float_form form = detail::form_in(room, nearest); form.found) return form;
  const detail::thresholds steps = detail::find_thresholds<Rule>(by, real, bound, lowest, highest);
  const auto middle = std::bit_cast<std::uint32_t>(static_cast<float>(real));
  int from = -64;
  int to = 64;
  for (int ulp = 0; from <= to; ulp = from + (to - from) / 2) {
    const float scale = std::bit_cast<float>(middle + static_cast<std::uint32_t>(ulp));
    const detail::interval left = steps.offsets(static_cast<double>(scale), static_cast<double>(bound));
    if (const float_form form = detail::form_in(left, scale); form.found) return form;
    if (left.raise) from = ulp + 1;
    else to = ulp - 1;
  }
  return {};
}

/// float32_rule is a float form already: nothing to prove.
template <>
constexpr float_form prove_float_form<float32_rule>(float, std::int64_t, int, int) noexcept {
  return {};
}

}  // namespace tenon::kryo_kernels
