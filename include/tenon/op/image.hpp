// SPDX-License-Identifier: Apache-2.0
// Geometry of images and sliding windows (TFLite's rules of SAME and VALID).
#pragma once

#include <tenon/core/shape.hpp>
#include <tenon/op/attribute.hpp>

namespace tenon::op {

/// A shape read as an image: (rows, columns, channels), or with a batch in front.
struct image {
  int batch = 1;
  int rows = 1;
  int columns = 1;
  int channels = 1;

  constexpr int pixels() const noexcept { return batch * rows * columns; }
  friend bool operator==(const image&, const image&) = default;
};

/// True for shapes of rank 3 (rows, columns, channels) and 4 (batch in front).
constexpr bool is_image(const shape& extents) noexcept { return extents.rank == 3 || extents.rank == 4; }

/// Reads a shape of rank 3 or 4 as an image.
constexpr image image_of(const shape& extents) noexcept {
  if (!is_image(extents)) return {};
  return {extents.rank == 4 ? extents[0] : 1, extents.from_end(2), extents.from_end(1), extents.from_end(0)};
}

/// The shape of an image, of the rank that `like` has.
constexpr shape shape_of_image(const image& pixels, const shape& like) noexcept {
  if (like.rank == 4) return tenon::shape_of(pixels.batch, pixels.rows, pixels.columns, pixels.channels);
  return tenon::shape_of(pixels.rows, pixels.columns, pixels.channels);
}

/// A sliding window with all its numbers.
struct sliding {
  window size{1, 1};
  stride step{1, 1};
  dilation spread{1, 1};
  padding around{};

  constexpr void take(const window& given) noexcept { size = given; }
  constexpr void take(const stride& given) noexcept { step = given; }
  constexpr void take(const dilation& given) noexcept { spread = given; }
  constexpr void take(const padding& given) noexcept { around = given; }
  constexpr void take(const tenon::detail::any_attribute&) noexcept {}

  constexpr int reach_rows() const noexcept { return (size.rows - 1) * spread.rows + 1; }
  constexpr int reach_columns() const noexcept { return (size.columns - 1) * spread.columns + 1; }
  constexpr int taps() const noexcept { return size.rows * size.columns; }
};

namespace detail {

/// Rows added in all so that ceil(extent / step) windows fit; none for a step that cannot be used.
constexpr int same_total(int extent, int step, int reach) noexcept {
  if (step < 1) return 0;
  const int wanted = ((extent + step - 1) / step - 1) * step + reach - extent;
  return wanted > 0 ? wanted : 0;
}

}  // namespace detail

/// Turns `same` padding into rows and columns; what is given in numbers stays.
constexpr sliding resolve(sliding moving, const image& over) noexcept {
  if (!moving.around.same) return moving;
  const int rows = detail::same_total(over.rows, moving.step.rows, moving.reach_rows());
  const int columns = detail::same_total(over.columns, moving.step.columns, moving.reach_columns());
  moving.around = {rows / 2, rows - rows / 2, columns / 2, columns - columns / 2, false};
  return moving;
}

/// Rows and columns of the result of a resolved window; 0 or less if the window does not fit.
constexpr image slide(const sliding& moving, const image& over) noexcept {
  const auto steps = [](int extent, int reach, int step) { return extent < reach ? 0 : (extent - reach) / step + 1; };
  return {over.batch,
          steps(over.rows + moving.around.top + moving.around.bottom, moving.reach_rows(), moving.step.rows),
          steps(over.columns + moving.around.left + moving.around.right, moving.reach_columns(), moving.step.columns),
          over.channels};
}

/// True if every number of the window can be used.
constexpr bool is_usable(const sliding& moving) noexcept {
  return moving.size.rows > 0 && moving.size.columns > 0 && moving.step.rows > 0 && moving.step.columns > 0 &&
         moving.spread.rows > 0 && moving.spread.columns > 0 && moving.around.top >= 0 && moving.around.bottom >= 0 &&
         moving.around.left >= 0 && moving.around.right >= 0;
}

}  // namespace tenon::op
