// SPDX-License-Identifier: Apache-2.0
// conv2d on the kryo backend: its variants and their scratch memory, groups, batches, rows with gaps.
#include <tenon/backend/kryo/conv2d.hpp>

#include "backend/kryo/by_definition.hpp"
#include "op/call_on.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <vector>

namespace {

using namespace tenon;
using namespace tenon_test;

using patches = variant_of<kryo, packed_gemm>;
using windows = variant_of<kryo, direct>;

template <class Operator, tensor_type Input, int Pitch = 0>
using call_of =
    call<Operator, rounding::tflite,
         operand{one_call<void, Operator, rounding::tflite, Input>::result, Pitch}, operand{Input}>;

// Two groups of three channels make five outputs each; the taps are spread.
using grouped =
    op::conv2d_<filters{10}, groups{2}, window{2, 3}, dilation{2, 1}, stride{1, 2}, padding{1, 2, 1, 0}>;
constexpr tensor_type image = tensor<i8, 2, 4, 5, 6>::value;
using on_image = call_of<grouped, image>;

static_assert(kernel<kryo, on_image>::variant == "packed_gemm");
static_assert(kernel<patches, on_image>::variant == "packed_gemm");
static_assert(kernel<windows, on_image>::variant == "direct");
static_assert(std::is_same_v<kernel<kryo, on_image>::packed, kernel<patches, on_image>::packed>);

using reals = call_of<grouped, tensor<f32, 2, 4, 5, 6>::value>;
static_assert(kernel<kryo, reals>::variant == "packed_gemm");
static_assert(!has_kernel<windows, reals>, "the direct variant is one of integers");
static_assert(!has_kernel<kryo, call_of<grouped, tensor<u8, 2, 4, 5, 6>::value>>);

// By itself kryo stages lines where windows overlap in them.
using overlapping = op::conv2d_<filters{3}, window{3, 3}, stride{2, 2}, same_padding>;
static_assert(kernel<kryo, call_of<overlapping, image>>::variant == "direct");
static_assert(kernel<kryo, call_of<overlapping, tensor<f32, 4, 5, 6>::value>>::variant == "packed_gemm");
static_assert(kernel<kryo, call_of<op::conv2d_<filters{3}, window{4, 5}>, image>>::variant == "packed_gemm",
              "there is one window");

// Both variants, as an instruction set without rounding of depth needs them: one tile of patches, the lines that a
// window reaches over.
template <class Variant, class Call>
constexpr std::size_t scratch_of = kernel<variant_of<kryo_on<isa::scalar>, Variant>, Call>::scratch;
static_assert(scratch_of<packed_gemm, on_image> == 4 * 18);
static_assert(scratch_of<direct, on_image> == 3 * 6 * 3);
using pointwise = call_of<op::conv2d_<filters{10}, groups{2}, window{1, 1}>, image>;
static_assert(scratch_of<packed_gemm, pointwise> == 0, "pixels are read where they are");
static_assert(scratch_of<direct, pointwise> == 5 * 3);

/// One group of a grouped convolution: its channels of the image, its weights.
template <class Call>
constexpr window_geometry group_geometry = kernel<kryo, Call>::geometry;
static_assert(group_geometry<on_image>.channels == 3 && group_geometry<on_image>.pixel_pitch == 6);
static_assert(group_geometry<on_image>.output_rows == 5 && group_geometry<on_image>.output_columns == 2);
static_assert(group_geometry<on_image>.top == 1 && group_geometry<on_image>.left == 1);
static_assert(group_geometry<on_image>.row_spread == 2 && group_geometry<on_image>.column_step == 2);

/// The parameters of one group alone.
template <int GroupOutputs, class Parameters>
auto group_of(const Parameters& w, int group) {
  op::linear_parameters<i8, q31_rule, GroupOutputs, Parameters::taps> part{};
  for (std::size_t i = 0; i < std::size_t{GroupOutputs * Parameters::taps}; ++i)
    part.kernel[i] = w.kernel[static_cast<std::size_t>(group * GroupOutputs * Parameters::taps) + i];
  for (std::size_t o = 0; o < std::size_t{GroupOutputs}; ++o) {
    part.bias[o] = w.bias[static_cast<std::size_t>(group * GroupOutputs) + o];
    part.factors[o] = w.factors[static_cast<std::size_t>(group * GroupOutputs) + o];
  }
  part.input_zero_point = w.input_zero_point;
  part.kernel_zero_point = w.kernel_zero_point;
  part.output_zero_point = w.output_zero_point;
  part.low = w.low;
  part.high = w.high;
  return part;
}

/// What all groups of all images give by definition, pixel by pixel.
template <class Call, class Parameters>
std::vector<std::int8_t> grouped_results(const Parameters& w, const tight_array<std::int8_t>& x) {
  constexpr window_geometry g = group_geometry<Call>;
  constexpr int group_count = Call::op::group_count;
  constexpr int outputs = Parameters::outputs / group_count;
  std::vector<std::int8_t> all(static_cast<std::size_t>(Call::y.size()));
  for (int batch = 0; batch < op::image_of(Call::x.extents).batch; ++batch)
    for (int group = 0; group < group_count; ++group) {
      tight_array<std::int8_t> seen(image_size(g));
      const std::size_t from =
          static_cast<std::size_t>(batch) * image_size(g) + static_cast<std::size_t>(group * g.channels);
      for (std::size_t i = 0; i < seen.size() && from + i < x.size(); ++i) seen[i] = x[from + i];
      const auto part = convolved(g, group_of<outputs>(w, group), seen);
      for (int i = 0; i < g.outputs() * outputs; ++i)
        all[static_cast<std::size_t>((batch * g.outputs() + i / outputs) * Parameters::outputs +
                                     group * outputs + i % outputs)] = part[static_cast<std::size_t>(i)];
    }
  return all;
}

/// Wrong results, and writes into gaps, guards or beyond the scratch memory.
template <class Backend, class Operator, tensor_type Input>
int wrong(std::int32_t input_zero_point, std::int32_t kernel_zero_point) {
  using tight = call_of<Operator, Input>;
  constexpr int row = tight::y.extents.from_end(0);
  using called = call_of<Operator, Input, row + 3>;
  using kernel = tenon::kernel<Backend, called>;
  using numbers = typename kernel::parameters;
  const auto w =
      scattered_integers<q31_rule, numbers::outputs, numbers::taps>(input_zero_point, kernel_zero_point);
  const auto x = scattered_image<std::int8_t>(static_cast<std::size_t>(Input.size()));
  const auto packed = kernel::pack(w);
  scratch_memory borrowed(kernel::scratch);
  const int found = wrong_in_rows(grouped_results<tight>(w, x), row, [&](std::int8_t* y, std::ptrdiff_t) {
    kernel::run(packed, borrowed.data(), y, x.data());
  });
  return found + (borrowed.guard_holds() ? 0 : 1);
}

template <class Backend>
void check_variant() {
  CHECK(wrong<Backend, grouped, image>(-128, 0) == 0);
  CHECK(wrong<Backend, grouped, image>(100, -3) == 0);
  CHECK(wrong<Backend, op::conv2d_<filters{6}, groups{6}, window{2, 2}>, image>(5, 0) == 0);
  CHECK(wrong<Backend, op::conv2d_<filters{18}, window{1, 1}>, image>(5, 0) == 0);
}

TEST_CASE("Groups of each image of a batch, in rows with gaps") {
  check_variant<patches>();
  check_variant<windows>();
}

// 1 * 1 + 2 * 3, then 1 * 3 + 2 * 7, and at last nothing on the right of 7.
TEST_CASE("Real numbers") {
  using edge =
      call_of<op::conv2d_<filters{1}, window{1, 2}, padding{0, 0, 0, 1}>, tensor<f32, 1, 3, 1>::value>;
  using kernel = tenon::kernel<kryo, edge>;
  kernel::parameters w{};
  w.kernel = {1, 2};
  w.bias = {0.5f};
  w.low = -100;
  w.high = 16;
  alignas(64) std::array<std::byte, kernel::scratch> borrowed{};
  std::array<float, 3> y{};
  kernel::run(kernel::pack(w), borrowed.data(), y.data(), std::array<float, 3>{1, 3, 7}.data());
  CHECK(y == std::array<float, 3>{7.5f, 16, 7.5f});
}

}  // namespace
