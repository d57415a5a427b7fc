// SPDX-License-Identifier: Apache-2.0
// mean, global_average_pool and reduce_sum on an OpenCL device against the reference.
#include <tenon/backend/adreno/mean.hpp>
#include <tenon/backend/reference/folding.hpp>
#include <tenon/backend/reference/mean.hpp>

#include "backend/adreno/held_to_reference.hpp"

using namespace tenon;
using namespace tenon_test;

TEST_CASE("means have the reference's int8 bits and are near its real numbers") {
  using cases = together<all_cases<op::mean_<axes{0, 2}>, shape_of(3, 4, 5, 6)>,
                         all_cases<op::mean_<axes{1}>, shape_of(2, 17)>,
                         all_cases<op::mean_<axes{0, 1}, keep_axes{true}>, shape_of(3, 5)>,
                         all_cases<op::global_average_pool_<>, shape_of(2, 7, 3, 9)>,
                         all_cases<op::reduce_sum_<axes{1}>, shape_of(3, 5, 2)>>;
  CHECK(differences_on_device(cases{}, terms::summed) == 0);
}
