// SPDX-License-Identifier: Apache-2.0
// tanh: the hyperbolic tangent.
#pragma once

#include <cstdint>

#include <tenon/core/math.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes y = tanh(x). The int8 result has scale 1/128 and zero point 0, that of int16 1/32768 and 0. Rule: TFLite TANH.
template <auto... Attributes>
struct tanh_ : elementwise<tanh_<Attributes...>> {
  static constexpr std::string_view word = "tanh";
  static constexpr bool keeps_zero_channels = true;
  static constexpr encoding_rule result_encoding = encoding_rule::fixed;
  static constexpr encoding fixed_encoding{1.0f / 128.0f, 0};
  static constexpr encoding fixed_encoding_of_int16{1.0f / 32768.0f, 0};

  static constexpr float real(float x) noexcept { return static_cast<float>(math::tanh(double{x})); }

  template <class Rounding>
  static constexpr std::int32_t integer(std::int32_t q, encoding input, const edge_type& output) noexcept {
    return tabulate_real<tanh_>(q, input, output);
  }

  template <class Rounding>
  static constexpr int16_tanh prepare_int16(encoding input, const edge_type&) noexcept {
    return {logistic_parameters::of(input.scale, true)};
  }
};

/// Hyperbolic tangent: `tanh<"state">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, tanh_<Attributes...>> tanh{};

}  // namespace tenon::op
