// SPDX-License-Identifier: Apache-2.0
// One-input functions of int16: what they compute with, where int8 have a table of all their results.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <tenon/core/encoding.hpp>
#include <tenon/core/fixed_point.hpp>
#include <tenon/core/float_bits.hpp>
#include <tenon/core/math.hpp>
#include <tenon/core/tensor.hpp>
#include <tenon/op/attribute.hpp>
#include <tenon/op/quantized.hpp>

namespace tenon::op {

/// Brings x - zero point to the result's scale, and bounds it: relu and its like, changes of encoding.
template <class Rule>
struct rescaling {
  typename Rule::factor factor{};
  std::int32_t input_zero_point = 0;
  std::int32_t output_zero_point = 0;
  std::int32_t low = 0;
  std::int32_t high = 0;

  [[gnu::always_inline]] constexpr std::int32_t operator()(std::int32_t q) const noexcept {
    return store(Rule::apply(wrapping_subtract(q, input_zero_point), factor));
  }
  [[gnu::always_inline]] constexpr std::int32_t store(std::int32_t scaled) const noexcept {
    const std::int32_t y = wrapping_add(scaled, output_zero_point);
    return y < low ? low : y > high ? high : y;
  }
};

/// Brings |x - zero point| to the result's scale.
template <class Rule>
struct rescaling_of_size : rescaling<Rule> {
  [[gnu::always_inline]] constexpr std::int32_t operator()(std::int32_t q) const noexcept {
    const std::int32_t x = wrapping_subtract(q, this->input_zero_point);
    return this->store(Rule::apply(x < 0 ? wrapping_subtract(0, x) : x, this->factor));
  }
};

/// Brings x - zero point to the result's scale by one of two factors; the sign of what is negative may turn.
template <class Rule>
struct rescaling_by_sign : rescaling<Rule> {
  typename Rule::factor negative{};
  std::int32_t turns = 0;

  [[gnu::always_inline]] constexpr std::int32_t operator()(std::int32_t q) const noexcept {
    const std::int32_t x = wrapping_subtract(q, this->input_zero_point);
    const bool below = x < 0;
    const std::int32_t scaled = Rule::apply(x, below ? negative : this->factor);
    return this->store(below && turns != 0 ? wrapping_subtract(0, scaled) : scaled);
  }
};

/// A rescaling by a factor that the caller has formed.
template <class Rule>
constexpr rescaling<Rule> prepare_rescaling(double factor, encoding input, const edge_type& output,
                                            const clamp& bounds = {}) noexcept {
  const integer_range range = bounded_range(bounds, output);
  return {Rule::make_from_real(factor), input.zero_point, output.code.zero_point, range.low, range.high};
}

/// A function at 512 equal steps of the range of int16 and at its end; straight lines between them.
struct interpolated_table {
  /// Filled up to whole words, so that no byte of packed numbers is padding.
  std::array<std::int16_t, 514> entries{};

  [[gnu::always_inline]] constexpr std::int32_t operator()(std::int32_t q) const noexcept {
    const auto at = static_cast<std::size_t>(256 + (q >> 7));
    const std::int32_t step = entries[at + 1] - entries[at];
    return entries[at] + ((step * (q & 127) + 64) >> 7);
  }
};

/// Tabulates a function in numbers of type Real. Half of what the line between two entries is off in the middle goes
/// into each entry (TFLite's LUTPopulate for int16; a zero point of the result moves nothing there).
template <class Real, class Function>
constexpr interpolated_table interpolate(const Function& function, Real input_scale, std::int32_t zero_point,
                                         Real output_scale) noexcept {
  const auto bounded = [](Real x) {
    return static_cast<std::int16_t>(x < Real{-32768} ? Real{-32768} : x > Real{32767} ? Real{32767} : x);
  };
  // Infinities and what is no number would stop the compiler in differences.
  const auto scaled = [&function](Real x, Real by) {
    const Real value = function(x);
    if (math::is_nan(static_cast<double>(value))) return Real{0};
    const Real y = value * by;
    return y < Real{-1e30f} ? Real{-1e30f} : y > Real{1e30f} ? Real{1e30f} : y;
  };
  const Real first = input_scale * static_cast<Real>(-32768 - zero_point);
  const Real last = input_scale * static_cast<Real>(32767 - zero_point);
  const Real step = (last - first) / 512;
  const Real inverse = 65536 / (output_scale * Real{32767} - output_scale * Real{-32768});
  interpolated_table made;
  for (int i = 0; i < 512; ++i) {
    const Real start = first + static_cast<Real>(i) * step;
    const Real here = math::round_away(scaled(start, inverse));
    const Real next = scaled(first + static_cast<Real>(i + 1) * step, inverse);
    const Real middle = math::round_away(scaled(start + step / 2, inverse));
    const Real off = math::round_away((next + here) / 2) - middle;
    made.entries[static_cast<std::size_t>(i)] = bounded(here - math::round_away(off / 2));
  }
  made.entries[512] = bounded(math::round_away(scaled(last, inverse)));
  return made;
}

/// The logistic function of 0 .. 255 / 24 in units of 2^-16, from which TFLite computes sigmoid and tanh of int16. The
/// marked entries are one more than the nearest integer there.
/// A template over the type of the numbers that are looked up: compilers work it out for those only who use it.
template <class Integer>
inline constexpr auto logistic_steps = [] {
  constexpr auto raised = std::to_array<std::uint8_t>(
      {4,  8,  12, 14, 15, 16, 17, 19, 20, 21, 22, 25, 27, 28, 29, 30, 31, 33, 34,  35,  37, 39,
       40, 41, 43, 44, 45, 46, 49, 50, 54, 62, 63, 64, 66, 82, 86, 93, 100, 103, 112, 116, 135});
  std::array<std::uint16_t, 256> made{};
  for (int i = 0; i < 256; ++i) {
    const double nearest = math::round_away(65536.0 / (1.0 + math::exp(-static_cast<double>(i) / 24.0)));
    made[static_cast<std::size_t>(i)] = static_cast<std::uint16_t>(i < 255 && nearest < 65535.0 ? nearest : 65535.0);
  }
  for (const std::uint8_t i : raised) ++made[i];
  return made;
}();

/// Brings int16 to steps of a 24th of a 512th (sigmoid) or of a 256th (tanh), and looks up logistic_steps.
struct logistic_parameters {
  std::int32_t multiplier = 0;
  std::int32_t shift = 0;

