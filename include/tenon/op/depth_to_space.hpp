// SPDX-License-Identifier: Apache-2.0
// depth_to_space: channels become pixels.
#pragma once

#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/blocks.hpp>

namespace tenon::op {

/// Spreads size * size groups of channels over a block of size x size pixels: y[r * size + i, c * size + j, k] =
/// x[r, c, (i * size + j) * channels + k]. Attribute: `block_size{size}`. Rule: TFLite DEPTH_TO_SPACE, ONNX
/// DepthToSpace (DCR).
template <auto... Attributes>
struct depth_to_space_ : moves_blocks<depth_to_space_<Attributes...>, Attributes...> {
  static constexpr std::string_view word = "depth_to_space";
  static constexpr std::string_view fault_of_input =
      "tenon: depth_to_space takes (rows, columns, channels), with or without a batch; reshape its input";
  static constexpr std::string_view fault_of_block =
      "tenon: the block of depth_to_space does not divide the channels; let size * size divide them";
  using moves_blocks<depth_to_space_, Attributes...>::size;

  static constexpr bool fits(const image& x) noexcept { return x.channels % (size * size) == 0; }
  static constexpr image resized(const image& x) noexcept {
    return {x.batch, x.rows * size, x.columns * size, x.channels / (size * size)};
  }

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
