// SPDX-License-Identifier: Apache-2.0
// prelu: golden vectors, slopes that repeat, bounds, and what it refuses.
#include <tenon/op/prelu.hpp>

#include "golden/prelu.hpp"
#include "op/pairs_of_reals.hpp"

#include <array>
#include <cstdint>

namespace {

using namespace tenon;
using namespace tenon_test;

static_assert(of_reals<op::prelu_<>, matrix, matrix>(six, six) == std::array<float, 6>{1, 4, 3, 0.5f, 5, 36});
static_assert(of_reals<op::prelu_<>, matrix, row>(six, three) == std::array<float, 6>{1, 2, 3, 0.5f, 5, 48});
static_assert(of_reals<op::prelu_<>, matrix, column>(six, two) == std::array<float, 6>{1, -4, 3, 0.5f, 5, 24});
static_assert(of_reals<op::prelu_<clamp{0.0f, 6.0f}>, matrix, row>(six, three) ==
              std::array<float, 6>{1, 2, 3, 0.5f, 5, 6});
static_assert(is_plain_pair<op::prelu_>);
static_assert(refusal<op::prelu_<>, row, matrix>() ==
              "tenon: the slopes of prelu do not repeat to the shape of its input; give one a channel");

// The factor of negative numbers is formed in float32, and its product with float32's rule rounds halves to even.
constexpr tensor_type pair = tensor<i8, 2>::value;
static_assert(one_call<reference, op::prelu_<encoded{{1.0f, 0}}>, rounding::float32, pair, pair>::run(
                  {encoding{0.5f, 0}, encoding{0.5f, 0}}, std::array<std::int8_t, 2>{5, -5},
                  std::array<std::int8_t, 2>{1, 2}) == std::array<std::int8_t, 2>{2, -2});

static_assert(equals_golden<op::prelu_, tenon_golden::prelu::cases>, "LiteRT's int8 answers");

}  // namespace
