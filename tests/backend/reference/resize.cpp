// SPDX-License-Identifier: Apache-2.0
// resize on the reference backend: batches, and int8 ties that round away from zero.
#include <tenon/backend/reference/resize.hpp>

#include <tenon/core/requantize.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

namespace {

using namespace tenon;

template <class Operator, operand Result, operand Input>
using run_as = kernel<reference, call<Operator, rounding::tflite, Result, Input>>;

TEST_CASE("Each image of a batch is resized by itself") {
  constexpr operand in{tensor<i32, 2, 1, 2, 1>::value};
  constexpr operand out{tensor<i32, 2, 2, 1, 1>::value};
  const std::array<std::int32_t, 4> x{1, 2, 3, 4};
  std::array<std::int32_t, 4> y{};
  run_as<op::resize_<image_size{2, 1}>, out, in>::run({}, nullptr, y.data(), x.data());
  CHECK(y == std::array<std::int32_t, 4>{1, 1, 3, 3});
}

TEST_CASE("A mean between two integers rounds away from zero") {
  constexpr operand in{tensor<i8, 1, 2, 2>::value};
  constexpr operand out{tensor<i8, 1, 4, 2>::value};
  const std::array<std::int8_t, 4> x{1, -1, 2, -2};
  std::array<std::int8_t, 8> y{};
  run_as<op::resize_<image_size{1, 4}, bilinear>, out, in>::run({}, nullptr, y.data(), x.data());
  CHECK(y == std::array<std::int8_t, 8>{1, -1, 2, -2, 2, -2, 2, -2});
}

}  // namespace
