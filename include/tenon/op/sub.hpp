// SPDX-License-Identifier: Apache-2.0
// sub: one tensor subtracted from another, element by element.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include <tenon/graph/value.hpp>
#include <tenon/op/pairwise.hpp>

namespace tenon::op {

/// Computes y = a - b with NumPy's broadcasting.
/// Attributes: `clamp` bounds the result, `encoded`. Rule: TFLite SUB.
template <auto... Attributes>
struct sub_ : pairwise<sub_<Attributes...>, Attributes...> {
  static constexpr std::string_view word = "sub";

  /// On numbers, or on batches of them.
  template <class Number>
  [[gnu::always_inline]] static constexpr Number real(Number a, Number b) noexcept {
    return a - b;
  }

  /// On the terms of `sum_parameters`.
  [[gnu::always_inline]] static constexpr std::int32_t combine(std::int32_t a, std::int32_t b) noexcept {
    return wrapping_subtract(a, b);
  }

  template <class Rule>
  [[gnu::always_inline]] static constexpr std::int32_t integer(const sum_parameters<Rule>& w, std::int32_t a,
                                                               std::int32_t b) noexcept {
    return w.finish(combine(w.first_term(a), w.second_term(b)));
  }

  template <class Call>
  using parameters = std::conditional_t<Call::x.type == f32, real_bounds,
                                        sum_parameters<typename Call::rounding::rescale_rule>>;

  template <class Call>
  static constexpr parameters<Call> prepare(const parameter_source&,
                                            [[maybe_unused]] std::span<const edge_type> inputs,
                                            [[maybe_unused]] const edge_type& output) noexcept {
    constexpr clamp bounds = sub_::bounds_of_result;
    if constexpr (Call::x.type == f32)
      return {bounds.low, bounds.high};
    else
      return prepare_sum<typename Call::rounding::rescale_rule>(bounds, inputs, output);
  }
};

/// Difference of two edges: `sub<"difference">(a, b)`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, sub_<Attributes...>> sub{};

}  // namespace tenon::op
