// SPDX-License-Identifier: Apache-2.0
// prelu: golden vectors, slopes that repeat, bounds, and what it refuses.
#include <tenon/op/prelu.hpp>

#include <tenon/backend/reference/pairwise.hpp>

#include "golden/prelu.hpp"
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
using on_reals = one_call<reference, op::prelu_<Attributes...>, rounding::tflite, First, Second>;

static_assert(on_reals<matrix, matrix>::run(no_codes, six, six) == std::array<float, 6>{1, 4, 3, 0.5f, 5, 36});
static_assert(on_reals<matrix, row>::run(no_codes, six, three) == std::array<float, 6>{1, 2, 3, 0.5f, 5, 48});
static_assert(on_reals<matrix, column>::run(no_codes, six, two) == std::array<float, 6>{1, -4, 3, 0.5f, 5, 24});
static_assert(on_reals<matrix, row, clamp{0.0f, 6.0f}>::run(no_codes, six, three) ==
              std::array<float, 6>{1, 2, 3, 0.5f, 5, 6});
static_assert(refusal<op::prelu_<>, matrix, tensor<f32, 2>::value>() ==
              "tenon: an operator has two inputs whose shapes do not broadcast; make each axis equal or 1");
static_assert(absorbs_clamp<op::prelu_<>> && works_in_place<op::prelu_<>> && !offers_addition<op::prelu_<>>);
static_assert(refusal<op::prelu_<>, row, matrix>() ==
              "tenon: the slopes of prelu do not repeat to the shape of its input; give one a channel");

// The factor of negative numbers is formed in float32, and its product with float32's rule rounds halves to even.
constexpr tensor_type pair = tensor<i8, 2>::value;
static_assert(one_call<reference, op::prelu_<encoded{{1.0f, 0}}>, rounding::float32, pair, pair>::run(
                  {encoding{0.5f, 0}, encoding{0.5f, 0}}, std::array<std::int8_t, 2>{5, -5},
                  std::array<std::int8_t, 2>{1, 2}) == std::array<std::int8_t, 2>{2, -2});

constexpr bool equals_golden = []<class... Each>(std::tuple<Each...>*) {
  return ((tenon_test::answer_of_pair<reference, op::prelu_, Each>() == Each::expected) && ...);
}(static_cast<tenon_golden::prelu::cases*>(nullptr));
static_assert(equals_golden, "LiteRT's int8 answers");

}  // namespace
