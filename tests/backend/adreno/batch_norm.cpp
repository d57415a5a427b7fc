// SPDX-License-Identifier: Apache-2.0
// batch_norm on an OpenCL device against the reference.
#include <tenon/backend/adreno/batch_norm.hpp>
#include <tenon/backend/reference/batch_norm.hpp>

#include "backend/adreno/held_to_reference.hpp"

using namespace tenon;
using namespace tenon_test;

TEST_CASE("batch_norm has the reference's int8 bits and is near its real numbers") {
  using cases =
      together<all_cases<op::batch_norm_<>, shape_of(3, 2, 12)>, all_cases<op::batch_norm_<>, shape_of(5, 7)>>;
  CHECK(differences_on_device(cases{}, terms::summed) == 0);
}
