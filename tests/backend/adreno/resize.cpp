// SPDX-License-Identifier: Apache-2.0
// resize on an OpenCL device against the reference, under every rule of sampling.
#include <tenon/backend/adreno/resize.hpp>
#include <tenon/backend/reference/resize.hpp>

#include "backend/adreno/held_to_reference.hpp"

using namespace tenon;
using namespace tenon_test;

namespace {

template <auto... Attributes>
using resized = together<all_cases<op::resize_<image_size{7, 3}, Attributes...>, shape_of(3, 4, 5)>,
                         all_cases<op::resize_<image_size{2, 9}, Attributes...>, shape_of(2, 3, 4, 8)>>;

}  // namespace

TEST_CASE("nearest pixels are the reference's") {
  CHECK(differences_on_device(together<resized<>, resized<half_pixel>, resized<align_corners>>{},
                              terms::single, 2) == 0);
}

TEST_CASE("mixed pixels have the reference's int8 bits and are near its real numbers") {
  using cases = together<resized<bilinear>, resized<bilinear, half_pixel>, resized<bilinear, align_corners>>;
  CHECK(differences_on_device(cases{}, terms::summed, 3) == 0);
}
