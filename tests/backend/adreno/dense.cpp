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

using textured = adreno<a640, weight_storage::image2d>;
using wide = op::dense_<units{12}>;
using in_texture = device_case<textured, wide, rounding::tflite, 2, tensor<f32, 3, 13>::value>;
static_assert(kernel<textured, in_texture::type>::image.height == 3);

TEST_CASE("dense from a texture makes the same sums") {
  CHECK(differences_on_device(type_list<in_texture>{}, terms::summed) == 0);
}

TEST_CASE("dense has the reference's int8 bits and is near its real numbers") {
  CHECK(differences_on_device(together<drawn<0>::cases, drawn<1>::cases, drawn<2>::cases, drawn<5>::cases>{},
                              terms::summed) == 0);
}
