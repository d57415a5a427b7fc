// SPDX-License-Identifier: Apache-2.0
// pad: golden vectors, every element type, the padding it offers, and what it refuses.
#include <tenon/op/pad.hpp>

#include <tenon/backend/reference/pad.hpp>

#include "golden/pad.hpp"
#include "op/golden_moves.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <string_view>

namespace {

using namespace tenon;
using tenon_test::counted;
using tenon_test::refusal;

template <class Operator, tensor_type Input>
using padded = tenon_test::one_call<reference, Operator, rounding::tflite, Input>;

constexpr tensor_type matrix = tensor<f32, 1, 2>::value;
static_assert(padded<op::pad_<before{1, 0}, after{0, 2}>, matrix>::run({}, counted<matrix>()) ==
              std::array<float, 8>{0, 0, 0, 0, 1, 2, 0, 0});
static_assert(padded<op::pad_<before{0, 1}, after{0, 0}, fill{-2.5f}>, matrix>::run({}, counted<matrix>()) ==
              std::array<float, 3>{-2.5f, 1, 2});

constexpr tensor_type whole = tensor<i32, 1>::value;
static_assert(padded<op::pad_<before{1}, after{0}, fill{7.0f}>, whole>::run({}, counted<whole>()) ==
              std::array<std::int32_t, 2>{7, 1});
constexpr tensor_type half = tensor<f16, 1>::value;
static_assert(padded<op::pad_<before{1}, after{1}>, half>::run({}, counted<half>()) ==
              std::array<std::uint16_t, 3>{0, 1, 0});
constexpr tensor_type bytes = tensor<u8, 1>::value;
static_assert(padded<op::pad_<before{1}, after{0}>, bytes>::run({encoding{0.5f, 200}}, counted<bytes>()) ==
              std::array<std::uint8_t, 2>{200, 1});

constexpr tensor_type picture = tensor<f32, 2, 2, 1, 1>::value;
using framed = padded<op::pad_<padding{1, 0, 0, 1}>, picture>;
static_assert(framed::result.extents == shape_of(2, 3, 2, 1));
static_assert(framed::run({}, counted<picture>()) ==
              std::array<float, 12>{0, 0, 1, 0, 2, 0, 0, 0, 3, 0, 4, 0});

template <class Operator>
constexpr bool offers(int top, int bottom, int left, int right) {
  constexpr padding offered = Operator::image_padding;
  return offered.top == top && offered.bottom == bottom && offered.left == left && offered.right == right &&
         !offered.same;
}
static_assert(offers<op::pad_<padding{1, 2, 3, 4}>>(1, 2, 3, 4));
static_assert(offers<op::pad_<before{1, 3, 0}, after{2, 4, 0}>>(1, 2, 3, 4));
static_assert(offers<op::pad_<before{0, 1, 3, 0}, after{0, 2, 4, 0}, fill{0.0f}>>(1, 2, 3, 4));
static_assert(!offers_padding<op::pad_<padding{1, 2, 3, 4}, fill{1.0f}>>, "a window adds zeros");
static_assert(!offers_padding<op::pad_<before{0, 0, 1}, after{0, 0, 0}>>, "channels");
static_assert(!offers_padding<op::pad_<before{0, 0, 1, 0}, after{1, 0, 0, 0}>>, "batch");
static_assert(!offers_padding<op::pad_<before{1, 0}, after{0, 0}>>, "no image");

constexpr std::array<edge_type, 1> quantized{edge_type{{i8, shape_of(4, 2)}, {0.5f, 3}}};
static_assert(op::pad_<before{0, 0}, after{0, 0}>::is_identity(quantized));
static_assert(!op::pad_<before{0, 0}, after{0, 1}>::is_identity(quantized));

constexpr std::string_view wrong_count =
    "tenon: pad has not one before and after for each axis; give as many as its input has axes";
static_assert(refusal<op::pad_<before{1}, after{1, 1}>, matrix>() == wrong_count);
static_assert(refusal<op::pad_<before{1, 1}>, matrix>() == wrong_count);
static_assert(refusal<op::pad_<padding{1, 1, 1, 1}>, matrix>() == wrong_count);
static_assert(refusal<op::pad_<before{-1, 0}, after{0, 0}>, matrix>() ==
              "tenon: pad would take elements away; use slice for that");
static_assert(
    refusal<op::pad_<before{1}, after{0}, fill{1.0f}>, half>() ==
    "tenon: pad has a fill that its element type cannot be given yet; use f32, integers or a fill of 0");

TEST_CASE("LiteRT's int8 answers, when compiling and when running") {
  tenon_test::for_each_case<tenon_golden::pad::cases>([]<class Case>() {
    using tenon_test::axes_from;
    constexpr fill value{dequantize_value(Case::value, Case::input_encoding)};
    using padded_as = op::pad_<axes_from<before, Case::before>(), axes_from<after, Case::after>(), value>;
    static_assert(tenon_test::answer_of_move<reference, padded_as, Case>() == Case::expected);
    CHECK(tenon_test::answer_of_move<reference, padded_as, Case>() == Case::expected);
  });
}

}  // namespace
