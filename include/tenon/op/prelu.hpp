// SPDX-License-Identifier: Apache-2.0
// prelu: negative values are multiplied by trained slopes.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include <tenon/graph/value.hpp>
#include <tenon/op/pairwise.hpp>

namespace tenon::op {

/// A leaky rectifier of int8 with a slope for each element: what is not negative is brought to the result's scale, what
/// is, is multiplied by its slope.
template <class Rule>
struct slope_parameters {
  typename Rule::factor positive{};
  typename Rule::factor negative{};
  std::int32_t first_zero_point = 0;
  std::int32_t second_zero_point = 0;
  integer_store store{};
};

/// Computes y = x for x >= 0, slope * x else. The second input holds the slopes, as a rule one a channel: a constant of
/// shape (channels), or any other shape that repeats to that of x.
/// Attributes: `clamp` bounds the result, `encoded`. Rule: TFLite PRELU (two factors, each formed in float32).
template <auto... Attributes>
struct prelu_ : pairwise<prelu_<Attributes...>, Attributes...> {
  static constexpr std::string_view word = "prelu";

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const inferred made = pairwise<prelu_, Attributes...>::infer(inputs);
    if (made.fault.empty() && made.edge.tensor.extents != inputs[0].tensor.extents)
      return refuse("tenon: the slopes of prelu do not repeat to the shape of its input; give one a channel");
    return made;
  }

  /// On numbers, or on batches of them.
  template <class Number>
  [[gnu::always_inline]] static constexpr Number real(Number x, Number slope) noexcept {
    using detail::select;
    return select(x >= Number(0.0f), x, x * slope);
  }

  template <class Rule>
  [[gnu::always_inline]] static constexpr std::int32_t integer(const slope_parameters<Rule>& w, std::int32_t q,
                                                               std::int32_t slope) noexcept {
    const std::int32_t x = q - w.first_zero_point;
    return w.store.cut(x >= 0 ? Rule::apply(x, w.positive)
                              : Rule::apply(wrapping_multiply(x, slope - w.second_zero_point), w.negative));
  }

  template <class Call>
  using parameters =
      std::conditional_t<Call::x.type == f32, real_bounds, slope_parameters<typename Call::rounding::rescale_rule>>;

  template <class Call>
  static constexpr parameters<Call> prepare(const parameter_source&, [[maybe_unused]] std::span<const edge_type> inputs,
                                            [[maybe_unused]] const edge_type& output) noexcept {
    constexpr clamp bounds = prelu_::bounds_of_result;
    if constexpr (Call::x.type == f32) {
      return {bounds.low, bounds.high};
    } else {
      using rule = typename Call::rounding::rescale_rule;
      const encoding x = inputs[0].code;
      const encoding slope = inputs[1].code;
      const float positive = x.scale / output.code.scale;
      const float product = x.scale * slope.scale;
      const float negative = product / output.code.scale;
      return {rule::make_from_real(double{positive}), rule::make_from_real(double{negative}), x.zero_point,
              slope.zero_point, store_for(bounds, output)};
    }
  }
};

/// Rectifier with trained slopes: `prelu<"a.act">(x, slopes)`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, prelu_<Attributes...>> prelu{};

}  // namespace tenon::op
