// SPDX-License-Identifier: Apache-2.0
// global_average_pool: the average over a whole image, for each channel.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include <tenon/graph/value.hpp>
#include <tenon/op/image.hpp>
#include <tenon/op/reduction.hpp>

namespace tenon::op {

/// Computes the average over the rows and columns of an image; what is left is (channels), or (batch, channels).
/// Attribute: keep_axes{true} leaves rows and columns with one element. Rule: TFLite MEAN over rows and columns.
template <auto... Attributes>
struct global_average_pool_ : reduction<global_average_pool_<Attributes...>> {
  static constexpr std::string_view word = "global_average_pool";
  using attributes = attribute_types<keep_axes>;
  static constexpr bool keeps_zero_channels = true;
  static constexpr bool kept = attribute_or<keep_axes>({false}, Attributes...).kept;

  static constexpr reduced_axes marked(const shape& extents) noexcept { return mark_axes(axes{-3, -2}, extents.rank); }
  static constexpr std::string_view fault_of_input(const shape& extents) noexcept {
    if (is_image(extents)) return {};
    return "tenon: global_average_pool takes (rows, columns, channels), with or without a batch; reshape its input";
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

/// Image to one value a channel: `global_average_pool<"pool">`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, global_average_pool_<Attributes...>> global_average_pool{};

}  // namespace tenon::op
