// SPDX-License-Identifier: Apache-2.0
// pad on the reference backend: which element is added where, on every axis of six.
#include <tenon/backend/reference/pad.hpp>

#include <tenon/core/requantize.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

namespace {

using namespace tenon;

using padded = op::pad_<before{1, 0, 0, 0, 0, 1}, after{0, 0, 1, 0, 0, 0}>;
constexpr operand in{tensor<i16, 1, 1, 1, 2, 1, 1>::value};
constexpr operand out{tensor<i16, 2, 1, 2, 2, 1, 2>::value};
using kernel_type = kernel<reference, call<padded, rounding::tflite, out, in>>;

TEST_CASE("Elements are found by their index on every axis") {
  const std::array<std::int16_t, 2> x{5, 6};
  std::array<std::int16_t, 16> y{};
  kernel_type::run({9}, nullptr, y.data(), x.data());
  CHECK(y == std::array<std::int16_t, 16>{9, 9, 9, 9, 9, 9, 9, 9, 9, 5, 9, 6, 9, 9, 9, 9});
}

}  // namespace
