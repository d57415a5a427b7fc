// SPDX-License-Identifier: Apache-2.0
// softmax on an OpenCL device against the reference.
#include <tenon/backend/adreno/softmax.hpp>
#include <tenon/backend/reference/softmax.hpp>

#include "backend/adreno/held_to_reference.hpp"

using namespace tenon;
using namespace tenon_test;

TEST_CASE("softmax has the reference's int8 bits and is near its real numbers") {
  using cases = together<
      all_cases<op::softmax_<>, shape_of(3, 10)>, all_cases<op::softmax_<beta{2.5f}>, shape_of(2, 2, 33)>,
      all_cases<op::softmax_<>, shape_of(1)>, integer_cases<op::softmax_<>, 0, tensor<i8, 5000>::value>>;
  CHECK(differences_on_device(cases{}) == 0);
}
