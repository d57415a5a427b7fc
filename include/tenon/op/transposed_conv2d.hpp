// SPDX-License-Identifier: Apache-2.0
// transposed_conv2d: spreads each pixel over a window; what a convolution does to sizes, undone.
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

struct transposed_convolution_attributes : sliding {
  int filter_count = 0;
  int group_count = 1;

  using sliding::take;
  constexpr void take(const filters& given) noexcept { filter_count = given.count; }
  constexpr void take(const groups& given) noexcept { group_count = given.count; }
};

/// Turns `same` padding into numbers: the result has stride times as many rows and columns, the odd ones are taken off
/// after.
constexpr sliding resolve_transposed(sliding moving) noexcept {
  if (!moving.around.same) return moving;
  const int rows = moving.reach_rows() - moving.step.rows;
  const int columns = moving.reach_columns() - moving.step.columns;
  const int top = rows > 0 ? rows / 2 : 0;
  const int left = columns > 0 ? columns / 2 : 0;
  moving.around = {top, rows - top, left, columns - left, false};
  return moving;
}

}  // namespace detail

/// A transposed convolution over (rows, columns, channels) or (batch, rows, columns, channels): each pixel x[r, c] adds
/// kernel[o, i, j] * x[r, c] to y[r * stride + i * dilation - padding, ..., o], on top of bias[o].
/// Attributes: filters, window, stride, dilation, groups; padding, rows and columns that the result lacks at its edges
/// (below 0 at the bottom and to the right: those that only get the bias), or same_padding for a result of stride times
/// the size; weight_scheme when quantized.
/// Parameters: kernel [filters][window rows][window columns][channels / groups]; bias [filters], optional.
/// Rule: TFLite TRANSPOSE_CONV (int8: Q31 multiplier, two roundings; int16: 15-bit multiplier, one rounding), ONNX
/// ConvTranspose.
template <auto... Attributes>
struct transposed_conv2d_ {
  static constexpr std::string_view word = "transposed_conv2d";
  using attributes = attribute_types<filters, window, stride, dilation, padding, groups, weight_scheme, scale_product>;
  static constexpr int arity = 1;
  static constexpr bool absorbs_clamp = true;
  static constexpr bool absorbs_affine = true;
  static constexpr auto given = collect<detail::transposed_convolution_attributes>(Attributes...);
  static constexpr int filter_count = given.filter_count;
  static constexpr int group_count = given.group_count;
  /// The window with `same` padding resolved into numbers.
  static constexpr sliding moving = detail::resolve_transposed(given);

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& x = inputs[0].tensor;
    if (!is_image(x.extents))
      return refuse(
          "tenon: transposed_conv2d takes (rows, columns, channels), with or without a batch; reshape its input");
    sliding inside = moving;
    inside.around.bottom = inside.around.right = 0;  // may be below 0
    if (!is_usable(inside) || filter_count <= 0)
      return refuse(
          "tenon: transposed_conv2d has a window, stride, dilation or filter count below 1, or a padding below 0 "
          "at the top or to the left; give positive numbers");
    image made = image_of(x.extents);
    if (group_count <= 0 || made.channels % group_count != 0 || filter_count % group_count != 0)
      return refuse(
          "tenon: the groups of transposed_conv2d do not divide its channels and filters; choose groups that "
          "divide both");
    made.rows = (made.rows - 1) * moving.step.rows + moving.reach_rows() - moving.around.top - moving.around.bottom;
    made.columns =
        (made.columns - 1) * moving.step.columns + moving.reach_columns() - moving.around.left - moving.around.right;
    made.channels = filter_count;
    if (made.rows <= 0 || made.columns <= 0)
      return refuse("tenon: the padding of transposed_conv2d leaves nothing of its result; make it smaller");
    return accept(x.type, shape_of_image(made, x.extents), attribute_or<encoded>({}, Attributes...).code);
  }

  /// Products with one pixel: weights of one filter.
  static constexpr int taps(std::span<const edge_type> inputs) noexcept {
    return moving.taps() * image_of(inputs[0].tensor.extents).channels / group_count;
  }

  static constexpr parameter_list parameters_for(std::span<const edge_type> inputs) noexcept {
    return {{{{"kernel", filter_count * taps(inputs), true}, {"bias", filter_count, false}}}, 2};
  }

  static constexpr std::int64_t macs(std::span<const edge_type> inputs, const edge_type&) noexcept {
    return std::int64_t{image_of(inputs[0].tensor.extents).pixels()} * taps(inputs) * filter_count;
  }

  template <class Call>
  using parameters =
      linear_parameters<Call::x.type, convolution_rule<Call>, filter_count, taps(Call::inputs)>;

  /// Portable parameters of a kernel, from trained arrays (and, for integers, the encodings of input and output).
  template <class Call>
  static constexpr parameters<Call> prepare(const parameter_source& source, std::span<const edge_type> inputs,
                                            const edge_type& output) noexcept {
    return prepare_linear<transposed_conv2d_, parameters<Call>, kernel_order::output_first>(source, inputs, output);
  }
};

/// The input row or column that tap `tap` brings to a row or column of the result, or -1 if there is none.
constexpr int transposed_source(int at, int tap, int step, int spread, int before, int extent) noexcept {
  const int distance = at + before - tap * spread;
  if (distance < 0 || distance % step != 0 || distance / step >= extent) return -1;
  return distance / step;
}

/// Transposed convolution: `transposed_conv2d<"up", filters{16}, window{2, 2}, stride{2, 2}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, transposed_conv2d_<Attributes...>> transposed_conv2d{};

}  // namespace tenon::op
