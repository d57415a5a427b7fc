// SPDX-License-Identifier: Apache-2.0
// add: golden vectors, broadcasting, bounds, and what it refuses.
#include <tenon/op/add.hpp>

#include <tenon/backend/reference/pairwise.hpp>

#include "golden/add.hpp"
#include "op/golden_pairs.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

namespace {

using namespace tenon;

using real = rounding::tflite;
constexpr std::array<encoding, 2> no_codes{};

constexpr tensor_type matrix = tensor<f32, 2, 3>::value;
constexpr tensor_type column = tensor<f32, 2, 1>::value;
constexpr tensor_type row = tensor<f32, 3>::value;
constexpr tensor_type scalar{f32, {}};
constexpr std::array<float, 6> six{1, -2, 3, 0.5f, 5, -6};
constexpr std::array<float, 3> three{10, 20, -30};
constexpr std::array<float, 2> two{2, -4};
constexpr std::array<float, 1> one{3};

template <tensor_type First, tensor_type Second, auto... Attributes>
using on_reals = tenon_test::one_call<reference, op::add_<Attributes...>, real, First, Second>;

static_assert(on_reals<matrix, matrix>::run(no_codes, six, six) ==
              std::array<float, 6>{2, -4, 6, 1, 10, -12});
static_assert(on_reals<matrix, row>::run(no_codes, six, three) ==
              std::array<float, 6>{11, 18, -27, 10.5f, 25, -36});
static_assert(on_reals<row, column>::run(no_codes, three, two) ==
              std::array<float, 6>{12, 22, -28, 6, 16, -34});
static_assert(on_reals<scalar, row>::run(no_codes, one, three) == std::array<float, 3>{13, 23, -27});
static_assert(on_reals<scalar, scalar>::run(no_codes, one, one) == std::array<float, 1>{6});
static_assert(on_reals<matrix, row, clamp{-4.0f, 15.0f}>::run(no_codes, six, three) ==
              std::array<float, 6>{11, 15, -4, 10.5f, 15, -4});

// Six axes on one side and one on the other.
constexpr tensor_type deep = tensor<f32, 1, 2, 1, 1, 1, 3>::value;
static_assert(on_reals<deep, row>::result.extents == deep.extents);
static_assert(on_reals<deep, column>::result.extents == shape_of(1, 2, 1, 1, 2, 3));

static_assert(tenon_test::refusal<op::add_<>, matrix, tensor<i8, 2, 3>::value>() ==
              "tenon: an operator has two inputs of different element types; convert one of them");
static_assert(tenon_test::refusal<op::add_<>, matrix, tensor<f32, 2>::value>() ==
              "tenon: an operator has two inputs whose shapes do not broadcast; make each axis equal or 1");
static_assert(tenon_test::refusal<op::add_<>, matrix, column>().empty());

static_assert(absorbs_clamp<op::add_<>> && works_in_place<op::add_<>>);
static_assert(offers_addition<op::add_<>>);

// Under float32 rounding a result is that of XNNPACK: halves up.
constexpr tensor_type eight = tensor<i8, 8>::value;
constexpr std::array<std::int8_t, 8> some{-128, -77, -3, 0, 1, 50, 99, 127};
using by_float =
    tenon_test::one_call<reference, op::add_<encoded{{0.5f, 1}}>, rounding::float32, eight, eight>;
static_assert(by_float::run({encoding{0.25f, -2}, encoding{0.25f, 3}}, some, some) ==
              std::array<std::int8_t, 8>{-127, -76, -2, 1, 2, 51, 100, 127});

TEST_CASE("LiteRT's int8 answers, when compiling and when running") {
  tenon_test::for_each_case<tenon_golden::add::cases>([]<class Case>() {
    constexpr auto compiled = tenon_test::answer_of_pair<reference, op::add_, Case>();
    static_assert(compiled == Case::expected);
    CHECK(tenon_test::answer_of_pair<reference, op::add_, Case>() == Case::expected);
  });
}

}  // namespace
