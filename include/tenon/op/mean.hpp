// SPDX-License-Identifier: Apache-2.0
// mean: the average over some axes.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include <tenon/graph/value.hpp>
#include <tenon/op/reduction.hpp>

namespace tenon::op {

/// Computes the average over axes. Attributes: axes; keep_axes{true} leaves them with one element.
/// Integers: y = clamp(requantize(sum of (x - input zero point)) + output zero point), the division inside the multiplier.
/// Rule: TFLite MEAN.
template <auto... Attributes>
struct mean_ : reduction<mean_<Attributes...>> {
  static constexpr std::string_view word = "mean";
  using attributes = attribute_types<axes, keep_axes>;
  static constexpr bool kept = attribute_or<keep_axes>({false}, Attributes...).kept;

  static constexpr reduced_axes marked(const shape& extents) noexcept {
    return mark_axes(attribute_or<axes>({}, Attributes...), extents.rank);
  }
  static constexpr std::string_view fault_of_input(const shape& extents) noexcept {
    if (attribute_or<axes>({}, Attributes...).count == 0)
      return "tenon: mean has no axes; give axes{...} the ones to average over";
    if (!marked(extents).sound)
      return "tenon: mean names an axis twice or one that its input lacks; name each of its axes once";
    return {};
  }

  template <class Call>
  using parameters =
      std::conditional_t<Call::x.type == f32, no_parameters, mean_parameters<typename Call::rounding::rescale_rule>>;

  template <class Call>
  static constexpr parameters<Call> prepare(const parameter_source&, [[maybe_unused]] std::span<const edge_type> inputs,
                                            [[maybe_unused]] const edge_type& output) noexcept {
    if constexpr (Call::x.type == f32) return {};
    else
      return prepare_mean<typename Call::rounding::rescale_rule>(reduced_count(Call::x.extents, marked(Call::x.extents)),
                                                                 inputs[0].code, output.code);
  }
};

/// Average over axes: `mean<"m", axes{0, 1}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, mean_<Attributes...>> mean{};

}  // namespace tenon::op
