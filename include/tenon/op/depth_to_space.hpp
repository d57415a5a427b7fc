// SPDX-License-Identifier: Apache-2.0
// depth_to_space: channels become pixels.
#pragma once

#include <span>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/blocks.hpp>
#include <tenon/op/movement.hpp>

namespace tenon::op {

/// Spreads size * size groups of channels over a block of size x size pixels: y[r * size + i, c * size + j, k] =
/// x[r, c, (i * size + j) * channels + k]. Attribute: `block_size{size}`. Rule: TFLite DEPTH_TO_SPACE, ONNX
/// DepthToSpace (DCR).
template <auto... Attributes>
struct depth_to_space_ : movement {
  static constexpr std::string_view word = "depth_to_space";
  static constexpr int size = attribute_or<block_size>({0}, Attributes...).count;

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& x = inputs[0].tensor;
    if (!is_image(x.extents))
      return refuse(
          "tenon: depth_to_space takes (rows, columns, channels), with or without a batch; reshape its input");
    image made = image_of(x.extents);
    if (size < 1 || made.channels % (size * size) != 0)
      return refuse("tenon: the block of depth_to_space does not divide the channels; let size * size divide them");
    made.rows *= size;
    made.columns *= size;
    made.channels /= size * size;
    return accept(x.type, shape_of_image(made, x.extents), inputs[0].code);
  }

  static constexpr bool is_identity(std::span<const edge_type>) noexcept { return size == 1; }

  static constexpr shape walk(const shape& extents) noexcept { return extents_by_pixel(blocks_of(extents)); }
  static constexpr strided view(const shape& extents) noexcept {
    return other_order(extents_by_block(blocks_of(extents)));
  }

 private:
  static constexpr block_image blocks_of(const shape& extents) noexcept {
    const image x = image_of(extents);
    return {x.batch, x.rows, x.columns, size, x.channels / (size * size)};
  }
};

/// Channels to pixels: `depth_to_space<"larger", block_size{2}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, depth_to_space_<Attributes...>> depth_to_space{};

}  // namespace tenon::op