  /// TFLite's special case for scales that are powers of two, else 15 bits of scale * 4096 * 3.
  static constexpr logistic_parameters of(float scale, bool doubles) noexcept {
    if (is_near(scale, 0x1p-12f)) return {3, 0};
    if (doubles && is_near(scale, 0x1p-11f)) return {6, 0};
    double multiplier = double{scale} * 4096.0 * 3.0;
    std::int32_t shift = 0;
    for (; multiplier <= 32767.0 / 2.0 && shift <= 30; ++shift) multiplier *= 2.0;
    return {static_cast<std::int32_t>(multiplier < 0x1p30 ? multiplier : 0x1p30), shift};
  }

  template <class Integer>
  [[gnu::always_inline]] constexpr std::int32_t sigmoid(Integer q) const noexcept {
    const std::int32_t x = scaled(q);  // has more bits than the input
    const std::int32_t y = between<9, Integer>(x);
    return (x >= 0 ? y + (1 << 9) : (1 << 25) - y + (1 << 9) - 1) >> 10;
  }
  template <class Integer>
  [[gnu::always_inline]] constexpr std::int32_t tanh(Integer q) const noexcept {
    const std::int32_t x = scaled(q);  // has more bits than the input
    const std::int32_t y = between<8, Integer>(x) - (1 << 23);
    return (x >= 0 ? y + (1 << 7) : -y + (1 << 7) - 1) >> 8;
  }

 private:
  /// Within a thousandth of the power of two, on the scale of logarithms.
  static constexpr bool is_near(float scale, float power) noexcept {
    const double ratio = double{scale} / double{power};
    return ratio > 0x1.ffa52de61c11fp-1 && ratio < 0x1.002d711c79a96p+0;
  }

  [[gnu::always_inline]] constexpr std::int32_t scaled(std::int32_t q) const noexcept {
    const std::int32_t half = shift > 0 ? 1 << (shift - 1) : 0;
    return wrapping_add(wrapping_multiply(q, multiplier), half) >> shift;
  }

  /// The line between two steps at |x|, with Bits more bits.
  template <int Bits, class Integer>
  [[gnu::always_inline]] static constexpr std::int32_t between(std::int32_t x) noexcept {
    const auto size = x < 0 ? 0 - static_cast<std::uint32_t>(x) : static_cast<std::uint32_t>(x);
    const std::size_t at = size >> Bits;
    if (at >= 255) return Bits == 9 ? 32767 << 10 : 65535 << 8;
    const std::int32_t here = logistic_steps<Integer>[at];
    const std::int32_t rest = static_cast<std::int32_t>(size & ((1u << Bits) - 1));
    return (here << Bits) + rest * (logistic_steps<Integer>[at + 1] - here);
  }
};

/// Sigmoid and tanh of int16, through steps of the logistic function.
struct int16_sigmoid : logistic_parameters {
  template <class Integer>
  [[gnu::always_inline]] constexpr std::int32_t operator()(Integer q) const noexcept { return sigmoid(q); }
};
struct int16_tanh : logistic_parameters {
  template <class Integer>
  [[gnu::always_inline]] constexpr std::int32_t operator()(Integer q) const noexcept { return tanh(q); }
};

}  // namespace tenon::op
