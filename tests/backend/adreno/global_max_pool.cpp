// SPDX-License-Identifier: Apache-2.0
// global_max_pool, reduce_max and reduce_min on an OpenCL device against the reference.
#include <tenon/backend/adreno/global_max_pool.hpp>
#include <tenon/backend/reference/folding.hpp>
#include <tenon/backend/reference/global_max_pool.hpp>

#include "backend/adreno/held_to_reference.hpp"

using namespace tenon;
using namespace tenon_test;

TEST_CASE("global_max_pool has the reference's values") {
  using cases = together<all_cases<op::global_max_pool_<>, shape_of(2, 7, 3, 9)>,
                         all_cases<op::global_max_pool_<>, shape_of(1, 1, 4)>,
                         all_cases<op::reduce_max_<axes{1}>, shape_of(3, 5, 2)>, all_cases<op::reduce_min_<>, shape_of(3, 5)>>;
  CHECK(differences_on_device(cases{}) == 0);
}
