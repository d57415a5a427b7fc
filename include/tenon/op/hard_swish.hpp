// SPDX-License-Identifier: Apache-2.0
// hard_swish: x times a straight line between 0 and 1.
#pragma once

#include <cstdint>

#include <tenon/core/fixed_point.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes y = x * min(max(x + 3, 0), 6) / 6. Rule: TFLite HARD_SWISH (int8 in 16-bit fixed point).
template <auto... Attributes>
struct hard_swish_ : elementwise<hard_swish_<Attributes...>> {
  static constexpr std::string_view word = "hard_swish";
  static constexpr bool keeps_zero_channels = true;

  static constexpr float real(float x) noexcept {
    const float gate = x + 3.0f;
    return x * (gate < 0.0f ? 0.0f : gate > 6.0f ? 6.0f : gate) / 6.0f;
  }

  template <class Rounding>
  static constexpr std::int32_t integer(std::int32_t q, encoding input, const edge_type& output) noexcept {
    const float fine_scale = input.scale / 128.0f;
    const q31_factor to_output = to_q31(double{fine_scale / output.code.scale});
    const q31_factor to_gate = to_q31(double{fine_scale / (3.0f / 32768.0f)});
    const std::int32_t x = saturate16((std::int64_t{q} - input.zero_point) * 128);
    const std::int32_t product = gate_of(x, to_gate) * half_multiply(x, half_multiplier(to_output));
    const std::int32_t shifted = product / 32768;  // towards zero, as the reference divides
    return store_value(shift(shifted, to_output.exponent), output);
  }

  /// int16, for which TFLite has no rule, by straight lines between 513 entries.
  template <class Rounding>
  static constexpr interpolated_table prepare_int16(encoding input, const edge_type& output) noexcept {
    return interpolate<float>(real, input.scale, input.zero_point, output.code.scale);
  }

 private:
  /// x * 2^exponent. TFLite refuses factors of 1 and more; here they saturate.
  static constexpr std::int32_t shift(std::int32_t x, std::int32_t exponent) noexcept {
    if (exponent <= 0) return rounding_shift_right(x, -exponent);
    return saturate_to_int32(std::int64_t{x} * (std::int64_t{1} << (exponent < 31 ? exponent : 31)));
  }

  static constexpr std::int32_t saturate16(std::int64_t x) noexcept {
    return x < -32768 ? -32768 : x > 32767 ? 32767 : static_cast<std::int32_t>(x);
  }

  /// The upper half of a Q31 multiplier, rounded, as a Q15 number.
  static constexpr std::int32_t half_multiplier(q31_factor factor) noexcept {
    constexpr std::int32_t half = 1 << 15;
    return factor.multiplier >= 2147483647 - half ? 32767 : (factor.multiplier + half) >> 16;
  }

  static constexpr std::int32_t half_multiply(std::int32_t a, std::int32_t b) noexcept {
    return (a * b + (1 << 14)) >> 15;
  }

  /// min(max(x + 3, 0), 6) / 6 as a Q15 number.
  static constexpr std::int32_t gate_of(std::int32_t x, q31_factor to_gate) noexcept {
    const int left = to_gate.exponent > 1 ? to_gate.exponent - 1 : 0;
    const std::int32_t wide = left >= 16 ? (x > 0 ? 32767 : x < 0 ? -32768 : 0) : saturate16(x * (1 << left));
    std::int32_t gate = half_multiply(wide, half_multiplier(to_gate));
    gate = to_gate.exponent > 0 ? saturate16(gate * 2) : rounding_shift_right(gate, -to_gate.exponent);
    return (gate + 32768) >> 1;
  }
};

/// Gated rectifier: `hard_swish<"a.act">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, hard_swish_<Attributes...>> hard_swish{};

}  // namespace tenon::op
