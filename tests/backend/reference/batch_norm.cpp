// SPDX-License-Identifier: Apache-2.0
// batch_norm on the reference backend: channel by channel in every position, from portable parameters.
#include <tenon/backend/reference/batch_norm.hpp>

#include "op/call_on.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

namespace {

using namespace tenon;

template <tensor_type Input, class Rounding = rounding::tflite>
using on_reference = tenon_test::one_call<reference, op::batch_norm_<>, Rounding, Input>;

using integers = on_reference<tensor<i8, 2, 1, 3>::value, rounding::float32>;
using reals = on_reference<tensor<f32, 2, 2>::value>;
static_assert(integers::kernel::variant == "loops" && integers::kernel::scratch == 0);
static_assert(!has_kernel<reference, on_reference<tensor<i16, 2, 3>::value>::call>);

template <class Called, class Array>
constexpr auto normalized(const typename Called::kernel::packed& w, const Array& x) {
  typename Called::array y{};
  Called::kernel::run(Called::kernel::pack(w), nullptr, y.data(), x.data());
  return y;
}

constexpr auto whole = [] {
  integers::kernel::packed w{};
  w.kernel = {127, -127, 1};
  w.bias = {0, 100, -50};
  w.factors = {1.0f / 127, 0.5f, 16.0f};
  w.input_zero_point = 10;
  w.output_zero_point = 3;
  w.low = -120;
  w.high = 110;
  return w;
}();
// In each position: x - 10 + 3; (100 - 127 * (x - 10)) / 2 + 3; (x - 10 - 50) * 16 + 3.
constexpr std::array<std::int8_t, 6> x{20, 11, 61, -128, 9, 60};
constexpr std::array<std::int8_t, 6> y{13, -11, 19, -120, 110, 3};
static_assert(normalized<integers>(whole, x) == y);

constexpr auto bounded = [] {
  reals::kernel::packed w{};
  w.kernel = {2, -0.5f};
  w.bias = {1, 0.25f};
  w.low = -1;
  w.high = 6;
  return w;
}();
constexpr std::array<float, 4> four{2, 2, 3, -4};
static_assert(normalized<reals>(bounded, four) == std::array<float, 4>{5, -0.75f, 6, 2.25f});

TEST_CASE("The same when running, and over the input") {
  CHECK(normalized<integers>(whole, x) == y);
  CHECK(normalized<reals>(bounded, four) == std::array<float, 4>{5, -0.75f, 6, 2.25f});
  auto both = x;
  integers::kernel::run(whole, nullptr, both.data(), both.data());
  CHECK(both == y);
}

TEST_CASE("A single value has a channel of its own") {
  using single = on_reference<tensor<f32, 1>::value>;
  single::kernel::packed w{};
  w.kernel = {4};
  w.bias = {-1};
  w.low = -100;
  w.high = 100;
  CHECK(normalized<single>(w, std::array<float, 1>{3}) == std::array<float, 1>{11});
}

}  // namespace
