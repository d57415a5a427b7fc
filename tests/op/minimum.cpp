// SPDX-License-Identifier: Apache-2.0
// minimum: golden vectors, broadcasting, bounds, encodings that differ.
#include <tenon/op/minimum.hpp>

#include "golden/minimum.hpp"
#include "op/pairs_of_reals.hpp"

#include <array>
#include <cstdint>

namespace {

using namespace tenon;
using namespace tenon_test;

static_assert(of_reals<op::minimum_<>, matrix, matrix>(six, six) == six);
static_assert(of_reals<op::minimum_<>, matrix, row>(six, three) == std::array<float, 6>{1, -2, -8, 0.5f, -1, -8});
static_assert(of_reals<op::minimum_<>, row, column>(three, two) == std::array<float, 6>{2, -1, -8, -4, -4, -8});
static_assert(of_reals<op::minimum_<clamp{-3.0f, 0.75f}>, matrix, row>(six, three) ==
              std::array<float, 6>{0.75f, -2, -3, 0.5f, -1, -3});
static_assert(is_plain_pair<op::minimum_>);

// Terms of other encodings are brought to the result's first: 2.0 and 1.5, 1.0 and 1.5, -1.0 and -0.5.
constexpr tensor_type triple = tensor<i8, 3>::value;
template <class Rounding>
constexpr auto mixed = one_call<reference, op::minimum_<encoded{{0.5f, 10}}>, Rounding, triple, triple>::run(
    {encoding{1.0f, 0}, encoding{0.25f, 4}}, std::array<std::int8_t, 3>{2, 1, -1},
    std::array<std::int8_t, 3>{10, 10, 2});
static_assert(mixed<rounding::tflite> == std::array<std::int8_t, 3>{13, 12, 8});
static_assert(mixed<rounding::float32> == mixed<rounding::tflite>);

static_assert(equals_golden<op::minimum_, tenon_golden::minimum::cases>, "LiteRT's int8 answers");

}  // namespace
