// SPDX-License-Identifier: Apache-2.0
// dense on an OpenCL device against the reference, over drawn shapes and gaps.
#include <tenon/backend/adreno/dense.hpp>
#include <tenon/backend/reference/dense.hpp>

#include "backend/adreno/held_to_reference.hpp"
#include "contract/windows.hpp"

using namespace tenon;
using namespace tenon_test;

namespace {

template <unsigned Seed>
struct drawn {
  static constexpr dense_case layer = draw_dense_case(Seed);
  using cases = all_cases<op::dense_<units{layer.units}>, layer.extents, layer.gap>;
};

}  // namespace

TEST_CASE("dense has the reference's int8 bits and is near its real numbers") {
  CHECK(differences_on_device(together<drawn<0>::cases, drawn<1>::cases, drawn<2>::cases, drawn<5>::cases>{}, terms::summed) == 0);
}
