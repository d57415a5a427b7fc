// SPDX-License-Identifier: Apache-2.0
// maximum: golden vectors, broadcasting, bounds, encodings that differ.
#include <tenon/op/maximum.hpp>

#include "golden/maximum.hpp"
#include "op/pairs_of_reals.hpp"

#include <array>
#include <cstdint>

namespace {

using namespace tenon;
using namespace tenon_test;

static_assert(of_reals<op::maximum_<>, matrix, matrix>(six, six) == six);
static_assert(of_reals<op::maximum_<>, matrix, row>(six, three) == std::array<float, 6>{2, -1, 3, 2, 5, -6});
static_assert(of_reals<op::maximum_<>, row, column>(three, two) == std::array<float, 6>{2, 2, 2, 2, -1, -4});
static_assert(of_reals<op::maximum_<clamp{0.0f, 4.0f}>, matrix, row>(six, three) ==
              std::array<float, 6>{2, 0, 3, 2, 4, 0});
static_assert(is_plain_pair<op::maximum_>);

// Terms of other encodings are brought to the result's first: 2.0 and 1.5, 1.0 and 1.5, -1.0 and -0.5.
constexpr tensor_type triple = tensor<i8, 3>::value;
template <class Rounding>
constexpr auto mixed = one_call<reference, op::maximum_<encoded{{0.5f, 10}}>, Rounding, triple, triple>::run(
    {encoding{1.0f, 0}, encoding{0.25f, 4}}, std::array<std::int8_t, 3>{2, 1, -1},
    std::array<std::int8_t, 3>{10, 10, 2});
static_assert(mixed<rounding::tflite> == std::array<std::int8_t, 3>{14, 13, 9});
static_assert(mixed<rounding::float32> == mixed<rounding::tflite>);

static_assert(equals_golden<op::maximum_, tenon_golden::maximum::cases>, "LiteRT's int8 answers");

}  // namespace
