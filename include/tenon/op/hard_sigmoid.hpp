// SPDX-License-Identifier: Apache-2.0
// hard_sigmoid: a straight line between 0 and 1.
#pragma once

#include <cstdint>

#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon {

/// The line of a hard_sigmoid: slope * x + offset.
struct line {
  float slope;
  float offset;
};

}  // namespace tenon

namespace tenon::op {

/// Computes y = min(max(slope * x + offset, 0), 1). Attribute: `line{0.2f, 0.5f}` unless given. Rule: ONNX
/// HardSigmoid; integers by the rule of TFLite's tables (float32, halves away from zero).
template <auto... Attributes>
struct hard_sigmoid_ : elementwise<hard_sigmoid_<Attributes...>> {
  static constexpr std::string_view word = "hard_sigmoid";
  using attributes = attribute_types<line>;
  static constexpr line along = attribute_or<line>({0.2f, 0.5f}, Attributes...);

  static constexpr float real(float x) noexcept {
    const float y = along.slope * x + along.offset;
    return y < 0.0f ? 0.0f : y > 1.0f ? 1.0f : y;
  }

  template <class Rounding>
  static constexpr std::int32_t integer(std::int32_t q, encoding input, const edge_type& output) noexcept {
    return tabulate_real<hard_sigmoid_>(q, input, output);
  }
};

/// Piecewise linear gate: `hard_sigmoid<"gate", line{1.0f / 6.0f, 0.5f}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, hard_sigmoid_<Attributes...>> hard_sigmoid{};

}  // namespace tenon::op
