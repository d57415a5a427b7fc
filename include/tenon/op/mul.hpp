// SPDX-License-Identifier: Apache-2.0
// mul: two tensors multiplied element by element.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include <tenon/graph/value.hpp>
#include <tenon/op/pairwise.hpp>

namespace tenon::op {

/// Products of int8 or int16: one change of scale.
template <class Rule>
struct product_parameters {
  typename Rule::factor factor{};
  std::int32_t first_zero_point = 0;
  std::int32_t second_zero_point = 0;
  integer_store store{};
};

/// Computes y = a * b with NumPy's broadcasting.
/// Attributes: `clamp` bounds the result, `encoded`. Rule: TFLite MUL, with
/// the factor s_a * s_b / s_y formed in float32.
template <auto... Attributes>
struct mul_ : pairwise<mul_<Attributes...>, Attributes...> {
  static constexpr std::string_view word = "mul";

  /// On numbers, or on batches of them.
  template <class Number>
  [[gnu::always_inline]] static constexpr Number real(Number a, Number b) noexcept {
    return a * b;
  }

  template <class Rule>
  [[gnu::always_inline]] static constexpr std::int32_t integer(const product_parameters<Rule>& w,
                                                               std::int32_t a, std::int32_t b) noexcept {
    return w.store.cut(Rule::apply(wrapping_multiply(a - w.first_zero_point, b - w.second_zero_point), w.factor));
  }

  template <class Call>
  using parameters = std::conditional_t<Call::x.type == f32, real_bounds,
                                        product_parameters<typename Call::rounding::rescale_rule>>;

  template <class Call>
  static constexpr parameters<Call> prepare(const parameter_source&,
                                            [[maybe_unused]] std::span<const edge_type> inputs,
                                            [[maybe_unused]] const edge_type& output) noexcept {
    constexpr clamp bounds = mul_::bounds_of_result;
    if constexpr (Call::x.type == f32) {
      return {bounds.low, bounds.high};
    } else {
      const encoding a = inputs[0].code;
      const encoding b = inputs[1].code;
      const float product = a.scale * b.scale;
      const float factor = product / output.code.scale;
      using rule = typename Call::rounding::rescale_rule;
      return {rule::make_from_real(double{factor}), a.zero_point, b.zero_point, store_for(bounds, output)};
    }
  }
};

/// Product of two edges: `mul<"scaled">(a, b)`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, mul_<Attributes...>> mul{};

}  // namespace tenon::op
