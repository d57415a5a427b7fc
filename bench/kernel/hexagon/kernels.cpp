// SPDX-License-Identifier: Apache-2.0
// The packets that Hexagon's kernels take on layers that others have published or measured numbers for.
#include "measure.hpp"

#include <tenon/backend/hexagon/conv2d.hpp>
#include <tenon/backend/hexagon/depthwise_conv2d.hpp>
#include <tenon/backend/hexagon/pairwise.hpp>
#include <tenon/op/add.hpp>

using namespace tenon;
using namespace tenon_bench;

namespace {

template <class Case>
void measure_linear(std::string_view name, bool relu) noexcept {
  static typename Case::parameters numbers;
  static typename Case::kernel::packed packed;
  fill_linear(numbers, relu);
  packed = Case::kernel::pack(numbers);
  measure<Case>(name, packed, std::int64_t{Case::result.size()} * Case::parameters::taps);
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
  using pointwise = measured_call<op::conv2d_<filters{128}, window{1, 1}>, shape_of(56, 56, 64)>;
  using three_by_three =
      measured_call<op::conv2d_<filters{64}, window{3, 3}, same_padding>, shape_of(56, 56, 64)>;
  measure_linear<pointwise>("conv2d_1x1_56x56x64_128", false);
  measure_linear<pointwise>("conv2d_1x1_56x56x64_128_relu", true);
  measure_linear<three_by_three>("conv2d_3x3_56x56x64_64", false);
  using depthwise = measured_call<op::depthwise_conv2d_<window{3, 3}, same_padding>, shape_of(56, 56, 128)>;
  measure_linear<depthwise>("depthwise_conv2d_3x3_56x56x128", false);
  measure_linear<depthwise>("depthwise_conv2d_3x3_56x56x128_relu", true);
  measure_sum<measured_call<op::add_<>, shape_of(784, 128), shape_of(784, 128)>>("add");
  return 0;
}
