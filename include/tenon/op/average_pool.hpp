// SPDX-License-Identifier: Apache-2.0
// average_pool: the mean of a window, for each channel.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/image.hpp>
#include <tenon/op/pooling.hpp>

namespace tenon {

/// Whether zeros of the padding count as values of a mean.
struct count_padding {
  bool counted;
};

/// Where a mean of integers goes that lies half-way between two: away from zero, or up as in LiteRT's kernel for uint8.
enum class half_rounding : std::uint8_t { away, up };

namespace op {

/// Computes the mean of the values under a window that slides over an image.
/// Attributes: window, stride, dilation, padding; count_padding{true} divides by the whole window everywhere.
/// The int8 result has the encoding of the input, and is formed from raw integers: the sum divided by the number of values,
/// halves away from zero, or up with half_rounding::up. Rule: TFLite AVERAGE_POOL_2D; with counted padding ONNX AveragePool, zeros as zero points.
template <auto... Attributes>
struct average_pool_ : pooling<average_pool_<Attributes...>, Attributes...> {
  static constexpr std::string_view word = "average_pool";
  using attributes = attribute_types<window, stride, dilation, padding, count_padding, half_rounding>;
  static constexpr encoding_rule result_encoding = encoding_rule::same_as_input;
  static constexpr bool counts_padding = attribute_or<count_padding>({false}, Attributes...).counted;

  static constexpr bool rounds_halves_up =
      attribute_or<half_rounding>(half_rounding::away, Attributes...) == half_rounding::up;

  /// The mean of `count` values that sum up to `sum`. Those of uint8 are never below zero, so that away from it is up.
  [[gnu::always_inline]] static constexpr float mean_of(float sum, int count) noexcept {
    return divide_rounded(sum, count);
  }
  [[gnu::always_inline]] static constexpr std::int32_t mean_of(std::int32_t sum, int count) noexcept {
    return rounds_halves_up ? divide_rounded(sum + 128 * count, count) - 128 : divide_rounded(sum, count);
  }

  template <class Call>
  using parameters = average_parameters<Call::x.type>;

  template <class Call>
  static constexpr parameters<Call> prepare(const parameter_source&, std::span<const edge_type> inputs,
                                            const edge_type& output) noexcept {
    return {prepare_bounds<average_pool_, Call::x.type>(output), inputs[0].code.zero_point};
  }
};

/// Mean of a window: `average_pool<"pool", window{2, 2}, stride{2, 2}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, average_pool_<Attributes...>> average_pool{};

}  // namespace op
}  // namespace tenon
