// SPDX-License-Identifier: Apache-2.0
// reshape, where it has to copy, on an OpenCL device against the reference.
#include <tenon/backend/adreno/reshape.hpp>
#include <tenon/backend/reference/reshape.hpp>
#include <tenon/op/expand_dims.hpp>
#include <tenon/op/flatten.hpp>
#include <tenon/op/reshape.hpp>
#include <tenon/op/squeeze.hpp>

#include "backend/adreno/held_to_reference.hpp"

using namespace tenon;
using namespace tenon_test;

TEST_CASE("a copy has the elements of its input") {
  using cases = together<all_cases<op::reshape_<extents{5, 12}>, shape_of(3, 4, 5)>,
                         all_cases<op::flatten_<>, shape_of(3, 7)>, all_cases<op::squeeze_<axes{1}>, shape_of(3, 1, 7)>,
                         all_cases<op::expand_dims_<axes{0}>, shape_of(3, 7)>>;
  CHECK(differences_on_device(cases{}, terms::single, 2) == 0);
}
