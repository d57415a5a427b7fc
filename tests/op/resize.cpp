// SPDX-License-Identifier: Apache-2.0
// resize: golden vectors, real numbers, borders far out, and what it refuses.
#include <tenon/op/resize.hpp>

#include <tenon/backend/reference/resize.hpp>

#include "golden/resize_bilinear.hpp"
#include "golden/resize_nearest.hpp"
#include "op/golden_moves.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

namespace {

using namespace tenon;
using tenon_test::counted;
using tenon_test::refusal;

template <class Operator, tensor_type Input>
using resized = tenon_test::one_call<reference, Operator, rounding::tflite, Input>;

constexpr tensor_type line = tensor<f32, 1, 3, 1>::value;
constexpr image_size twice{1, 6};
template <auto... Attributes>
using doubled = resized<op::resize_<twice, Attributes...>, line>;
constexpr std::array<float, 3> steps{1, 3, 11};

static_assert(doubled<>::run({}, steps) == std::array<float, 6>{1, 1, 3, 3, 11, 11});
static_assert(doubled<half_pixel, nearest>::run({}, steps) == std::array<float, 6>{1, 1, 3, 3, 11, 11});
static_assert(doubled<align_corners>::run({}, steps) == std::array<float, 6>{1, 1, 3, 3, 11, 11});
static_assert(doubled<bilinear>::run({}, steps) == std::array<float, 6>{1, 2, 3, 7, 11, 11});
static_assert(doubled<bilinear, half_pixel>::run({}, steps) == std::array<float, 6>{1, 1.5f, 2.5f, 5, 9, 11});

constexpr tensor_type ends = tensor<f32, 2, 2, 1>::value;
using spread = resized<op::resize_<image_size{3, 3}, bilinear, align_corners>, ends>;
static_assert(spread::run({}, std::array<float, 4>{0, 2, 4, 6}) ==
              std::array<float, 9>{0, 1, 2, 2, 3, 4, 4, 5, 6});

// The integer step of 1024 / 650 rounds up to 2, which leads beyond the only row: it is repeated all the
// same.
constexpr tensor_type pixel = tensor<i8, 1, 1, 1>::value;
constexpr auto far = resized<op::resize_<image_size{650, 1}, bilinear>, pixel>::run(
    {encoding{1, 0}}, std::array<std::int8_t, 1>{-77});
static_assert(far.front() == -77 && far.back() == -77);

constexpr tensor_type words = tensor<bf16, 1, 2, 2>::value;
static_assert(resized<op::resize_<image_size{1, 1}>, words>::run({}, counted<words>()) ==
              std::array<std::uint16_t, 2>{1, 2});
template <interpolation Method>
using word_call = call<op::resize_<image_size{1, 1}, Method>, rounding::tflite,
                       operand{tensor<bf16, 1, 1, 2>::value}, operand{words}>;
static_assert(has_kernel<reference, word_call<nearest>> && !has_kernel<reference, word_call<bilinear>>);

constexpr std::array<edge_type, 1> picture{edge_type{{i8, shape_of(4, 2, 3)}, {0.5f, 3}}};
static_assert(op::resize_<image_size{4, 2}, bilinear, half_pixel>::is_identity(picture));
static_assert(!op::resize_<image_size{4, 3}>::is_identity(picture));
static_assert(op::resize_<image_size{1, 1}>::infer(picture).edge.code == encoding{0.5f, 3});

static_assert(refusal<op::resize_<image_size{1, 1}>, tensor<f32, 2, 2>::value>() ==
              "tenon: resize takes images of rank 3 or 4; reshape its input");
static_assert(refusal<op::resize_<bilinear>, line>() ==
              "tenon: resize has no size or one that is not positive; give image_size{rows, columns}");

template <class Case>
constexpr sampling points_of() {
  return Case::align_corners ? align_corners : Case::half_pixel_centers ? half_pixel : asymmetric;
}

template <interpolation Method, class Cases>
void check_golden() {
  tenon_test::for_each_case<Cases>([]<class Case>() {
    using resized_as = op::resize_<image_size{Case::rows, Case::columns}, Method, points_of<Case>()>;
    static_assert(tenon_test::answer_of_move<reference, resized_as, Case>() == Case::expected);
    CHECK(tenon_test::answer_of_move<reference, resized_as, Case>() == Case::expected);
  });
}

TEST_CASE("LiteRT's int8 answers, when compiling and when running") {
  check_golden<nearest, tenon_golden::resize_nearest::cases>();
  check_golden<bilinear, tenon_golden::resize_bilinear::cases>();
}

TEST_CASE("An image of the same size is the same under every rule") {
  for (const sampling points : {asymmetric, half_pixel, align_corners})
    for (int i = 0; i < 9; ++i) {
      const op::resampling axis{9, 9, points};
      CHECK(axis.nearest_to(i) == i);
      CHECK(axis.between(i).low == i);
      CHECK(axis.between(i).fraction == 0.0f);
      CHECK(axis.between_fixed(i).low == i);
      CHECK(axis.between_fixed(i).fraction == 0);
    }
}

}  // namespace
