// SPDX-License-Identifier: Apache-2.0
// What operators share that take one value out of each window of an image: max_pool, average_pool.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <tenon/core/float_bits.hpp>
#include <tenon/op/concept.hpp>
#include <tenon/op/image.hpp>
#include <tenon/op/quantized.hpp>

namespace tenon::op {

/// Bounds of a pooled result, in the numbers of its element type.
template <element Type>
struct bounds_parameters {
  storage_t<Type == f32 ? f32 : i32> low{};
  storage_t<Type == f32 ? f32 : i32> high{};
};

/// What a mean computes with: bounds of the result, and the integer that stands for a zero of the padding.
template <element Type>
struct average_parameters {
  bounds_parameters<Type> bounds{};
  std::int32_t padded_with{};
};

/// The bounds of an operator's result as real numbers or integers.
template <class Operator, element Type>
constexpr bounds_parameters<Type> prepare_bounds(const edge_type& output) noexcept {
  constexpr clamp bounds = attribute_of<Operator>(clamp{});
  if constexpr (Type == f32) {
    return {bounds.low, bounds.high};
  } else {
    const integer_range range = bounded_range(bounds, output);
    return {range.low, range.high};
  }
}

/// A sum divided by a count: a float quotient, or an integer rounded half away from zero.
constexpr float divide_rounded(float sum, int count) noexcept { return sum / static_cast<float>(count); }
constexpr std::int32_t divide_rounded(std::int32_t sum, int count) noexcept {
  const std::int32_t half = count / 2;
  return (sum + math::select(sum < 0, -half, half)) / count;
}

namespace detail {

/// True if some of `count` windows has no tap inside along one axis, as taps apart can step over a small image.
constexpr bool has_empty_window(int extent, int size, int step, int spread, int before, int count) noexcept {
  for (int i = 0; i < count; ++i) {
    bool meets = false;
    for (int tap = 0; tap < size; ++tap) {
      const int at = i * step + tap * spread - before;
      meets = meets || (at >= 0 && at < extent);
    }
    if (!meets) return true;
  }
  return false;
}

/// The same along both axes of an image.
constexpr bool has_empty_window(const sliding& moving, const image& over, const image& out) noexcept {
  return has_empty_window(over.rows, moving.size.rows, moving.step.rows, moving.spread.rows, moving.around.top, out.rows) ||
         has_empty_window(over.columns, moving.size.columns, moving.step.columns, moving.spread.columns,
                          moving.around.left, out.columns);
}

}  // namespace detail

/// A window that slides over each channel of an image.
template <class Operator, auto... Attributes>
struct pooling {
  using attributes = attribute_types<window, stride, dilation, padding>;
  static constexpr int arity = 1;
  static constexpr bool absorbs_clamp = true;
  static constexpr bool writes_rows = true;
  static constexpr bool keeps_zero_channels =
      attribute_or<clamp>({}, Attributes...).low <= 0.0f && attribute_or<clamp>({}, Attributes...).high >= 0.0f;

  /// The window over an image, `same` padding resolved into numbers.
  static constexpr sliding window_over(const image& pixels) noexcept {
    return resolve(collect<sliding>(Attributes...), pixels);
  }

  static constexpr padding resolved_padding(std::span<const edge_type> inputs) noexcept {
    return window_over(image_of(inputs[0].tensor.extents)).around;
  }

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& x = inputs[0].tensor;
    if (!is_image(x.extents))
      return refuse("tenon: a pool takes (rows, columns, channels), with or without a batch; reshape its input");
    const image over = image_of(x.extents);
    const sliding moving = window_over(over);
    if (!is_usable(moving))
      return refuse("tenon: a pool has a window, stride or dilation below 1, or a padding below 0; give positive numbers");
    if (moving.around.top >= moving.reach_rows() || moving.around.bottom >= moving.reach_rows() ||
        moving.around.left >= moving.reach_columns() || moving.around.right >= moving.reach_columns())
      return refuse("tenon: a pool is padded by a whole window or more, so some results would be of nothing; pad less");
    const image out = slide(moving, over);
    if (out.rows <= 0 || out.columns <= 0)
      return refuse("tenon: the window of a pool reaches beyond the padded image; make it smaller or pad more");
    if (detail::has_empty_window(moving, over, out))
      return refuse(
          "tenon: some windows of a pool have all their taps in the padding, so some results would be of nothing; "
          "pad or dilate less");
    return accept(x.type, shape_of_image(out, x.extents), tenon::result_encoding<Operator>(inputs[0]));
  }

  template <class Call>
  using parameters = bounds_parameters<Call::x.type>;

  template <class Call>
  static constexpr parameters<Call> prepare(const parameter_source&, std::span<const edge_type>,
                                            const edge_type& output) noexcept {
    return prepare_bounds<Operator, Call::x.type>(output);
  }
};

}  // namespace tenon::op
