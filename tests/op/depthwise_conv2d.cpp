// SPDX-License-Identifier: Apache-2.0
// depthwise_conv2d: shapes, the order of its kernel, a sum by hand, what it offers and what it refuses.
#include <tenon/op/depthwise_conv2d.hpp>

#include <tenon/backend/reference/depthwise_conv2d.hpp>

#include "op/call_on.hpp"

#include <doctest/doctest.h>

#include <array>

namespace {

using namespace tenon;

template <auto... Attributes>
using depthwise = op::depthwise_conv2d_<Attributes...>;

constexpr shape image = shape_of(5, 7, 4);
constexpr std::array<edge_type, 1> typed{edge_type{{f32, image}, {}}};
using tripled = depthwise<multiplier{3}, window{3, 2}, stride{2, 1}, same_padding>;
static_assert(tripled::infer(typed).edge.tensor.extents == shape_of(3, 7, 12));
static_assert(tripled::taps(typed) == 6);
static_assert(tripled::parameters_for(typed).items[0].size == 72 && tripled::parameters_for(typed).items[1].size == 12);
static_assert(!tripled::parameters_for(typed).items[1].required);
static_assert(tripled::macs(typed, tripled::infer(typed).edge) == 3 * 7 * 12 * 6);
static_assert(absorbs_clamp<tripled> && absorbs_affine<tripled> && absorbs_padding<tripled>);

template <class Operator>
constexpr auto refused = tenon_test::refusal<Operator, tensor_type{f32, image}>();
static_assert(tenon_test::refusal<depthwise<>, tensor<f32, 1, 1, 5, 7, 4>::value>() ==
              "tenon: depthwise_conv2d takes (rows, columns, channels), with or without a batch; reshape its input");
static_assert(refused<depthwise<multiplier{0}>> == refused<depthwise<dilation{1, 0}>>);
static_assert(refused<depthwise<multiplier{0}>> ==
              "tenon: depthwise_conv2d has a window, stride, dilation or multiplier below 1, or a padding below 0; "
              "give positive numbers");
static_assert(refused<depthwise<window{3, 3}, dilation{3, 1}>> ==
              "tenon: the window of depthwise_conv2d reaches beyond the padded image; make it smaller or pad more");
static_assert(refused<depthwise<window{3, 3}, dilation{2, 1}>>.empty());

// Two channels with two filters each, over two rows: result o = 2 * channel + filter.
constexpr std::array<float, 4> pixels{1, 2, 3, 4};
constexpr std::array<float, 8> kernel{1, 10, 100, 1000, -1, 2, -3, 4};
constexpr std::array<float, 4> bias{0, 0.5f, 0, -1};

template <class Operator>
constexpr auto convolved() {
  using called = tenon_test::one_call<reference, Operator, rounding::tflite, tensor<f32, 2, 1, 2>::value>;
  parameter_source source;
  source.add("kernel", kernel);
  source.add("bias", bias);
  typename called::array y{};
  called::kernel::run(Operator::template prepare<typename called::call>(source, called::plain, {called::result, {}}),
                      nullptr, y.data(), pixels.data());
  return y;
}
using by_hand = depthwise<multiplier{2}, window{2, 1}>;
static_assert(convolved<by_hand>() == std::array<float, 4>{-2, 16.5f, 188, 2015});

TEST_CASE("a sum by hand, at run time") {
  CHECK(convolved<by_hand>() == std::array<float, 4>{-2, 16.5f, 188, 2015});
  CHECK(convolved<with_attribute<by_hand, clamp{0.0f, 100.0f}>>() == std::array<float, 4>{0, 16.5f, 100, 100});
}

}  // namespace
