// SPDX-License-Identifier: Apache-2.0
// Dot products: conv2d and dense with them have the reference's int8 bits, whatever the zero points and the padding are.
#include <tenon/backend/adreno/dots.hpp>

#include <tenon/backend/adreno/conv2d.hpp>
#include <tenon/backend/adreno/dense.hpp>
#include <tenon/backend/reference/conv2d.hpp>
#include <tenon/backend/reference/dense.hpp>

#include "backend/adreno/held_to_reference.hpp"

using namespace tenon;
using namespace tenon_test;

namespace {

using dotted = adreno<a740, integer_dot_product::on>;

template <class Operator, class Rounding, int Gap, int... Extents>
using case_of = device_case<dotted, Operator, Rounding, Gap, tensor<i8, Extents...>::value>;

using padded = op::conv2d_<filters{12}, window{3, 3}, stride{1, 2}, same_padding>;
using pixels = op::conv2d_<filters{5}, window{1, 1}>;
using grouped = op::conv2d_<filters{8}, window{2, 3}, groups{2}, padding{1, 0, 0, 2}>;
using uneven = op::conv2d_<filters{8}, window{3, 3}>;

static_assert(kernel<dotted, case_of<padded, rounding::tflite, 0, 5, 7, 8>::type>::dots);
static_assert(!kernel<dotted, case_of<uneven, rounding::tflite, 0, 5, 7, 6>::type>::dots);
static_assert(!kernel<adreno<a740>, case_of<padded, rounding::tflite, 0, 5, 7, 8>::type>::dots);

using numbers = op::linear_parameters<i8, float32_rule, 2, 8>;
constexpr numbers given = [] {
  numbers made;
  for (std::size_t i = 0; i < 16; ++i) made.kernel[i] = static_cast<std::int8_t>(i);
  made.bias = {100, 200};
  made.input_zero_point = -3;
  made.kernel_zero_point = 2;
  return made;
}();
constexpr auto packed_numbers = adreno_kernels::dot_layer<numbers>::pack<2>(given);
static_assert(packed_numbers.kernel == std::array<std::int8_t, 16>{0, 1, 2, 3, 8, 9, 10, 11, 4, 5, 6, 7, 12, 13, 14, 15});
static_assert(packed_numbers.bias == std::array<std::int32_t, 2>{100 + 3 * (28 - 16), 200 + 3 * (92 - 16)});
static_assert(packed_numbers.padding == 0xfdfdfdfdu);

}  // namespace

TEST_CASE("conv2d by dot products has the reference's bits") {
  using cases = type_list<case_of<padded, rounding::tflite, 3, 5, 7, 8>, case_of<padded, rounding::float32, 0, 2, 4, 4, 4>,
                          case_of<pixels, rounding::tflite, 0, 3, 3, 16>, case_of<grouped, rounding::tflite, 1, 4, 4, 24>,
                          case_of<uneven, rounding::tflite, 0, 5, 7, 6>>;
  CHECK(differences_on_device(cases{}, terms::single, 12) == 0);
}

TEST_CASE("dense by dot products has the reference's bits") {
  using cases = type_list<case_of<op::dense_<units{10}>, rounding::tflite, 2, 3, 64>, case_of<op::dense_<units{3}>, rounding::float32, 0, 4>,
                          case_of<op::dense_<units{4}>, rounding::tflite, 0, 7>>;
  CHECK(differences_on_device(cases{}, terms::single, 12) == 0);
}
