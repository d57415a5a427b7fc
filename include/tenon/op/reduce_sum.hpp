// SPDX-License-Identifier: Apache-2.0
// reduce_sum: the sum over some axes.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include <tenon/core/math.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/folding.hpp>
#include <tenon/op/quantized.hpp>

namespace tenon::op {

/// What an int8 sum computes with: y = round(sum of q * scale + bias) + zero_point, in float32.
struct scaled_sum_parameters {
  float scale = 0.0f;
  float bias = 0.0f;
  std::int32_t zero_point = 0;
};

/// Computes the sum over axes. Attributes: axes, all unless given; keep_axes{true} leaves them with one element;
/// `encoded`. Rule: LiteRT's optimized SUM (int8: the raw sum times s_x / s_y plus a bias, each step rounded to
/// float32, halves away from zero, whatever the rounding policy). Its reference kernel takes int8 for uint8.
template <auto... Attributes>
struct reduce_sum_ : folding<reduce_sum_<Attributes...>, Attributes...> {
  static constexpr std::string_view word = "reduce_sum";

  /// Sums of int8 need more room than their values.
  template <element Type>
  using number = std::conditional_t<Type == f32, float, std::int32_t>;

  template <class Number>
  [[gnu::always_inline]] static constexpr Number start() noexcept {
    return Number{};
  }
  template <class Number>
  [[gnu::always_inline]] static constexpr Number step(Number sum, Number x) noexcept {
    return sum + x;
  }

  [[gnu::always_inline]] static constexpr float finish(const no_parameters&, float sum) noexcept { return sum; }
  [[gnu::always_inline]] static constexpr std::int32_t finish(const scaled_sum_parameters& w,
                                                              std::int32_t sum) noexcept {
    // By way of double, where the product is exact, so that no compiler can merge it with the addition.
    const auto product = static_cast<float>(double{static_cast<float>(sum)} * double{w.scale});
    const float scaled = math::round_away(product + w.bias);
    if (!(scaled > -512.0f)) return -128;
    if (!(scaled < 512.0f)) return 127;
    const std::int32_t y = static_cast<std::int32_t>(scaled) + w.zero_point;
    return y < -128 ? -128 : y > 127 ? 127 : y;
  }

  template <class Call>
  using parameters = std::conditional_t<Call::x.type == f32, no_parameters, scaled_sum_parameters>;

  template <class Call>
  static constexpr parameters<Call> prepare(const parameter_source&, [[maybe_unused]] std::span<const edge_type> inputs,
                                            [[maybe_unused]] const edge_type& output) noexcept {
    if constexpr (Call::x.type == f32) {
      return {};
    } else {
      const encoding x = inputs[0].code;
      const float scale = x.scale / output.code.scale;
      const float shifted = static_cast<float>(-x.zero_point) * scale;
      const int count = reduced_count(Call::x.extents, reduce_sum_::marked(Call::x.extents));
      return {scale, shifted * static_cast<float>(count), output.code.zero_point};
    }
  }
};

/// Sum over axes: `reduce_sum<"total", axes{0, 1}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, reduce_sum_<Attributes...>> reduce_sum{};

}  // namespace tenon::op
