// SPDX-License-Identifier: Apache-2.0
// transpose, slice and blocks of pixels on an OpenCL device against the reference, on elements of each size.
#include <tenon/backend/adreno/movement.hpp>
#include <tenon/backend/reference/movement.hpp>
#include <tenon/op/depth_to_space.hpp>
#include <tenon/op/slice.hpp>
#include <tenon/op/space_to_depth.hpp>
#include <tenon/op/transpose.hpp>

#include "backend/adreno/held_to_reference.hpp"

using namespace tenon;
using namespace tenon_test;

namespace {

template <class Operator, int... Extents>
using moved =
    type_list<device_case<plain_adreno, Operator, rounding::tflite, 0, tensor<i8, Extents...>::value>,
              device_case<plain_adreno, Operator, rounding::tflite, 0, tensor<i16, Extents...>::value>,
              device_case<plain_adreno, Operator, rounding::tflite, 2, tensor<i32, Extents...>::value>,
              device_case<half_adreno, Operator, rounding::tflite, 2, tensor<f32, Extents...>::value>>;

}  // namespace

TEST_CASE("elements go where the reference puts them") {
  using cases = together<moved<op::transpose_<permutation{2, 0, 1}>, 3, 4, 5>, moved<op::transpose_<>, 7, 2>,
                         moved<op::slice_<begin{2, 0, 1}, tenon::end{-10, 3, 5}, strides{-1, 2, 1}>, 3, 4, 5>,
                         moved<op::slice_<begin{5}, tenon::end{1}, strides{-2}>, 6>,
                         moved<op::depth_to_space_<block_size{2}>, 2, 3, 8>,
                         moved<op::space_to_depth_<block_size{2}>, 2, 4, 3>>;
  CHECK(differences_on_device(cases{}, terms::single, 2) == 0);
}
