// SPDX-License-Identifier: Apache-2.0
// depthwise_conv2d on an OpenCL device against the reference, over drawn windows, multipliers and gaps.
#include <tenon/backend/adreno/depthwise_conv2d.hpp>
#include <tenon/backend/reference/depthwise_conv2d.hpp>

#include "backend/adreno/held_to_reference.hpp"
#include "contract/windows.hpp"

using namespace tenon_test;

namespace {

template <unsigned Seed>
struct drawn {
  static constexpr window_case window = draw_window_case(Seed);
  using cases = all_cases<depthwise_from<tenon::op::depthwise_conv2d_, window>, window.extents(), window.gap>;
};

static_assert(drawn<8>::window.multiplier == 2 && drawn<14>::window.multiplier == 3);

}  // namespace

TEST_CASE("depthwise_conv2d has the reference's int8 bits and is near its real numbers") {
  CHECK(differences_on_device(together<drawn<8>::cases, drawn<13>::cases, drawn<14>::cases>{},
                              terms::summed) == 0);
}
