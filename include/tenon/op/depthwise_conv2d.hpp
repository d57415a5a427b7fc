// SPDX-License-Identifier: Apache-2.0
// depthwise_conv2d: slides filters over each channel of an image by itself.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/image.hpp>
#include <tenon/op/linear.hpp>

namespace tenon::op {

namespace detail {

struct depthwise_attributes : sliding, linear_attributes {
  int multiple = 1;

  using sliding::take;
  using linear_attributes::take;
  constexpr void take(const multiplier& given) noexcept { multiple = given.count; }
};

constexpr inferred infer_depthwise(const depthwise_attributes& given, std::span<const edge_type> inputs) noexcept {
  const tensor_type& x = inputs[0].tensor;
  if (!is_image(x.extents))
    return refuse("tenon: depthwise_conv2d takes (rows, columns, channels), with or without a batch; reshape its input");
  const image over = image_of(x.extents);
  const sliding moving = resolve(given, over);
  if (!is_usable(moving) || given.multiple <= 0)
    return refuse("tenon: depthwise_conv2d has a window, stride, dilation or multiplier below 1, or a padding below 0; "
                  "give positive numbers");
  image out = slide(moving, over);
  if (out.rows <= 0 || out.columns <= 0)
    return refuse("tenon: the window of depthwise_conv2d reaches beyond the padded image; make it smaller or pad more");
  out.channels = over.channels * given.multiple;
  return accept_sum(given, {x.type, shape_of_image(out, x.extents)}, inputs);
}

}  // namespace detail

/// A convolution of each channel by itself; input channel c makes the output channels c * multiplier + j.
/// Computes y[r, c, o] = sum of kernel[i, j, o] * x[r * stride + i * dilation - padding, ..., o / multiplier] + bias[o].
/// Attributes: window, stride, dilation, padding, multiplier (1); weight_scheme when quantized; `residual`
/// adds a second input of the result's shape.
/// Parameters: kernel [window rows][window columns][channels * multiplier]; bias [channels * multiplier], optional.
/// Rule: TFLite DEPTHWISE_CONV_2D (int8: Q31 multiplier, two roundings; int16: 15-bit multiplier, one rounding).
template <auto... Attributes>
struct depthwise_conv2d_ {
  static constexpr std::string_view word = "depthwise_conv2d";
  using attributes = attribute_types<window, stride, dilation, padding, multiplier, weight_scheme, accumulator,
                                     scale_product, dynamic_range>;
  static constexpr bool absorbs_clamp = true;
  static constexpr bool absorbs_affine = true;
  static constexpr bool absorbs_addition = true;
  static constexpr bool absorbs_padding = true;
  static constexpr bool writes_rows = true;
  static constexpr detail::depthwise_attributes given = collect<detail::depthwise_attributes>(Attributes...);
  static constexpr int arity = given.adds ? 2 : 1;
  static constexpr int multiple = given.multiple;

  /// The window over an image, `same` padding resolved into numbers.
  static constexpr sliding window_over(const image& pixels) noexcept { return resolve(given, pixels); }

  static constexpr padding resolved_padding(std::span<const edge_type> inputs) noexcept {
    return window_over(image_of(inputs[0].tensor.extents)).around;
  }

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    return detail::infer_depthwise(given, inputs);
  }

  /// Output channels.
  static constexpr int outputs(std::span<const edge_type> inputs) noexcept {
    return image_of(inputs[0].tensor.extents).channels * multiple;
  }
  /// Products that one output value sums up.
  static constexpr int taps(std::span<const edge_type> inputs) noexcept {
    return window_over(image_of(inputs[0].tensor.extents)).taps();
  }

  /// Output channels before dead ones were removed.
  static constexpr int trained_outputs(std::span<const edge_type> inputs) noexcept {
    return given.live.outputs.is_whole() ? outputs(inputs) : given.live.outputs.total;
  }

  static constexpr parameter_list parameters_for(std::span<const edge_type> inputs) noexcept {
    const int channels = trained_outputs(inputs);
    return {{{{"kernel", channels * taps(inputs), true}, {"bias", channels, false}}}, 2};
  }

  static constexpr bool scales_channels = multiple == 1 && !given.adds && !given.rounds_input && given.live.is_whole();

  template <int Channels>
  static constexpr bool keeps_zero(const parameter_source& source, int channel) noexcept {
    return detail::keeps_zero<depthwise_conv2d_, Channels>(source, channel);
  }
  static constexpr bool is_unused_input(const parameter_source& source, int input, int channels) noexcept {
    return detail::is_unused_input(source, input, channels);
  }

  static constexpr std::int64_t macs(std::span<const edge_type> inputs, const edge_type& output) noexcept {
    return std::int64_t{output.tensor.size()} * taps(inputs);
  }

  template <class Call>
  using parameters = with_addition<
      depthwise_conv2d_, Call,
      linear_parameters_of<Call, convolution_rule<Call>, outputs(Call::inputs), taps(Call::inputs)>>;

  /// Portable parameters of a kernel, from trained arrays (and, for integers, the encodings of input and output).
  template <class Call>
  static constexpr parameters<Call> prepare(const parameter_source& source, std::span<const edge_type> inputs,
                                            const edge_type& output) noexcept {
    return prepare_linear<depthwise_conv2d_, parameters<Call>, kernel_order::output_last>(source, inputs, output);
  }
};

/// Depthwise convolution: `depthwise_conv2d<"mix", window{3, 3}, same_padding>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, depthwise_conv2d_<Attributes...>> depthwise_conv2d{};

}  // namespace tenon::op
