// SPDX-License-Identifier: Apache-2.0
// pad on an OpenCL device against the reference, on elements of each size.
#include <tenon/backend/adreno/pad.hpp>
#include <tenon/backend/reference/pad.hpp>

#include "backend/adreno/held_to_reference.hpp"

using namespace tenon;
using namespace tenon_test;

TEST_CASE("what is added, and what is not, is the reference's") {
  using every_axis = op::pad_<before{1, 0, 2}, after{0, 1, 0}, fill{1.5f}>;
  using cases = together<
      all_cases<op::pad_<padding{1, 2, 0, 3}>, shape_of(2, 3, 5)>, all_cases<every_axis, shape_of(3, 4, 5)>,
      type_list<device_case<plain_adreno, every_axis, rounding::tflite, 0, tensor<i16, 2, 1, 3>::value>>>;
  CHECK(differences_on_device(cases{}, terms::single, 3) == 0);
}
