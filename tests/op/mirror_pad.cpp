// SPDX-License-Identifier: Apache-2.0
// mirror_pad: golden vectors, the three ways to go on beyond an edge, and what it refuses.
#include <tenon/op/mirror_pad.hpp>

#include <tenon/backend/reference/selection.hpp>

#include "golden/mirror_pad.hpp"
#include "op/golden_selections.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace {

using namespace tenon;
using tenon_test::counted;
using tenon_test::refusal;

template <class Operator, tensor_type Input>
using on = tenon_test::one_call<reference, Operator, rounding::tflite, Input>;

constexpr tensor_type three = tensor<f32, 3>::value;
template <auto... Attributes>
constexpr auto continued = on<op::mirror_pad_<before{2}, after{2}, Attributes...>, three>::run({}, counted<three>());
static_assert(continued<> == std::array<float, 7>{3, 2, 1, 2, 3, 2, 1});
static_assert(continued<reflect> == continued<>);
static_assert(continued<symmetric> == std::array<float, 7>{2, 1, 1, 2, 3, 3, 2});
static_assert(continued<repeat_edge> == std::array<float, 7>{1, 1, 1, 2, 3, 3, 3});
constexpr tensor_type image = tensor<i8, 1, 2, 2, 1>::value;
static_assert(on<op::mirror_pad_<padding{1, 0, 0, 1}>, image>::run({}, counted<image>()) ==
              std::array<std::int8_t, 9>{3, 4, 3, 1, 2, 1, 3, 4, 3});
constexpr std::array<edge_type, 1> codes{edge_type{{i8, shape_of(4, 2)}, {0.5f, 3}}};
static_assert(op::mirror_pad_<before{1, 0}, after{0, 1}>::infer(codes).edge ==
              edge_type{{i8, shape_of(5, 3)}, {0.5f, 3}});
static_assert(op::mirror_pad_<before{0, 0}, after{0, 0}>::is_identity(codes));
static_assert(refusal<op::mirror_pad_<>, three>() ==
              "tenon: mirror_pad has not one before and after for each axis; give as many as its input has axes");
static_assert(refusal<op::mirror_pad_<before{1}>, three>() == refusal<op::mirror_pad_<>, three>());
static_assert(refusal<op::mirror_pad_<padding{1, 1, 1, 1}>, three>() == refusal<op::mirror_pad_<>, three>());
static_assert(refusal<op::mirror_pad_<before{-1}, after{0}>, three>() ==
              "tenon: mirror_pad would take elements away; use slice for that");
constexpr std::string_view far = "tenon: mirror_pad has no elements to mirror so far from an edge; pad less, or twice";
static_assert(refusal<op::mirror_pad_<before{3}, after{0}>, three>() == far);
static_assert(refusal<op::mirror_pad_<before{0}, after{4}, symmetric>, three>() == far);
static_assert(refusal<op::mirror_pad_<before{0}, after{3}, symmetric>, three>().empty());
static_assert(refusal<op::mirror_pad_<before{9}, after{9}, repeat_edge>, three>().empty());
static_assert(tenon_test::moves_as_golden<reference, tenon_test::mirror_pad_of, tenon_golden::mirror_pad::cases>());

}  // namespace
