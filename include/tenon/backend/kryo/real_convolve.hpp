// SPDX-License-Identifier: Apache-2.0
// A convolution of real numbers as staged tiles times packed weights; a dense layer is the convolution of one pixel.
#pragma once

#include <cstddef>

#include <tenon/backend/kryo/im2col.hpp>
#include <tenon/backend/kryo/patch.hpp>
#include <tenon/backend/kryo/real_product.hpp>

namespace tenon::kryo_kernels {

/// Rows x columns and the way from image to result of one convolution without groups (or of one group of it).
template <window_geometry Geometry, int Columns>
struct real_convolution {
  static constexpr int depth = Geometry.depth();
  using packed = packed_reals<Columns, depth>;
  static constexpr int tile_rows = packed::layout::tile_rows;
  static constexpr bool in_place = Geometry.pointwise();
  static constexpr std::size_t scratch = in_place ? 0 : static_cast<std::size_t>(tile_rows * depth) * sizeof(float);

  /// image: input pixels, `pixel_pitch` apart. y: outputs, `result_pitch` apart, Columns of each.
  [[gnu::always_inline]] static void run(const packed& with, std::byte* borrowed, float* y, std::ptrdiff_t result_pitch,
                                         const float* image) noexcept {
    constexpr int whole = Geometry.outputs() / tile_rows * tile_rows;
    auto* const staged = reinterpret_cast<float*>(borrowed);
    for (int first = 0; first < whole; first += tile_rows) rows<tile_rows>(with, staged, y, result_pitch, image, first);
    if constexpr (whole < Geometry.outputs()) rows<Geometry.outputs() - whole>(with, staged, y, result_pitch, image, whole);
  }

 private:
  template <int Count>
  [[gnu::always_inline]] static void rows(const packed& with, float* staged, float* y, std::ptrdiff_t result_pitch,
                                          const float* image, int first) noexcept {
    float* const to = y + first * result_pitch;
    if constexpr (in_place) {
      multiply_reals<Count>(image + static_cast<std::ptrdiff_t>(first) * Geometry.pixel_pitch, Geometry.pixel_pitch,
                            with, to, result_pitch);
    } else {
      for (int i = 0; i < Count; ++i)
        stage_patch<Geometry>(image, (first + i) / Geometry.output_columns, (first + i) % Geometry.output_columns, 0.0f,
                              staged + i * depth);
      multiply_reals<Count>(staged, depth, with, to, result_pitch);
    }
  }
};

}  // namespace tenon::kryo_kernels
