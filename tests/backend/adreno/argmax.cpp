// SPDX-License-Identifier: Apache-2.0
// argmax on an OpenCL device against the reference: of equal values the first.
#include <tenon/backend/adreno/argmax.hpp>
#include <tenon/backend/reference/argmax.hpp>

#include "backend/adreno/held_to_reference.hpp"

using namespace tenon;
using namespace tenon_test;

namespace {

template <element Type, int Axis, int... Extents>
using case_of =
    device_case<plain_adreno, op::argmax_<axis{Axis}>, rounding::tflite, 0, tensor<Type, Extents...>::value>;

}  // namespace

TEST_CASE("argmax has the reference's indices, on values of which many are equal") {
  using cases =
      type_list<case_of<i8, -1, 3, 17>, case_of<i8, 1, 2, 6, 5>, case_of<f32, 0, 9, 2>, case_of<f32, -1, 12>>;
  CHECK(differences_on_device(cases{}, terms::single, 12) == 0);
}
