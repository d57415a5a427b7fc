// SPDX-License-Identifier: Apache-2.0
// dequantize on an OpenCL device against the reference.
#include <tenon/backend/adreno/dequantize.hpp>
#include <tenon/backend/reference/dequantize.hpp>

#include "backend/adreno/held_to_reference.hpp"

using namespace tenon;
using namespace tenon_test;

TEST_CASE("dequantize has the reference's numbers") {
  CHECK(differences_on_device(real_cases<op::dequantize_<>, 0, tensor<i8, 5, 12>::value>{}) == 0);
  CHECK(differences_on_device(real_cases<op::dequantize_<>, 0, tensor<i8, 7>::value>{}) == 0);
  CHECK(differences_on_device(real_cases<op::dequantize_<>, 0, tensor<u8, 3, 9>::value>{}) == 0);
}
