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

namespace op {

/// Computes the mean of the values under a window that slides over an image.
/// Attributes: window, stride, dilation, padding; count_padding{true} divides by the whole window everywhere.
/// The int8 result has the encoding of the input, and is formed from raw integers: the sum divided by the number of values,
/// halves away from zero. Rule: TFLite AVERAGE_POOL_2D; with counted padding ONNX AveragePool, zeros as zero points.
template <auto... Attributes>
struct average_pool_ : pooling<average_pool_<Attributes...>, Attributes...> {
  static constexpr std::string_view word = "average_pool";
  static constexpr encoding_rule result_encoding = encoding_rule::same_as_input;
  static constexpr bool counts_padding = attribute_or<count_padding>({false}, Attributes...).counted;

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
