// SPDX-License-Identifier: Apache-2.0
// depthwise_conv2d on Hexagon: against the reference, over shapes that fill whole vectors.
#include <tenon/backend/hexagon/depthwise_rows.hpp>

#include "backend/hexagon/contracts.hpp"

#include <tenon/backend/hexagon/depthwise_conv2d.hpp>
#include <tenon/backend/reference/depthwise_conv2d.hpp>

#include "contract/windows.hpp"

using namespace tenon_test;

namespace {

inline constexpr window_case padded{{1, 5, 4, 128}, {{3, 3}, {1, 1}, {1, 1}, tenon::same_padding}, 1, 1, 1, false, 2};
inline constexpr window_case two_vectors{{1, 4, 3, 256}, {{2, 3}, {1, 1}, {1, 1}, {1, 0, 2, 2}}};
inline constexpr window_case part_of_a_vector{{1, 6, 5, 64}, {{3, 3}, {1, 1}, {1, 1}, tenon::same_padding}};
inline constexpr window_case strided{{1, 7, 7, 128}, {{5, 3}, {2, 2}, {1, 1}, tenon::same_padding}};

template <window_case Case>
void check_depthwise(unsigned seed) {
  check_on_hexagon<depthwise_from<tenon::op::depthwise_conv2d_, Case>, Case.extents(), Case.gap>(seed);
}

}  // namespace

TEST_CASE("depthwise_conv2d over whole vectors of channels") {
  check_depthwise<padded>(1);
  check_depthwise<two_vectors>(2);
  check_depthwise<part_of_a_vector>(3);
  check_depthwise<strided>(4);
}
