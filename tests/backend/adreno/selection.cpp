// SPDX-License-Identifier: Apache-2.0
// gather, mirror_pad and tile on an OpenCL device against the reference, on elements of several sizes; and the text of
// one.
#include <tenon/backend/adreno/selection.hpp>
#include <tenon/backend/reference/selection.hpp>
#include <tenon/op/gather.hpp>
#include <tenon/op/mirror_pad.hpp>
#include <tenon/op/tile.hpp>

#include "backend/adreno/held_to_reference.hpp"

using namespace tenon;
using namespace tenon_test;

namespace {

template <class Operator, int... Extents>
using selected = type_list<device_case<plain_adreno, Operator, rounding::tflite, 0, tensor<i8, Extents...>::value>,
                           device_case<plain_adreno, Operator, rounding::tflite, 0, tensor<i32, Extents...>::value>,
                           device_case<half_adreno, Operator, rounding::tflite, 0, tensor<f32, Extents...>::value>>;

using shuffled = device_case<plain_adreno, op::gather_<axis{1}, indices<3, 0, 0, -1>>, rounding::tflite, 0,
                             tensor<i8, 3, 4, 17>::value>;

}  // namespace

TEST_CASE("slices go where the reference puts them") {
  using cases = together<type_list<shuffled>, selected<op::gather_<axis{-1}, indices<0, 2, 1, 3, 4>>, 7, 5>,
                         selected<op::mirror_pad_<padding{2, 1, 0, 3}>, 2, 4, 5, 3>,
                         selected<op::mirror_pad_<before{5}, after{1}, repeat_edge>, 2>,
                         selected<op::tile_<repeats{2, 1, 3}>, 2, 3, 5>>;
  CHECK(differences_on_device(cases{}, terms::single, 2) == 0);
}

TEST_CASE("where slices come from is a table") {
  constexpr std::string_view text = adreno_kernels::source_of<kernel<plain_adreno, shuffled::type>>.view();
  CHECK(text.starts_with("__constant int sources_of_$kernel_1[4] = {51, 0, 0, 51};\n"));
  CHECK(text.find("  int from = i % 17;\n"
                  "  from += i / 68 * 68;\n"
                  "  from += sources_of_$kernel_1[i / 17 % 4];\n"
                  "  y[i] = x[from];\n") != std::string_view::npos);
}
