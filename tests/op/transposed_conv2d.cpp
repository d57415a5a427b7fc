// SPDX-License-Identifier: Apache-2.0
// transposed_conv2d: golden vectors, sizes by every kind of padding, groups and dilation by hand, and what it refuses.
#include <tenon/op/transposed_conv2d.hpp>

#include <tenon/backend/reference/transposed_conv2d.hpp>

#include "golden/transposed_conv2d.hpp"
#include "op/golden_transposed.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string_view>

namespace {

using namespace tenon;

template <tensor_type Input, auto... Attributes>
constexpr shape result = [] {
  const std::array<edge_type, 1> inputs{edge_type{Input, {}}};
  return op::transposed_conv2d_<Attributes...>::infer(inputs).edge.tensor.extents;
}();
constexpr tensor_type image = tensor<f32, 3, 4, 2>::value;
static_assert(result<image, filters{5}, window{2, 2}, stride{2, 2}> == shape_of(6, 8, 5));
static_assert(result<image, filters{5}, window{3, 3}, stride{2, 2}, same_padding> == shape_of(6, 8, 5));
static_assert(result<image, filters{5}, window{1, 2}, stride{3, 2}, same_padding> == shape_of(9, 8, 5));
static_assert(result<image, filters{5}, window{3, 3}, stride{2, 2}, padding{1, 0, 0, -1}> == shape_of(6, 10, 5));
static_assert(result<image, filters{1}, window{3, 2}, dilation{2, 3}> == shape_of(7, 7, 1));
static_assert(result<tensor<f32, 2, 3, 4, 2>::value, filters{5}, window{2, 2}> == shape_of(2, 4, 5, 5));

static_assert(op::detail::resolve_transposed({{3, 3}, {2, 2}, {1, 1}, same_padding}).around.bottom == 1);
static_assert(op::transposed_source(5, 1, 2, 1, 0, 3) == 2 && op::transposed_source(4, 1, 2, 1, 0, 3) == -1);
static_assert(op::transposed_source(7, 1, 2, 1, 0, 3) == -1 && op::transposed_source(0, 1, 2, 1, 0, 3) == -1);

// Two groups of one channel each, taps two apart: y[2 * j + 3 * i] += kernel[group][i] * x[j].
constexpr std::array<float, 4> kernel{1, 10, 100, 1000};
constexpr std::array<float, 2> bias{0.5f, 0.25f};
constexpr std::array<float, 4> x{1, 2, 3, 4};
using grouped = op::transposed_conv2d_<filters{2}, window{1, 2}, stride{1, 2}, dilation{1, 3}, groups{2}>;
using called = tenon_test::one_call<reference, grouped, rounding::tflite, tensor<f32, 1, 2, 2>::value>;
constexpr auto spread = [] {
  parameter_source source;
  source.add("kernel", kernel);
  source.add("bias", bias);
  const auto numbers = grouped::prepare<called::call>(source, called::plain, {called::result, {}});
  called::array y{};
  called::kernel::run(called::kernel::pack(numbers), nullptr, y.data(), x.data());
  return y;
}();
static_assert(called::result.extents == shape_of(1, 6, 2));
static_assert(spread == std::array<float, 12>{1.5f, 200.25f, 0.5f, 0.25f, 3.5f, 400.25f, 10.5f, 2000.25f, 0.5f, 0.25f,
                                              30.5f, 4000.25f});

constexpr std::array<edge_type, 1> inputs{edge_type{tensor<f32, 3, 4, 2>::value, {}}};
using up = op::transposed_conv2d_<filters{5}, window{2, 2}, stride{2, 2}>;
static_assert(up::macs(inputs, up::infer(inputs).edge) == 3 * 4 * 2 * 4 * 5 && up::taps(inputs) == 8);
static_assert(up::parameters_for(inputs).items[0].size == 40 && absorbs_clamp<up> && absorbs_affine<up>);

template <auto... Attributes>
constexpr std::string_view refusal = tenon_test::refusal<op::transposed_conv2d_<Attributes...>, image>();
constexpr std::string_view below =
    "tenon: transposed_conv2d has a window, stride, dilation or filter count below 1, or a padding below 0 at the top "
    "or "
    "to the left; give positive numbers";
static_assert(refusal<window{2, 2}> == below && refusal<filters{1}, stride{0, 1}> == below);
static_assert(refusal<filters{1}, window{2, 2}, padding{-1, 0, 0, 0}> == below);
static_assert(
    refusal<filters{3}, window{2, 2}, groups{2}> ==
    "tenon: the groups of transposed_conv2d do not divide its channels and filters; choose groups that divide "
    "both");
static_assert(refusal<filters{1}, padding{3, 0, 0, 0}> ==
              "tenon: the padding of transposed_conv2d leaves nothing of its result; make it smaller");
static_assert(tenon_test::refusal<up, tensor<f32, 8>::value>() ==
              "tenon: transposed_conv2d takes (rows, columns, channels), with or without a batch; reshape its input");

TEST_CASE("LiteRT's int8 answers") {
  CHECK(tenon_test::spreads_as_golden<reference, tenon_golden::transposed_conv2d::cases>());
}

}  // namespace
