// SPDX-License-Identifier: Apache-2.0
// What reductions share that run through their values with one number: reduce_sum, reduce_max, reduce_min.
#pragma once

#include <concepts>
#include <cstdint>
#include <span>
#include <string_view>

#include <tenon/core/element.hpp>
#include <tenon/op/reduction.hpp>

namespace tenon {

/// Makes each result by running through its values with a `number<element type>`: from `start<Number>()` on,
/// `step(number, value)` for each, and at the end `finish(parameters, number)`, the value that is stored.
template <class Operator>
concept folds_values = requires(float x) {
  { Operator::template start<float>() } -> std::same_as<float>;
  { Operator::step(x, x) } -> std::same_as<float>;
};

/// A call of such an operator whose results are some of its values, as they are: not sums, which ask for a rule of their
/// own with each element type.
template <class Call>
concept keeps_values = encoding_rule_of<typename Call::op>() == encoding_rule::same_as_input;

namespace op {

/// Folds axes. Attributes: axes, all of them unless given; keep_axes{true} leaves them with one element.
template <class Operator, auto... Attributes>
struct folding : reduction<Operator> {
  using attributes = attribute_types<axes, keep_axes>;
  static constexpr bool kept = attribute_or<keep_axes>({false}, Attributes...).kept;

  static constexpr reduced_axes marked(const shape& extents) noexcept {
    constexpr axes wanted = attribute_or<axes>({}, Attributes...);
    if constexpr (wanted.count == 0)
      return {(std::uint32_t{1} << extents.rank) - 1u, true};
    else
      return mark_axes(wanted, extents.rank);
  }
  static constexpr std::string_view fault_of_input(const shape& extents) noexcept {
    if (marked(extents).sound) return {};
    return "tenon: a reduction names an axis twice or one that its input lacks; name each of its axes once";
  }
};

/// Keeps one of the values, as they are.
template <class Operator, auto... Attributes>
struct kept_extremum : folding<Operator, Attributes...> {
  static constexpr encoding_rule result_encoding = encoding_rule::same_as_input;

  template <element Type>
  using number = storage_t<Type>;

  template <class Call>
  using parameters = no_parameters;
  template <class Call>
  static constexpr no_parameters prepare(const parameter_source&, std::span<const edge_type>,
                                         const edge_type&) noexcept {
    return {};
  }

  template <class Number>
  [[gnu::always_inline]] static constexpr Number finish(const no_parameters&, Number number) noexcept {
    return number;
  }
};

}  // namespace op
}  // namespace tenon
