// SPDX-License-Identifier: Apache-2.0
// conv2d: slides filters over an image.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/image.hpp>
#include <tenon/op/linear.hpp>

namespace tenon::op {
namespace detail {

struct convolution_attributes : sliding, linear_attributes {
  int filter_count = 0;
  int group_count = 1;

  using sliding::take;
  using linear_attributes::take;
  constexpr void take(const filters& given) noexcept { filter_count = given.count; }
  constexpr void take(const groups& given) noexcept { group_count = given.count; }
};

/// The shape rule, for the filters that are left.
constexpr inferred infer_convolution(const convolution_attributes& given, int filter_count,
                                     std::span<const edge_type> inputs) noexcept {
  const tensor_type& x = inputs[0].tensor;
  if (!is_image(x.extents))
    return refuse("tenon: conv2d takes (rows, columns, channels), with or without a batch; reshape its input");
  const image over = image_of(x.extents);
  const sliding moving = resolve(given, over);
  if (!is_usable(moving) || filter_count <= 0)
    return refuse("tenon: conv2d has a window, stride, dilation or filter count below 1, or a padding below 0; "
                  "give positive numbers");
  if (given.group_count <= 0 || over.channels % given.group_count != 0 || filter_count % given.group_count != 0)
    return refuse("tenon: the groups of conv2d do not divide its channels and filters; choose groups that divide both");
  image out = slide(moving, over);
  if (out.rows <= 0 || out.columns <= 0)
    return refuse("tenon: the window of conv2d reaches beyond the padded image; make it smaller or pad more");
  out.channels = filter_count;
  return accept_sum(given, {x.type, shape_of_image(out, x.extents)}, inputs);
}

}  // namespace detail

/// A convolution over (rows, columns, channels) or (batch, rows, columns, channels).
/// Computes y[r, c, o] = sum of kernel[o, i, j, k] * x[r * stride + i * dilation - padding, ..., k] + bias[o].
/// Attributes: filters, window, stride, dilation, groups, padding; weight_scheme when quantized, `accumulator` of int16;
/// `residual` adds a second input of the result's shape.
/// Parameters: kernel [filters][window rows][window columns][channels / groups]; bias [filters], optional.
/// Rule: TFLite CONV_2D (int8: Q31 multiplier, two roundings; int16: 15-bit multiplier, one rounding).
template <auto... Attributes>
struct conv2d_ {
  static constexpr std::string_view word = "conv2d";
  using attributes = attribute_types<filters, window, stride, dilation, padding, groups, weight_scheme, accumulator,
                                     scale_product, dynamic_range>;
  static constexpr bool absorbs_clamp = true;
  static constexpr bool absorbs_affine = true;
  static constexpr bool absorbs_padding = true;
  static constexpr bool absorbs_addition = true;
  static constexpr bool writes_rows = true;
  static constexpr detail::convolution_attributes given = collect<detail::convolution_attributes>(Attributes...);
  static constexpr int arity = given.adds ? 2 : 1;
  /// Filters as they were trained, and those that are left.
  static constexpr int trained_filters = given.filter_count;
  static constexpr int filter_count = given.live.outputs.count(trained_filters);
  static constexpr int group_count = given.group_count;

  /// The window over an image, `same` padding resolved into numbers.
  static constexpr sliding window_over(const image& pixels) noexcept { return resolve(given, pixels); }

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    return detail::infer_convolution(given, filter_count, inputs);
  }

  static constexpr padding resolved_padding(std::span<const edge_type> inputs) noexcept {
    return window_over(image_of(inputs[0].tensor.extents)).around;
  }

  /// Products that one output value sums up.
  static constexpr int taps(std::span<const edge_type> inputs) noexcept {
    const image over = image_of(inputs[0].tensor.extents);
    return window_over(over).taps() * over.channels / group_count;
  }

  /// The same before dead input channels were removed.
  static constexpr int trained_taps(std::span<const edge_type> inputs) noexcept {
    const auto& left = given.live.inputs;
    return left.is_whole() ? taps(inputs) : given.taps() * left.total;
  }

  static constexpr parameter_list parameters_for(std::span<const edge_type> inputs) noexcept {
    return {{{{"kernel", trained_filters * trained_taps(inputs), true}, {"bias", trained_filters, false}}}, 2};
  }

  static constexpr bool drops_channels = group_count == 1 && !given.adds && !given.rounds_input && given.live.is_whole();

  static constexpr bool is_zero_output(const parameter_source& source, int output) noexcept {
    return detail::is_zero_output<conv2d_, trained_filters>(source, output);
  }
  static constexpr bool is_unused_input(const parameter_source& source, int input, int channels) noexcept {
    return detail::is_unused_input(source, input, channels);
  }

  static constexpr std::int64_t macs(std::span<const edge_type> inputs, const edge_type& output) noexcept {
    return std::int64_t{output.tensor.size()} * taps(inputs);
  }

  template <class Call>
  using parameters = with_addition<
      conv2d_, Call,
      linear_parameters_of<Call, convolution_rule<Call>, filter_count, taps(Call::inputs)>>;

  /// Portable parameters of a kernel, from trained arrays (and, for integers, the encodings of input and output).
  template <class Call>
  static constexpr parameters<Call> prepare(const parameter_source& source, std::span<const edge_type> inputs,
                                            const edge_type& output) noexcept {
    return prepare_linear<conv2d_, parameters<Call>, kernel_order::output_first>(source, inputs, output);
  }
};

/// Convolution: `conv2d<"stem", filters{16}, window{3, 3}, stride{2, 2}, same_padding>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, conv2d_<Attributes...>> conv2d{};

}  // namespace tenon::op
