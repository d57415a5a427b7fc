// SPDX-License-Identifier: Apache-2.0
// sigmoid: the logistic function.
#pragma once

#include <cstdint>

#include <tenon/core/math.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes y = 1 / (1 + exp(-x)). The int8 result has scale 1/256 and zero point -128, that of int16 1/32768 and 0.
/// Rule: TFLite LOGISTIC.
template <auto... Attributes>
struct sigmoid_ : elementwise<sigmoid_<Attributes...>> {
  static constexpr std::string_view word = "sigmoid";
  static constexpr encoding_rule result_encoding = encoding_rule::fixed;
  static constexpr encoding fixed_encoding{1.0f / 256.0f, -128};
  static constexpr encoding fixed_encoding_of_int16{1.0f / 32768.0f, 0};

  static constexpr float real(float x) noexcept {
    return 1.0f / (1.0f + static_cast<float>(math::exp(-double{x})));
  }

  template <class Rounding>
  static constexpr std::int32_t integer(std::int32_t q, encoding input, const edge_type& output) noexcept {
    return tabulate_real<sigmoid_>(q, input, output);
  }

  template <class Rounding>
  static constexpr int16_sigmoid prepare_int16(encoding input, const edge_type&) noexcept {
    return {logistic_parameters::of(input.scale, false)};
  }
};

/// Logistic function: `sigmoid<"gate">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, sigmoid_<Attributes...>> sigmoid{};

}  // namespace tenon::op
