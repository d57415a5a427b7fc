// SPDX-License-Identifier: Apache-2.0
// Dot products: conv2d and dense with them have the reference's int8 bits, whatever the zero points and the
// padding are.
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
static_assert(packed_numbers.kernel ==
              std::array<std::int8_t, 16>{0, 1, 2, 3, 8, 9, 10, 11, 4, 5, 6, 7, 12, 13, 14, 15});
static_assert(packed_numbers.bias == std::array<std::int32_t, 2>{100 + 3 * (28 - 16), 200 + 3 * (92 - 16)});
static_assert(packed_numbers.padding == 0xfdfdfdfdu);

}  // namespace

TEST_CASE("conv2d by dot products has the reference's bits") {
  using cases = type_list<
      case_of<padded, rounding::tflite, 3, 5, 7, 8>, case_of<padded, rounding::float32, 0, 2, 4, 4, 4>,
      case_of<pixels, rounding::tflite, 0, 3, 3, 16>, case_of<grouped, rounding::tflite, 1, 4, 4, 24>,
      case_of<uneven, rounding::tflite, 0, 5, 7, 6>>;
  CHECK(differences_on_device(cases{}, terms::single, 12) == 0);
}

TEST_CASE("dense by dot products has the reference's bits") {
  using cases = type_list<case_of<op::dense_<units{10}>, rounding::tflite, 2, 3, 64>,
                          case_of<op::dense_<units{3}>, rounding::float32, 0, 4>,
                          case_of<op::dense_<units{4}>, rounding::tflite, 0, 7>>;
  CHECK(differences_on_device(cases{}, terms::single, 12) == 0);
}

TEST_CASE("the text of a convolution by dot products, word for word") {
  using op = op::conv2d_<filters{2}, window{3, 1}, padding{1, 0, 0, 0}>;
  using called = case_of<op, rounding::tflite, 0, 4, 3, 8>::type;
  CHECK(adreno_kernels::source_of<kernel<dotted, called>>.view() == R"(typedef struct {
  uint weights[12];
  int bias[2];
  q31_factor factors[2];
  uint padding;
  int kernel_zero_point;
  int output_zero_point;
  int low;
  int high;
} numbers_of_$kernel;

__kernel void $kernel(
  __global const uchar* x_memory, const int x_at,
  __global uchar* y_memory, const int y_at,
  __global const uchar* w_memory, const int w_at
) {
  __global const char* x = (__global const char*)(x_memory + x_at);
  __global char* y = (__global char*)(y_memory + y_at);
  __global const numbers_of_$kernel* w = (__global const numbers_of_$kernel*)(w_memory + w_at);
  const int o = get_global_id(0) * 2;
  const int column = get_global_id(1);
  const int row = get_global_id(2);
  if (o >= 2 || column >= 3 || row >= 3) return;
  const int to = (row * 3 + column) * 2 + o;
  __global const uint* weights = w->weights + o * 6;
  uint2 sum = as_uint2(vload2(0, w->bias + o));
  int values = 0;
  for (int i = 0; i < 3; ++i) {
    const int from_row = row + i - 1;
    const bool row_inside = from_row >= 0 && from_row < 4;
    const int from_column = column;
    const bool inside = row_inside;
    const int from = (from_row * 3 + from_column) * 8;
    const int tap = i * 8;
    for (int k = 0; k < 8; k += 4) {
      const uint value = inside ? as_uint(vload4(0, x + from + k)) : w->padding;
      const uint2 four = vload2((tap + k) / 4, weights);
      values += dot_int8(value, 0x01010101u);
      sum += as_uint2((int2)(dot_int8(value, four.s0), dot_int8(value, four.s1)));
    }
  }
  sum -= as_uint(w->kernel_zero_point) * as_uint(values);
  const char2 result = (char2)(
    store_int8(scale_q31(as_int(sum.s0), w->factors[o]), w->output_zero_point, w->low, w->high),
    store_int8(scale_q31(as_int(sum.s1), w->factors[o + 1]), w->output_zero_point, w->low, w->high)
  );
  vstore2(result, 0, y + to);
}
)");
}
