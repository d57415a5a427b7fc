// SPDX-License-Identifier: Apache-2.0
// What depth_to_space and space_to_depth share: blocks of pixels that are one pixel with more channels.
#pragma once

#include <array>
#include <span>

#include <tenon/core/shape.hpp>
#include <tenon/op/image.hpp>
#include <tenon/op/movement.hpp>
#include <tenon/op/strided.hpp>

namespace tenon {

/// Rows, and columns, of a block of pixels.
struct block_size {
  int count;
};

namespace op {

/// An image of blocks: `rows` x `columns` of them, each of `size` x `size` pixels with `channels`.
struct block_image {
  int batch = 1;
  int rows = 1;
  int columns = 1;
  int size = 1;
  int channels = 1;

  constexpr int row_of_pixels() const noexcept { return columns * size * channels; }
};

/// The order of the axes in memory that holds a block's pixels as the channels of one pixel: (batch, block row, block
/// column, row in the block, column in the block, channel).
constexpr shape extents_by_block(const block_image& x) noexcept {
  return shape_of(x.batch, x.rows, x.columns, x.size, x.size, x.channels);
}

/// The same in memory that holds rows of pixels: (batch, block row, row in the block, block column, column, channel).
constexpr shape extents_by_pixel(const block_image& x) noexcept {
  return shape_of(x.batch, x.rows, x.size, x.columns, x.size, x.channels);
}

/// Memory by blocks, walked by pixels; or memory by pixels, walked by blocks. Both change the third axis with the
/// fourth.
constexpr strided other_order(const shape& held_as) noexcept {
  const auto dense = steps_of_axes(held_as);
  return {0, {dense[0], dense[1], dense[3], dense[2], dense[4], dense[5]}};
}

/// Moves the pixels of blocks. The operator says with `fits(image)` and `resized(image)` which images it takes and what
/// becomes of them, and in `fault_of_input` and `fault_of_block` why it refuses others.
template <class Operator, auto... Attributes>
struct moves_blocks : movement {
  using attributes = attribute_types<block_size>;
  static constexpr int given_size = attribute_or<block_size>({0}, Attributes...).count;
  /// Rows, and columns, of a block; of one that is refused 1, so that nothing is divided by 0.
  static constexpr int size = given_size < 1 ? 1 : given_size;

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& x = inputs[0].tensor;
    if (!is_image(x.extents)) return refuse(Operator::fault_of_input);
    const image from = image_of(x.extents);
    if (given_size < 1 || !Operator::fits(from)) return refuse(Operator::fault_of_block);
    return accept(x.type, shape_of_image(Operator::resized(from), x.extents), inputs[0].code);
  }

  static constexpr bool is_identity(std::span<const edge_type>) noexcept { return size == 1; }
};

}  // namespace op
}  // namespace tenon
