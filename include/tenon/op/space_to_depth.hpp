// SPDX-License-Identifier: Apache-2.0
// space_to_depth: pixels become channels.
#pragma once

#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/blocks.hpp>

namespace tenon::op {

/// Makes one pixel of each block of size x size pixels: y[r, c, (i * size + j) * channels + k] =
/// x[r * size + i, c * size + j, k]. Attribute: `block_size{size}`. Rule: TFLite SPACE_TO_DEPTH, ONNX SpaceToDepth.
template <auto... Attributes>
struct space_to_depth_ : moves_blocks<space_to_depth_<Attributes...>, Attributes...> {
  static constexpr std::string_view word = "space_to_depth";
  static constexpr std::string_view fault_of_input =
      "tenon: space_to_depth takes (rows, columns, channels), with or without a batch; reshape its input";
  static constexpr std::string_view fault_of_block =
      "tenon: the block of space_to_depth does not divide rows and columns; let size divide both";
  using moves_blocks<space_to_depth_, Attributes...>::size;

  static constexpr bool fits(const image& x) noexcept { return x.rows % size == 0 && x.columns % size == 0; }
  static constexpr image resized(const image& x) noexcept {
    return {x.batch, x.rows / size, x.columns / size, x.channels * size * size};
  }

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
