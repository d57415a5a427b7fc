// SPDX-License-Identifier: Apache-2.0
// global_max_pool: the largest value of a whole image, for each channel.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/image.hpp>
#include <tenon/op/reduction.hpp>

namespace tenon::op {

/// Computes the largest value over the rows and columns of an image; what is left is (channels), or (batch, channels).
/// Attribute: keep_axes{true} leaves rows and columns with one element. The int8 result has the encoding of the input.
/// Rule: TFLite REDUCE_MAX over rows and columns, on raw integers.
template <auto... Attributes>
struct global_max_pool_ : reduction<global_max_pool_<Attributes...>> {
  static constexpr std::string_view word = "global_max_pool";
  using attributes = attribute_types<keep_axes>;
  static constexpr bool keeps_zero_channels = true;
  static constexpr encoding_rule result_encoding = encoding_rule::same_as_input;
  static constexpr bool kept = attribute_or<keep_axes>({false}, Attributes...).kept;

  static constexpr reduced_axes marked(const shape& extents) noexcept { return mark_axes(axes{-3, -2}, extents.rank); }
  static constexpr std::string_view fault_of_input(const shape& extents) noexcept {
    if (is_image(extents)) return {};
    return "tenon: global_max_pool takes (rows, columns, channels), with or without a batch; reshape its input";
  }

  template <class Call>
  using parameters = no_parameters;

  template <class Call>
  static constexpr no_parameters prepare(const parameter_source&, std::span<const edge_type>, const edge_type&) noexcept {
    return {};
  }
};

/// Largest value of each channel: `global_max_pool<"pool">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, global_max_pool_<Attributes...>> global_max_pool{};

}  // namespace tenon::op
