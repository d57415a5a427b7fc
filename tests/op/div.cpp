// SPDX-License-Identifier: Apache-2.0
// div: broadcasting, bounds, and what it refuses.
#include <tenon/op/div.hpp>

#include <tenon/backend/reference/pairwise.hpp>

#include "op/golden_pairs.hpp"

#include <array>
#include <cstdint>

namespace {

using namespace tenon;
using tenon_test::one_call;
using tenon_test::refusal;

constexpr tensor_type matrix = tensor<f32, 2, 3>::value;
constexpr tensor_type row = tensor<f32, 3>::value;
constexpr tensor_type column = tensor<f32, 2, 1>::value;
constexpr std::array<float, 6> six{1, -2, 3, 0.5f, 5, -6};
constexpr std::array<float, 3> three{2, -1, -8};
constexpr std::array<float, 2> two{2, -4};
constexpr std::array<encoding, 2> no_codes{};

template <tensor_type First, tensor_type Second, auto... Attributes>
using on_reals = one_call<reference, op::div_<Attributes...>, rounding::tflite, First, Second>;

static_assert(on_reals<matrix, matrix>::run(no_codes, six, six) == std::array<float, 6>{1, 1, 1, 1, 1, 1});
static_assert(on_reals<matrix, row>::run(no_codes, six, three) ==
              std::array<float, 6>{0.5f, 2, -0.375f, 0.25f, -5, 0.75f});
static_assert(on_reals<row, column>::run(no_codes, three, two) == std::array<float, 6>{1, -0.5f, -4, -0.5f, 0.25f, 2});
static_assert(on_reals<matrix, row, clamp{0.0f, 1.0f}>::run(no_codes, six, three) ==
              std::array<float, 6>{0.5f, 1, 0, 0.25f, 0, 0.75f});
static_assert(refusal<op::div_<>, matrix, tensor<f32, 2>::value>() ==
              "tenon: an operator has two inputs whose shapes do not broadcast; make each axis equal or 1");
static_assert(absorbs_clamp<op::div_<>> && works_in_place<op::div_<>> && !offers_addition<op::div_<>>);
static_assert(refusal<op::div_<>, tensor<i8, 3>::value, tensor<i8, 3>::value>() ==
              "tenon: div has no rule for integers; keep<f32, ...> the node, or multiply by the inverse");

}  // namespace
