// SPDX-License-Identifier: Apache-2.0
// argmax on the reference backend: LiteRT's answers, ties, both ends of int8, numbers that are not.
#include <tenon/backend/reference/argmax.hpp>

#include <golden/argmax.hpp>
#include <op/one_input.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace tenon;
using namespace tenon_test;

namespace {

constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();
constexpr float infinite = std::numeric_limits<float>::infinity();

static_assert(has_kernel<reference, call_on<op::argmax_<>, tensor<i8, 3>::value>>);
static_assert(!has_kernel<reference, call_on<op::argmax_<>, tensor<i4, 3>::value>>);

template <class Operator, int... Extents>
constexpr auto of_bytes(const auto& x) {
  return run_one<reference, Operator, tensor<i8, Extents...>::value>(x);
}
static_assert(of_bytes<op::argmax_<>, 4>(std::array<std::int8_t, 4>{-128, 127, 127, 0})[0] == 1);
static_assert(of_bytes<op::argmax_<>, 3>(std::array<std::int8_t, 3>{-128, -128, -128})[0] == 0);
static_assert(of_bytes<op::argmax_<>, 2, 2>(std::array<std::int8_t, 4>{-128, -127, 5, 4}) ==
              std::array<std::int32_t, 2>{1, 0});
static_assert(of_bytes<op::argmax_<axis{0}>, 2, 3>(std::array<std::int8_t, 6>{1, 2, 3, 3, 2, 1}) ==
              std::array<std::int32_t, 3>{1, 0, 0});

}  // namespace

TEST_CASE("argmax equals LiteRT along every axis") {
  for_each_case<tenon_golden::argmax::cases>([]<class Case>() {
    constexpr tensor_type input{i8, shape_from(Case::input_shape)};
    CHECK(run_one<reference, op::argmax_<axis{Case::axis}>, input>(Case::input) == Case::expected);
  });
}

TEST_CASE("argmax of real numbers: infinities count, a number that is not never wins") {
  const std::array<float, 12> x{-infinite, -1.0f,        infinite, -infinite, -infinite, -infinite,
                                0.0f,      not_a_number, 1.0f,     -0.0f,     0.0f,      -1.0f};
  CHECK(run_one<reference, op::argmax_<>, tensor<f32, 4, 3>::value>(x) ==
        std::array<std::int32_t, 4>{2, 0, 2, 0});
}
