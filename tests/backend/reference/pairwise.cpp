// SPDX-License-Identifier: Apache-2.0
// Two-input functions on the reference backend: results with gaps between rows, results over their first
// input.
#include <tenon/backend/reference/pairwise.hpp>

#include <tenon/core/requantize.hpp>
#include <tenon/op/add.hpp>

#include <doctest/doctest.h>

#include <array>

namespace {

using namespace tenon;

constexpr tensor_type matrix = tensor<f32, 2, 3>::value;
constexpr tensor_type row = tensor<f32, 3>::value;

template <int Pitch>
using add_kernel =
    kernel<reference,
           call<op::add_<>, rounding::tflite, operand{matrix, Pitch}, operand{matrix, 0}, operand{row, 0}>>;

static_assert(has_kernel<reference,
                         call<op::add_<>, rounding::tflite, operand{matrix}, operand{matrix}, operand{row}>>);
constexpr operand half{tensor<f16, 4>::value};
static_assert(!has_kernel<reference, call<op::add_<>, rounding::tflite, half, half, half>>);

TEST_CASE("Rows can have gaps between them, which stay as they are") {
  const std::array<float, 6> a{1, 2, 3, 4, 5, 6};
  const std::array<float, 3> b{10, 20, 30};
  std::array<float, 8> y;
  y.fill(-1);
  add_kernel<5>::run({-100, 100}, nullptr, y.data(), a.data(), b.data());
  CHECK(y == std::array<float, 8>{11, 22, 33, -1, -1, 14, 25, 36});
}

TEST_CASE("The result can replace the first input") {
  std::array<float, 6> a{1, 2, 3, 4, 5, 6};
  const std::array<float, 3> b{10, 20, 30};
  add_kernel<0>::run({-100, 30}, nullptr, a.data(), a.data(), b.data());
  CHECK(a == std::array<float, 6>{11, 22, 30, 14, 25, 30});
}

}  // namespace
