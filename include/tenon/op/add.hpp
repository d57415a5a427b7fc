// SPDX-License-Identifier: Apache-2.0
// add: two tensors added element by element.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/pairwise.hpp>

namespace tenon::op {

/// Computes y = a + b with NumPy's broadcasting.
/// Attributes: `clamp` bounds the result, `encoded`. Rule: TFLite ADD.
template <auto... Attributes>
struct add_ : pairwise<add_<Attributes...>, Attributes...> {
  static constexpr std::string_view word = "add";
  static constexpr bool is_addition = true;

  /// On numbers, or on batches of them.
  template <class Number>
  [[gnu::always_inline]] static constexpr Number real(Number a, Number b) noexcept {
    return a + b;
  }

  /// On the terms of `sum_parameters`.
  [[gnu::always_inline]] static constexpr std::int32_t combine(std::int32_t a, std::int32_t b) noexcept {
    return wrapping_add(a, b);
  }

  template <class Rule, int SpareBits>
  [[gnu::always_inline]] static constexpr std::int32_t integer(const sum_parameters<Rule, SpareBits>& w, std::int32_t a,
                                                               std::int32_t b) noexcept {
    return w.finish(combine(w.first_term(a), w.second_term(b)));
  }

  template <class Call>
  using parameters = sum_parameters_of<Call>;

  template <class Call>
  static constexpr parameters<Call> prepare(const parameter_source&, std::span<const edge_type> inputs,
                                            const edge_type& output) noexcept {
    return prepare_sum_as<parameters<Call>>(add_::bounds_of_result, inputs, output);
  }
};

/// Sum of two edges: `add<"total">(a, b)`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, add_<Attributes...>> add{};

}  // namespace tenon::op
