// SPDX-License-Identifier: Apache-2.0
// depthwise_conv2d on the kryo backend: golden vectors, its variants, multipliers, batches, rows with gaps.
#include <tenon/backend/kryo/depthwise_conv2d.hpp>

#include "backend/kryo/by_definition.hpp"
#include "golden/depthwise_conv2d.hpp"
#include "op/golden_linear.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace {

using namespace tenon;
using namespace tenon_test;

template <class Operator, tensor_type Input, int Pitch = 0>
using call_of =
    call<Operator, rounding::tflite,
         operand{one_call<void, Operator, rounding::tflite, Input>::result, Pitch}, operand{Input}>;

TEST_CASE("LiteRT's int8 answers") {
  for_each_case<tenon_golden::depthwise_conv2d::cases>([]<class Case>() {
    CHECK(answer_of_linear<kryo, depthwise_of<Case>, rounding::tflite, Case>() == Case::expected);
  });
}

using plain = op::depthwise_conv2d_<window{3, 3}, same_padding>;
using doubled =
    op::depthwise_conv2d_<multiplier{2}, window{2, 3}, dilation{2, 1}, stride{1, 2}, padding{1, 2, 1, 0}>;

using integers = kernel<kryo, call_of<plain, tensor<i8, 4, 5, 7>::value>>;
using reals = kernel<kryo, call_of<plain, tensor<f32, 4, 5, 7>::value>>;
static_assert(integers::variant == "gathered_taps" && integers::scratch == integers::product::scratch);
static_assert(reals::variant == "channels" && reals::scratch == 0);
static_assert(!has_kernel<kryo, call_of<plain, tensor<u8, 4, 5, 7>::value>>);

constexpr window_geometry g =
    kryo_kernels::depthwise_geometry<call_of<doubled, tensor<i8, 2, 4, 5, 7>::value>>;
static_assert(g.input_rows == 4 && g.input_columns == 5 && g.output_rows == 5 && g.output_columns == 2);
static_assert(g.kernel_rows == 2 && g.kernel_columns == 3 && g.row_spread == 2 && g.column_spread == 1);
static_assert(g.row_step == 1 && g.column_step == 2 && g.top == 1 && g.left == 1);
static_assert(g.channels == 7 && g.pixel_pitch == 7);

/// By definition, image by image of a batch.
template <class Call, class Parameters, class Value>
std::vector<Value> results_of_batch(const Parameters& w, const tight_array<Value>& x) {
  constexpr window_geometry geometry = kryo_kernels::depthwise_geometry<Call>;
  std::vector<Value> all;
  for (std::size_t from = 0; from < x.size(); from += image_size(geometry)) {
    tight_array<Value> image(image_size(geometry));
    for (std::size_t i = 0; i < image.size(); ++i) image[i] = x[from + i];
    const auto part = convolved_by_channel(geometry, w, image);
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

/// Wrong results, and writes into gaps or guards.
template <class Backend, class Operator, tensor_type Input, class Parameters>
int wrong(const Parameters& w) {
  constexpr int row = call_of<Operator, Input>::y.extents.from_end(0);
  using called = call_of<Operator, Input, row + 3>;
  using kernel = tenon::kernel<Backend, called>;
  const auto x = scattered_image<storage_t<Input.type>>(static_cast<std::size_t>(Input.size()));
  const auto packed = kernel::pack(w);
  scratch_memory borrowed(kernel::scratch);
  const int wrong = wrong_in_rows(results_of_batch<called>(w, x), row, [&](auto* y, std::ptrdiff_t) {
    kernel::run(packed, borrowed.data(), y, x.data());
  });
  return wrong + (borrowed.guard_holds() ? 0 : 1);
}

template <class Operator, int Channels>
void check() {
  constexpr tensor_type of_integers = tensor<i8, 2, 4, 5, Channels>::value;
  constexpr tensor_type of_reals = tensor<f32, 2, 4, 5, Channels>::value;
  constexpr int outputs = Channels * Operator::multiple;
  constexpr int taps = Operator::window_over({}).taps();
  CHECK(wrong<kryo, Operator, of_integers>(scattered_integers<q31_rule, outputs, taps>(-128, 0)) == 0);
  CHECK(wrong<kryo, Operator, of_integers>(scattered_integers<q31_rule, outputs, taps>(100, -3)) == 0);
  CHECK(wrong<kryo_on<isa::scalar>, Operator, of_integers>(
            scattered_integers<q31_rule, outputs, taps>(7, 0)) == 0);
  CHECK(wrong<kryo, Operator, of_reals>(scattered_reals<outputs, taps>()) == 0);
}

TEST_CASE("Each channel by itself, in each image of a batch, in rows with gaps") {
  check<plain, 1>();
  check<plain, 32>();
  check<plain, 35>();
}

TEST_CASE("A channel makes several outputs, which stand side by side") {
  check<doubled, 1>();
  check<doubled, 16>();
  check<doubled, 19>();
}

TEST_CASE("Sums beyond the range saturate at the bounds") {
  using point = op::depthwise_conv2d_<window{1, 1}>;
  using kernel = tenon::kernel<kryo, call_of<point, tensor<i8, 1, 2, 1>::value>>;
  kernel::parameters w{};
  w.kernel[0] = 127;
  w.factors[0] = q31_rule::make_from_real(0.9);
  w.input_zero_point = -128;
  w.output_zero_point = -20;
  w.low = -20;
  w.high = 99;
  std::array<std::int8_t, 2> y{};
  scratch_memory borrowed(kernel::scratch);
  constexpr std::array<std::int8_t, 2> ends{127, -128};
  kernel::run(kernel::pack(w), borrowed.data(), y.data(), ends.data());
  CHECK(y == std::array<std::int8_t, 2>{99, -20});
  w.kernel[0] = -127;
  kernel::run(kernel::pack(w), borrowed.data(), y.data(), ends.data());
  CHECK(y == std::array<std::int8_t, 2>{-20, -20});
}

}  // namespace
