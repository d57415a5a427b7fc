// SPDX-License-Identifier: Apache-2.0
// concat on the reference backend: joined along the first, a middle and the last axis.
#include <tenon/backend/reference/concat.hpp>

#include <tenon/core/requantize.hpp>

#include <doctest/doctest.h>

#include <array>

namespace {

using namespace tenon;

template <axis Along, operand Result>
std::array<float, 8> join_along() {
  constexpr operand box{tensor<f32, 2, 1, 2>::value};
  const std::array<float, 4> a{1, 2, 3, 4};
  const std::array<float, 4> b{5, 6, 7, 8};
  std::array<float, 8> y{};
  kernel<reference, call<op::concat_<Along>, rounding::tflite, Result, box, box>>::run({}, nullptr, y.data(),
                                                                                       a.data(), b.data());
  return y;
}

TEST_CASE("Parts alternate as often as there are rows before the axis") {
  CHECK(join_along<axis{0}, operand{tensor<f32, 4, 1, 2>::value}>() ==
        std::array<float, 8>{1, 2, 3, 4, 5, 6, 7, 8});
  CHECK(join_along<axis{1}, operand{tensor<f32, 2, 2, 2>::value}>() ==
        std::array<float, 8>{1, 2, 5, 6, 3, 4, 7, 8});
  CHECK(join_along<axis{2}, operand{tensor<f32, 2, 1, 4>::value}>() ==
        std::array<float, 8>{1, 2, 5, 6, 3, 4, 7, 8});
}

}  // namespace
