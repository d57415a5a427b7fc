// SPDX-License-Identifier: Apache-2.0
// transposed_conv2d on an OpenCL device against the reference: strides, groups, dilation and rows that only get a bias.
#include <tenon/backend/adreno/transposed_conv2d.hpp>
#include <tenon/backend/reference/transposed_conv2d.hpp>

#include "backend/adreno/held_to_reference.hpp"

using namespace tenon;
using namespace tenon_test;

TEST_CASE("transposed convolutions have the reference's int8 bits and are near its real numbers") {
  using doubled = op::transposed_conv2d_<filters{5}, window{3, 3}, stride{2, 2}, same_padding>;
  using grouped = op::transposed_conv2d_<filters{6}, window{2, 3}, dilation{2, 1}, groups{2}, padding{0, -2, 1, 0}>;
  using cases = together<all_cases<doubled, shape_of(2, 3, 4, 7)>, all_cases<grouped, shape_of(4, 5, 4), 3>>;
  CHECK(differences_on_device(cases{}, terms::summed) == 0);
}
