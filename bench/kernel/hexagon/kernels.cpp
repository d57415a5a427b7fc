// SPDX-License-Identifier: Apache-2.0
// The packets that Hexagon's kernels take on layers that others have published or measured numbers for.
#include "measure.hpp"

#include <tenon/backend/hexagon/conv2d.hpp>

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

}  // namespace

int main() {
  fill_inputs();
  using pointwise = measured_call<op::conv2d_<filters{128}, window{1, 1}>, shape_of(56, 56, 64)>;
  using three_by_three = measured_call<op::conv2d_<filters{64}, window{3, 3}, same_padding>, shape_of(56, 56, 64)>;
  measure_linear<pointwise>("conv2d_1x1_56x56x64_128", false);
  measure_linear<pointwise>("conv2d_1x1_56x56x64_128_relu", true);
  measure_linear<three_by_three>("conv2d_3x3_56x56x64_64", false);
  return 0;
}
