// SPDX-License-Identifier: Apache-2.0
// space_to_depth: pixels become channels.
#pragma once

#include <span>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/blocks.hpp>
#include <tenon/op/movement.hpp>

namespace tenon::op {

/// Makes one pixel of each block of size x size pixels: y[r, c, (i * size + j) * channels + k] =
/// x[r * size + i, c * size + j, k]. Attribute: `block_size{size}`. Rule: TFLite SPACE_TO_DEPTH, ONNX SpaceToDepth.
template <auto... Attributes>
struct space_to_depth_ : movement {
  static constexpr std::string_view word = "space_to_depth";
  static constexpr int size = attribute_or<block_size>({0}, Attributes...).count;

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& x = inputs[0].tensor;
    if (!is_image(x.extents))
      return refuse(
          "tenon: space_to_depth takes (rows, columns, channels), with or without a batch; reshape its input");
    image made = image_of(x.extents);
    if (size < 1 || made.rows % size != 0 || made.columns % size != 0)
      return refuse("tenon: the block of space_to_depth does not divide rows and columns; let size divide both");
    made.rows /= size;
    made.columns /= size;
    made.channels *= size * size;
    return accept(x.type, shape_of_image(made, x.extents), inputs[0].code);
  }

  static constexpr bool is_identity(std::span<const edge_type>) noexcept { return size == 1; }

  static constexpr shape walk(const shape& extents) noexcept { return extents_by_block(blocks_of(extents)); }
  static constexpr strided view(const shape& extents) noexcept {
    return other_order(extents_by_pixel(blocks_of(extents)));
  }

 private:
  static constexpr block_image blocks_of(const shape& extents) noexcept {
    const image x = image_of(extents);
    return {x.batch, x.rows / size, x.columns / size, size, x.channels};
  }
};

/// Pixels to channels: `space_to_depth<"smaller", block_size{2}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, space_to_depth_<Attributes...>> space_to_depth{};

}  // namespace tenon::op
