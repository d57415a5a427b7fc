// SPDX-License-Identifier: Apache-2.0
// The packets that Hexagon's kernels take on layers that others have published or measured numbers for.
#include "measure.hpp"

#include <tenon/backend/hexagon/conv2d.hpp>
#include <tenon/backend/hexagon/depthwise_conv2d.hpp>
#include <tenon/backend/hexagon/pairwise.hpp>
#include <tenon/backend/hexagon/reorder.hpp>
#include <tenon/op/add.hpp>

using namespace tenon;
using namespace tenon_bench;

namespace {

constexpr storage_order planes = hexagon_kernels::channel_planes;
template <class Operator, tenon::shape Input>
using in_planes = stored_call<Operator, planes, planes, Input>;
using pixel_by_pixel = op::conv2d_<filters{128}, window{1, 1}>;
using around_pixels = op::depthwise_conv2d_<window{3, 3}, same_padding>;

template <class Case>
void measure_linear(std::string_view name, bool relu) noexcept {
  static typename Case::parameters numbers;
  static typename Case::kernel::packed packed;
  fill_linear(numbers, relu);
  packed = Case::kernel::pack(numbers);
  measure<Case>(name, packed, std::int64_t{Case::result.size()} * Case::parameters::taps);
}

template <storage_order From, storage_order To, tenon::shape Image>
void measure_conversion(std::string_view name) noexcept {
  measure<stored_call<op::reorder_<>, To, From, Image>>(name, op::reorder_parameters{3}, 0);
}

template <class Case>
void measure_sum(std::string_view name) noexcept {
  static constexpr auto packed = [] {
    const edge_type terms[]{{Case::edges[0].tensor, {0.043171f, -7}},
                            {Case::edges[1].tensor, {0.031297f, 12}}};
    return Case::kernel::pack(op::prepare_sum<q31_rule>({}, terms, {Case::result, {0.052313f, -3}}));
  }();
  measure<Case>(name, packed, 0);
}

}  // namespace

int main() {
  fill_inputs();
  using pointwise = measured_call<pixel_by_pixel, shape_of(56, 56, 64)>;
  using three_by_three =
      measured_call<op::conv2d_<filters{64}, window{3, 3}, same_padding>, shape_of(56, 56, 64)>;
  measure_linear<pointwise>("conv2d_1x1_56x56x64_128", false);
  measure_linear<pointwise>("conv2d_1x1_56x56x64_128_relu", true);
  measure_linear<three_by_three>("conv2d_3x3_56x56x64_64", false);
  measure_linear<in_planes<pixel_by_pixel, shape_of(56, 56, 64)>>("conv2d_1x1_56x56x64_128_planes", false);
  measure_linear<in_planes<around_pixels, shape_of(56, 56, 128)>>("depthwise_conv2d_3x3_56x56x128", false);
  measure_linear<in_planes<around_pixels, shape_of(56, 56, 128)>>("depthwise_conv2d_3x3_56x56x128_relu", true);
  measure_linear<measured_call<around_pixels, shape_of(56, 56, 128)>>("depthwise_conv2d_3x3_56x56x128_rows", false);
  measure_conversion<row_major, planes, shape_of(56, 56, 128)>("rows_to_planes_56x56x128");
  measure_conversion<planes, row_major, shape_of(56, 56, 128)>("planes_to_rows_56x56x128");
  measure_linear<in_planes<around_pixels, shape_of(112, 112, 32)>>("depthwise_conv2d_3x3_112x112x32", false);
  measure_linear<measured_call<around_pixels, shape_of(112, 112, 32)>>("depthwise_conv2d_3x3_112x112x32_rows", false);
  measure_conversion<row_major, planes, shape_of(112, 112, 32)>("rows_to_planes_112x112x32");
  measure_conversion<planes, row_major, shape_of(112, 112, 32)>("planes_to_rows_112x112x32");
  measure_sum<measured_call<op::add_<>, shape_of(784, 128), shape_of(784, 128)>>("add");
  return 0;
}
