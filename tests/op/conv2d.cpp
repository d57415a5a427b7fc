// SPDX-License-Identifier: Apache-2.0
// conv2d: shapes, padding, groups, parameters, a sum by hand, what it offers and what it refuses.
#include <tenon/op/conv2d.hpp>

#include <tenon/backend/reference/conv2d.hpp>

#include "op/call_on.hpp"

#include <doctest/doctest.h>

#include <array>

namespace {

using namespace tenon;

template <auto... Attributes>
using conv = op::conv2d_<Attributes...>;

template <class Operator>
constexpr shape result_of(shape extents) {
  const std::array<edge_type, 1> inputs{edge_type{{f32, extents}, {}}};
  return Operator::infer(inputs).edge.tensor.extents;
}
constexpr shape image = shape_of(5, 7, 4);
static_assert(result_of<conv<filters{6}>>(image) == shape_of(5, 7, 6));
static_assert(result_of<conv<filters{6}, window{3, 2}>>(image) == shape_of(3, 6, 6));
static_assert(result_of<conv<filters{6}, window{3, 2}, stride{2, 3}, same_padding>>(image) == shape_of(3, 3, 6));
static_assert(result_of<conv<filters{6}, window{2, 3}, dilation{3, 2}>>(image) == shape_of(2, 3, 6));
static_assert(result_of<conv<filters{6}, window{3, 3}, padding{2, 0, 1, 1}>>(image) == shape_of(5, 7, 6));
static_assert(result_of<conv<filters{1}, window{2, 2}>>(shape_of(3, 5, 7, 4)) == shape_of(3, 4, 6, 1));

// `same` puts the odd row and column after the image.
constexpr std::array<edge_type, 1> typed{edge_type{{f32, image}, {}}};
constexpr padding resolved = conv<filters{1}, window{4, 4}, stride{1, 1}, same_padding>::resolved_padding(typed);
static_assert(resolved.top == 1 && resolved.bottom == 2 && resolved.left == 1 && resolved.right == 2 && !resolved.same);

using grouped = conv<filters{6}, window{3, 2}, groups{2}>;
static_assert(grouped::taps(typed) == 3 * 2 * 2);
static_assert(grouped::parameters_for(typed).items[0].size == 6 * 12 && grouped::parameters_for(typed).items[0].required);
static_assert(grouped::parameters_for(typed).items[1].size == 6 && !grouped::parameters_for(typed).items[1].required);
static_assert(grouped::macs(typed, grouped::infer(typed).edge) == 3 * 6 * 6 * 12);
static_assert(absorbs_clamp<grouped> && absorbs_affine<grouped> && absorbs_padding<grouped> && absorbs_addition<grouped>);

template <class Operator>
constexpr auto refused = tenon_test::refusal<Operator, tensor_type{f32, image}>();
static_assert(tenon_test::refusal<conv<filters{1}>, tensor<f32, 5, 7>::value>() ==
              "tenon: conv2d takes (rows, columns, channels), with or without a batch; reshape its input");
static_assert(refused<conv<>> == refused<conv<filters{1}, stride{0, 1}>> &&
              refused<conv<>> == refused<conv<filters{1}, padding{0, 0, -1, 0}>>);
static_assert(refused<conv<>> ==
              "tenon: conv2d has a window, stride, dilation or filter count below 1, or a padding below 0; "
              "give positive numbers");
static_assert(refused<conv<filters{6}, groups{3}>> == refused<conv<filters{3}, groups{2}>>);
static_assert(refused<conv<filters{6}, groups{3}>> ==
              "tenon: the groups of conv2d do not divide its channels and filters; choose groups that divide both");
static_assert(refused<conv<filters{1}, window{6, 1}>> ==
              "tenon: the window of conv2d reaches beyond the padded image; make it smaller or pad more");
static_assert(refused<conv<filters{1}, window{6, 1}, padding{0, 1, 0, 0}>>.empty());

// Two groups of one channel each; a kernel of two columns; padding on the left.
constexpr std::array<float, 6> pixels{1, 10, 2, 20, 3, 30};
constexpr std::array<float, 4> kernel{1, 100, -1, 2};
constexpr std::array<float, 2> bias{0.5f, -5};

template <class Operator>
constexpr auto convolved(bool with_bias) {
  using called = tenon_test::one_call<reference, Operator, rounding::tflite, tensor<f32, 1, 3, 2>::value>;
  parameter_source source;
  source.add("kernel", kernel);
  if (with_bias) source.add("bias", bias);
  typename called::array y{};
  called::kernel::run(Operator::template prepare<typename called::call>(source, called::plain, {called::result, {}}),
                      nullptr, y.data(), pixels.data());
  return y;
}
using by_hand = conv<filters{2}, window{1, 2}, groups{2}, padding{0, 0, 1, 0}>;
static_assert(convolved<by_hand>(false) == std::array<float, 6>{100, 20, 201, 30, 302, 40});
static_assert(convolved<with_attribute<by_hand, clamp{0.0f, 201.0f}>>(true) ==
              std::array<float, 6>{100.5f, 15, 201, 25, 201, 35});

TEST_CASE("a sum by hand, at run time") {
  CHECK(convolved<by_hand>(true) == std::array<float, 6>{100.5f, 15, 201.5f, 25, 302.5f, 35});
}

}  // namespace
