// SPDX-License-Identifier: Apache-2.0
// requantize: integers change their encoding.
#pragma once

#include <cstdint>

#include <tenon/core/fixed_point.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/tabulated.hpp>

namespace tenon::op {

/// Computes the integer that stands for the same real number under another encoding. Attribute: `encoded`. On
/// real numbers it does nothing. Rule: TFLite QUANTIZE from integers to integers (factor formed in double).
template <auto... Attributes>
struct requantize_ : elementwise<requantize_<Attributes...>> {
  static constexpr std::string_view word = "requantize";

  static constexpr float real(float x) noexcept { return x; }

  /// Nothing to do where the wanted encoding is there already. Real numbers may still become integers, so a requantize that
  /// names an encoding stays.
  static constexpr bool is_identity(std::span<const edge_type> inputs) noexcept {
    return inputs[0].code == attribute_or<encoded>({}, Attributes...).code;
  }

  template <class Rounding>
  static constexpr std::int32_t integer(std::int32_t q, encoding input, const edge_type& output) noexcept {
    using rule = typename Rounding::rescale_rule;
    const double factor = double{input.scale} / double{output.code.scale};
    return store_value(rule::apply(wrapping_subtract(q, input.zero_point), rule::make_from_real(factor)),
                       output);
  }
};

/// Changes an encoding: `requantize<"branch.same", encoded{{0.05f, 3}}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, requantize_<Attributes...>> requantize{};

}  // namespace tenon::op
