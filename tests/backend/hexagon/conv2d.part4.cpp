// SPDX-License-Identifier: Apache-2.0
// conv2d on Hexagon: against the reference, over shapes that fill whole vectors.
#include "backend/hexagon/contracts.hpp"

#include <tenon/backend/hexagon/conv2d.hpp>
#include <tenon/backend/reference/conv2d.hpp>

#include "contract/windows.hpp"

using namespace tenon_test;

namespace {

inline constexpr window_case padded{{1, 3, 37, 32}, {{3, 3}, {1, 1}, {1, 1}, tenon::same_padding}, 64};
inline constexpr window_case pointwise{{1, 5, 9, 64}, {{1, 1}, {1, 1}, {1, 1}, {}}, 128};
inline constexpr window_case three_vectors{{1, 4, 4, 8}, {{2, 2}, {2, 2}, {1, 1}, {}}, 224, 1, 1, false, 3};

template <window_case Case>
void check_conv2d(unsigned seed) {
  check_on_hexagon<conv2d_from<tenon::op::conv2d_, Case>, Case.extents(), Case.gap>(seed);
}

}  // namespace

TEST_CASE("conv2d over whole vectors of channels") {
  check_conv2d<padded>(1);
  check_conv2d<pointwise>(2);
  check_conv2d<three_vectors>(3);
}
