// SPDX-License-Identifier: Apache-2.0
// What maximum and minimum share: both terms are brought to the result's scale, then compared.
#pragma once

#include <cstdint>
#include <span>
#include <type_traits>

#include <tenon/op/pairwise.hpp>

namespace tenon::op {

/// Two int8 terms at the result's scale. Factors of equal encodings are exactly 1, so that nothing is rounded there.
template <class Rule>
struct extremum_parameters {
  typename Rule::factor first{};
  typename Rule::factor second{};
  std::int32_t first_zero_point = 0;
  std::int32_t second_zero_point = 0;
  integer_store store{};

  [[gnu::always_inline]] constexpr std::int32_t first_term(std::int32_t q) const noexcept {
    return Rule::apply(q - first_zero_point, first);
  }
  [[gnu::always_inline]] constexpr std::int32_t second_term(std::int32_t q) const noexcept {
    return Rule::apply(q - second_zero_point, second);
  }
};

/// Keeps one of two numbers, by the operator's `keeps_first(a, b)`, which also compares vectors.
template <class Operator, auto... Attributes>
struct extremum : pairwise<Operator, Attributes...> {
  /// On numbers, or on batches of them.
  template <class Number>
  [[gnu::always_inline]] static constexpr Number real(Number a, Number b) noexcept {
    using detail::select;
    return select(Operator::keeps_first(a, b), a, b);
  }

  template <class Rule>
  [[gnu::always_inline]] static constexpr std::int32_t integer(const extremum_parameters<Rule>& w, std::int32_t a,
                                                               std::int32_t b) noexcept {
    const std::int32_t x = w.first_term(a);
    const std::int32_t y = w.second_term(b);
    return w.store.cut(Operator::keeps_first(x, y) ? x : y);
  }

  template <class Call>
  using parameters =
      std::conditional_t<Call::x.type == f32, real_bounds, extremum_parameters<typename Call::rounding::rescale_rule>>;

  template <class Call>
  static constexpr parameters<Call> prepare(const parameter_source&, [[maybe_unused]] std::span<const edge_type> inputs,
                                            [[maybe_unused]] const edge_type& output) noexcept {
    constexpr clamp bounds = extremum::bounds_of_result;
    if constexpr (Call::x.type == f32) {
      return {bounds.low, bounds.high};
    } else {
      using rule = typename Call::rounding::rescale_rule;
      const auto factor = [&](const encoding& code) {
        return rule::make_from_real(double{code.scale} / double{output.code.scale});
      };
      return {factor(inputs[0].code), factor(inputs[1].code), inputs[0].code.zero_point, inputs[1].code.zero_point,
              store_for(bounds, output)};
    }
  }
};

}  // namespace tenon::op
