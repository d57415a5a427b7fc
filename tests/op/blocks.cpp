// SPDX-License-Identifier: Apache-2.0
// Blocks of pixels: the two orders of memory, and that each walk over the other's meets every element once.
#include <tenon/op/blocks.hpp>

#include <array>
#include <cstddef>

namespace {

using namespace tenon;

constexpr op::block_image blocks{2, 3, 2, 2, 5};
constexpr shape by_block = op::extents_by_block(blocks);
constexpr shape by_pixel = op::extents_by_pixel(blocks);
static_assert(by_block == shape_of(2, 3, 2, 2, 2, 5) && by_pixel == shape_of(2, 3, 2, 2, 2, 5));
static_assert(op::extents_by_block({1, 4, 7, 3, 1}) == shape_of(1, 4, 7, 3, 3, 1));
static_assert(op::extents_by_pixel({1, 4, 7, 3, 1}) == shape_of(1, 4, 3, 7, 3, 1));
static_assert(blocks.row_of_pixels() == 20);

constexpr bool meets_all(const shape& held_as, const shape& walked) {
  const op::strided view = op::other_order(held_as);
  std::array<bool, 240> met{};
  for (int row = 0; row < op::row_count(walked); ++row)
    for (int i = 0; i < op::row_length(walked); ++i) {
      const auto at = static_cast<std::size_t>(view.row_start(walked, row) + i * view.row_step(walked));
      if (at >= met.size() || met[at]) return false;
      met[at] = true;
    }
  return true;
}
static_assert(meets_all(by_block, by_pixel) && meets_all(by_pixel, by_block));

}  // namespace
