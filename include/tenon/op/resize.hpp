// SPDX-License-Identifier: Apache-2.0
// resize: an image with other numbers of rows and columns.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <tenon/core/float_bits.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/image.hpp>
#include <tenon/op/movement.hpp>

namespace tenon {

/// Rows and columns of a resized image.
struct image_size {
  int rows;
  int columns;
};

/// How values between pixels are made.
enum class interpolation : std::uint8_t { nearest, bilinear };
inline constexpr interpolation nearest = interpolation::nearest;
inline constexpr interpolation bilinear = interpolation::bilinear;

/// Which points of the two images coincide: their first pixels (asymmetric), the corners of their outer
/// pixels (half_pixel), the middles of their outer pixels (align_corners).
enum class sampling : std::uint8_t { asymmetric, half_pixel, align_corners };
inline constexpr sampling asymmetric = sampling::asymmetric;
inline constexpr sampling half_pixel = sampling::half_pixel;
inline constexpr sampling align_corners = sampling::align_corners;

namespace op {

/// Where one row or column of a result lies between two of the input: value = (1 - fraction) * low + fraction
/// * high.
template <class Fraction>
struct tap {
  int low = 0;
  int high = 0;
  Fraction fraction{};
};

/// Positions along one axis of a resized image.
struct resampling {
  int in = 1;
  int out = 1;
  sampling points = sampling::asymmetric;

  /// The input's row or column that is nearest to `index` (TFLite RESIZE_NEAREST_NEIGHBOR, float32).
  constexpr int nearest_to(int index) const noexcept {
    const float shifted = static_cast<float>(index) + (points == half_pixel ? 0.5f : 0.0f);
    const float at = shifted * real_scale();
    return cut(static_cast<int>(points == align_corners ? math::round_away(at) : math::floor(at)));
  }

  /// The two neighbours of `index` with the distance from the lower one (TFLite RESIZE_BILINEAR on real
  /// numbers, float32).
  constexpr tap<float> between(int index) const noexcept {
    const float whole = static_cast<float>(index);
    const float scale = real_scale();
    const float at = points == half_pixel ? (whole + 0.5f) * scale - 0.5f : whole * scale;
    const int low = cut(static_cast<int>(math::floor(at)));
    return {low, cut(static_cast<int>(math::ceil(at))), at - static_cast<float>(low)};
  }

  /// The same in integers with 10 bits behind the point (TFLite RESIZE_BILINEAR on integers). At the border,
  /// where both neighbours are one, the fraction says nothing and is 0.
  constexpr tap<std::int32_t> between_fixed(int index) const noexcept {
    const int corner = keeps_corners() ? 1 : 0;
    const int scale = (1024 * (in - corner) + (out - corner) / 2) / (out - corner);
    const int at = index * scale + (points == half_pixel ? scale / 2 - 512 : 0);
    const int low = cut((at < 0 ? 0 : at) / 1024);
    const int high = cut((at + 1023 < 0 ? 0 : at + 1023) / 1024);
    return {low, high, low == high ? 0 : at - 1024 * low};
  }

 private:
  constexpr int cut(int index) const noexcept { return index < 0 ? 0 : index < in ? index : in - 1; }
  constexpr bool keeps_corners() const noexcept { return points == align_corners && out > 1; }

  constexpr float real_scale() const noexcept {
    if (keeps_corners()) return static_cast<float>(in - 1) / static_cast<float>(out - 1);
    return static_cast<float>(in) / static_cast<float>(out);
  }
};

/// Gives an image other rows and columns. Attributes: `image_size`, `nearest` (unless given) or `bilinear`,
/// and `asymmetric` (unless given), `half_pixel` or `align_corners`. Integers are interpolated as they are,
/// with 10 bits to spare.
template <auto... Attributes>
struct resize_ : movement {
  static constexpr std::string_view word = "resize";
  using attributes = attribute_types<image_size, interpolation, sampling>;
  static constexpr image_size size = attribute_or<image_size>({0, 0}, Attributes...);
  static constexpr interpolation method = attribute_or<interpolation>(nearest, Attributes...);
  static constexpr sampling points = attribute_or<sampling>(asymmetric, Attributes...);

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& x = inputs[0].tensor;
    if (!is_image(x.extents)) return refuse("tenon: resize takes images of rank 3 or 4; reshape its input");
    if (size.rows <= 0 || size.columns <= 0)
      return refuse("tenon: resize has no size or one that is not positive; give image_size{rows, columns}");
    image resized = image_of(x.extents);
    resized.rows = size.rows;
    resized.columns = size.columns;
    return accept(x.type, shape_of_image(resized, x.extents), inputs[0].code);
  }

  /// An image of the same size stays as it is under every rule.
  static constexpr bool is_identity(std::span<const edge_type> inputs) noexcept {
    return infer(inputs).edge.tensor == inputs[0].tensor;
  }

  static constexpr resampling rows_of(const shape& input) noexcept {
    return {image_of(input).rows, size.rows, points};
  }
  static constexpr resampling columns_of(const shape& input) noexcept {
    return {image_of(input).columns, size.columns, points};
  }
};

/// An image of another size: `resize<"large", image_size{64, 64}, bilinear, half_pixel>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, resize_<Attributes...>> resize{};

}  // namespace op
}  // namespace tenon
