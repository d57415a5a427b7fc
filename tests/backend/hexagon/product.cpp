// SPDX-License-Identifier: Apache-2.0
// conv2d on Hexagon: against the reference, over drawn shapes; and how many pixels a tile takes.
#include <tenon/backend/hexagon/product.hpp>

#include "backend/hexagon/contracts.hpp"

#include <tenon/backend/hexagon/conv2d.hpp>
#include <tenon/backend/reference/conv2d.hpp>

#include "contract/windows.hpp"

using namespace tenon_test;

TEST_CASE("conv2d over drawn shapes") {
  for_each_seed<8, 4>([]<unsigned Seed>() {
    constexpr window_case drawn = draw_grouped_case(Seed);
    check_on_hexagon<conv2d_from<tenon::op::conv2d_, drawn>, drawn.extents(), drawn.gap>(Seed);
  });
}

TEST_CASE("tiles fit the registers, whatever the run") {
  for (const int vectors : {1, 2, 4})
    for (int pixels = 1; pixels < 70; ++pixels)
      for (const int words : {1, 9, 288}) {
        const int count = tenon::hexagon_kernels::detail::pixels_of_tile(pixels, vectors, words);
        CHECK((count > 0 && count * vectors <= 24 && count * vectors % 4 == 0));
      }
  CHECK(tenon::hexagon_kernels::detail::pixels_of_tile(6, 4, 100) == 6);
  CHECK(tenon::hexagon_kernels::detail::pixels_of_tile(1, 4, 100) == 1);
}
