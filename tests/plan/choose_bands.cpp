// SPDX-License-Identifier: Apache-2.0
// Which rows a band takes of its inputs, and which steps can be cut.
#include <tenon/plan/choose_bands.hpp>

#include "limited.hpp"

#include <doctest/doctest.h>

namespace {

using namespace tenon;

constexpr detail::row_window sliding{2, 5, 2, true};
static_assert(sliding.under(0, 3, 9, 0).first == 0 && sliding.under(0, 3, 9, 0).last == 7);
static_assert(sliding.under(3, 5, 9, 0).first == 4 && sliding.under(3, 5, 9, 0).last == 9);
static_assert(
    detail::row_window_of<op::conv2d_<window{3, 1}, stride{2, 1}, dilation{2, 1}, padding{1, 0, 0, 0}>>().reach == 5);
static_assert(!detail::row_window_of<op::relu_<>>().slides);

template <class Operator, shape Input>
constexpr int axis_of =
    detail::axis_of_bands<graph<node<"x", op::input_<tensor_type{f32, Input}>>, node<"y", Operator, "x">>, 1>();
static_assert(axis_of<op::relu_<>, shape_of(4, 3)> == 0 && axis_of<op::relu_<>, shape_of(4)> == -1);
static_assert(axis_of<op::max_pool_<window{2, 2}>, shape_of(4, 4, 2)> == 0);
static_assert(axis_of<op::max_pool_<window{2, 2}>, shape_of(1, 4, 4, 2)> == 1);
static_assert(axis_of<op::max_pool_<window{2, 2}>, shape_of(2, 4, 4, 2)> == -1);
static_assert(axis_of<op::max_pool_<window{2, 2}, same_padding>, shape_of(4, 4, 2)> == -1, "not in numbers yet");
static_assert(axis_of<op::conv2d_<filters{2}, window{2, 2}>, shape_of(4, 4, 2)> == 0);
static_assert(axis_of<op::conv2d_<filters{2}, window{2, 2}, dynamic_range::symmetric>, shape_of(4, 4, 2)> == -1,
              "rounded by the range of the whole image");
static_assert(axis_of<op::softmax_<>, shape_of(4)> == -1 &&
              axis_of<op::transpose_<permutation{1, 0}>, shape_of(4, 3)> == -1);

using network_type = lowered<limited::integer>;
constexpr const auto& cut = detail::bands_of<network_type, on<limited::processor<700>>>::value;
constexpr int sum = index_of<network_type::graph_type>("sum");

}  // namespace

TEST_CASE("bands follow each other up to the last row") {
  const detail::banding& bands = cut[static_cast<std::size_t>(sum)];
  REQUIRE(bands.count > 2);
  CHECK(bands.first(0) == 0);
  for (int i = 1; i < bands.count; ++i) CHECK(bands.first(i) == bands.last(i - 1, 16));
  CHECK(bands.last(bands.count - 1, 16) == 16);
}
