// SPDX-License-Identifier: Apache-2.0
// div: broadcasting, bounds, and what it refuses.
#include <tenon/op/div.hpp>

#include "op/pairs_of_reals.hpp"

#include <array>
#include <cstdint>

namespace {

using namespace tenon;
using namespace tenon_test;

static_assert(of_reals<op::div_<>, matrix, matrix>(six, six) == std::array<float, 6>{1, 1, 1, 1, 1, 1});
static_assert(of_reals<op::div_<>, matrix, row>(six, three) ==
              std::array<float, 6>{0.5f, 2, -0.375f, 0.25f, -5, 0.75f});
static_assert(of_reals<op::div_<>, row, column>(three, two) == std::array<float, 6>{1, -0.5f, -4, -0.5f, 0.25f, 2});
static_assert(of_reals<op::div_<clamp{0.0f, 1.0f}>, matrix, row>(six, three) ==
              std::array<float, 6>{0.5f, 1, 0, 0.25f, 0, 0.75f});
static_assert(is_plain_pair<op::div_>);
static_assert(refusal<op::div_<>, tensor<i8, 3>::value, tensor<i8, 3>::value>() ==
              "tenon: div has no rule for integers; keep<f32, ...> the node, or multiply by the inverse");

}  // namespace
