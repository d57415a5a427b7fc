// SPDX-License-Identifier: Apache-2.0
// batch_norm on the kryo backend: one tap for each channel, against the same numbers multiplied one by one.
#include <tenon/backend/kryo/batch_norm.hpp>

#include "backend/kryo/by_definition.hpp"
#include "op/call_on.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace {

using namespace tenon;
using namespace tenon_test;

template <class Backend, tensor_type Input, class Rounding = rounding::tflite>
using on = one_call<Backend, op::batch_norm_<>, Rounding, Input>;

// All positions, whatever their rank, are one row of pixels.
template <tensor_type Input>
constexpr window_geometry pixels = kryo_kernels::normalized_pixels<typename on<kryo, Input>::call>;
constexpr window_geometry of_batch = pixels<tensor<i8, 2, 3, 4, 5>::value>;
static_assert(of_batch.input_columns == 24 && of_batch.output_columns == 24 && of_batch.input_rows == 1);
static_assert(of_batch.channels == 5 && of_batch.pixel_pitch == 5 && of_batch.pointwise());
static_assert(pixels<tensor<i8, 7>::value>.input_columns == 1 && pixels<tensor<i8, 7>::value>.channels == 7);

using integers = on<kryo, tensor<i8, 4, 5>::value>;
using reals = on<kryo, tensor<f32, 4, 5>::value>;
static_assert(integers::kernel::variant == "channels");
static_assert(integers::kernel::scratch == integers::kernel::product::scratch);
static_assert(reals::kernel::variant == "channels" && reals::kernel::scratch == 0);
static_assert(!has_kernel<kryo, on<kryo, tensor<i16, 4, 5>::value>::call>);

// One weight a channel, and the input's zero point taken off its bias.
using portable = on<kryo_on<isa::scalar>, tensor<i8, 2, 3>::value, rounding::float32>;
constexpr auto packed = [] {
  portable::kernel::parameters w{};
  w.kernel = {127, -127, 1};
  w.bias = {5, 6, 7};
  w.factors = {0.5f, 1, 2};
  w.input_zero_point = -10;
  w.high = 127;
  return portable::kernel::pack(w);
}();
static_assert(packed.weights == std::array<std::int8_t, 8>{127, -127, 1});
static_assert(packed.bias == std::array<std::int32_t, 4>{1275, -1264, 17, 0});

template <class Backend, class Rounding, int Rows, int Channels>
int wrong_integers(std::int32_t input_zero_point, std::int32_t kernel_zero_point) {
  constexpr tensor_type type = tensor<i8, Rows, Channels>::value;
  using kernel = typename on<Backend, type, Rounding>::kernel;
  using rule = typename Rounding::conv2d_rule;
  const auto w = scattered_integers<rule, Channels, 1>(input_zero_point, kernel_zero_point);
  const auto x = scattered_image<std::int8_t>(static_cast<std::size_t>(type.size()));
  const auto wanted = convolved_by_channel(pixels<type>, w, x);
  guarded_array<std::int8_t> y(wanted.size());
  scratch_memory borrowed(kernel::scratch);
  kernel::run(kernel::pack(w), borrowed.data(), y.data(), x.data());
  int wrong = y.guards_hold() && borrowed.guard_holds() ? 0 : 1;
  for (std::size_t i = 0; i < wanted.size(); ++i) wrong += y[i] != wanted[i];
  return wrong;
}

template <int Rows, int Channels>
void check_integers() {
  CHECK(wrong_integers<kryo, rounding::tflite, Rows, Channels>(-3, 0) == 0);
  CHECK(wrong_integers<kryo, rounding::float32, Rows, Channels>(127, 0) == 0);
  CHECK(wrong_integers<kryo, rounding::tflite, Rows, Channels>(-128, 9) == 0);
  CHECK(wrong_integers<kryo_on<isa::scalar>, rounding::tflite, Rows, Channels>(-128, 0) == 0);
}

TEST_CASE("Integers, in whole and broken blocks of channels") {
  check_integers<1, 1>();
  check_integers<7, 5>();
  check_integers<3, 16>();
  check_integers<2, 39>();
}

template <int Rows, int Channels>
int wrong_reals() {
  constexpr tensor_type type = tensor<f32, Rows, Channels>::value;
  using kernel = typename on<kryo, type>::kernel;
  const auto w = scattered_reals<Channels, 1>();
  const auto x = scattered_image<float>(static_cast<std::size_t>(type.size()));
  const auto wanted = convolved_by_channel(pixels<type>, w, x);
  guarded_array<float> y(wanted.size());
  kernel::run(kernel::pack(w), nullptr, y.data(), x.data());
  int wrong = y.guards_hold() ? 0 : 1;
  for (std::size_t i = 0; i < wanted.size(); ++i) wrong += !agrees(y[i], wanted[i]);
  return wrong;
}

TEST_CASE("Real numbers, in whole and broken vectors of channels") {
  CHECK(wrong_reals<1, 1>() == 0);
  CHECK(wrong_reals<5, 16>() == 0);
  CHECK(wrong_reals<3, 37>() == 0);
}

template <int Channels>
int wrong_in_place() {
  constexpr tensor_type type = tensor<i8, 3, Channels>::value;
  using kernel = typename on<kryo, type>::kernel;
  const auto w = scattered_integers<q31_rule, Channels, 1>(4, 0);
  auto x = scattered_image<std::int8_t>(static_cast<std::size_t>(type.size()));
  const auto wanted = convolved_by_channel(pixels<type>, w, x);
  scratch_memory borrowed(kernel::scratch);
  kernel::run(kernel::pack(w), borrowed.data(), x.data(), x.data());
  int wrong = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) wrong += x[i] != wanted[i];
  return wrong;
}

TEST_CASE("The result can replace the input") {
  CHECK(wrong_in_place<21>() == 0);
  CHECK(wrong_in_place<3>() == 0);
}

}  // namespace
