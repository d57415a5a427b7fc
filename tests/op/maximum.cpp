// SPDX-License-Identifier: Apache-2.0
// maximum: golden vectors, broadcasting, bounds, encodings that differ.
#include <tenon/op/maximum.hpp>

#include <tenon/backend/reference/pairwise.hpp>

#include "golden/maximum.hpp"
#include "op/golden_pairs.hpp"

#include <array>
#include <cstdint>
#include <tuple>

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
using on_reals = one_call<reference, op::maximum_<Attributes...>, rounding::tflite, First, Second>;

static_assert(on_reals<matrix, matrix>::run(no_codes, six, six) == six);
static_assert(on_reals<matrix, row>::run(no_codes, six, three) == std::array<float, 6>{2, -1, 3, 2, 5, -6});
static_assert(on_reals<row, column>::run(no_codes, three, two) == std::array<float, 6>{2, 2, 2, 2, -1, -4});
static_assert(on_reals<matrix, row, clamp{0.0f, 4.0f}>::run(no_codes, six, three) ==
              std::array<float, 6>{2, 0, 3, 2, 4, 0});
static_assert(refusal<op::maximum_<>, matrix, tensor<f32, 2>::value>() ==
              "tenon: an operator has two inputs whose shapes do not broadcast; make each axis equal or 1");
static_assert(absorbs_clamp<op::maximum_<>> && works_in_place<op::maximum_<>> && !offers_addition<op::maximum_<>>);

// Terms of other encodings are brought to the result's first: 2.0 and 1.5, 1.0 and 1.5, -1.0 and -0.5.
constexpr tensor_type triple = tensor<i8, 3>::value;
template <class Rounding>
constexpr auto mixed = one_call<reference, op::maximum_<encoded{{0.5f, 10}}>, Rounding, triple, triple>::run(
    {encoding{1.0f, 0}, encoding{0.25f, 4}}, std::array<std::int8_t, 3>{2, 1, -1},
    std::array<std::int8_t, 3>{10, 10, 2});
static_assert(mixed<rounding::tflite> == std::array<std::int8_t, 3>{14, 13, 9});
static_assert(mixed<rounding::float32> == mixed<rounding::tflite>);

constexpr bool equals_golden = []<class... Each>(std::tuple<Each...>*) {
  return ((tenon_test::answer_of_pair<reference, op::maximum_, Each>() == Each::expected) && ...);
}(static_cast<tenon_golden::maximum::cases*>(nullptr));
static_assert(equals_golden, "LiteRT's int8 answers");

}  // namespace
