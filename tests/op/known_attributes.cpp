// SPDX-License-Identifier: Apache-2.0
// Attributes that an operator takes, those that passes add, and those that are refused.
#include <tenon/op/known_attributes.hpp>

#include <string_view>

#include <tenon/op/operators.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon::op;

namespace {

constexpr std::string_view unknown = "tenon: an operator has an attribute that it does not take";
constexpr std::string_view twice = "tenon: an operator has two attributes of one type";

template <class Operator>
constexpr bool takes_all = tenon::detail::attribute_complaint<Operator>.empty();
template <class Operator>
constexpr bool says(std::string_view beginning) {
  return tenon::detail::attribute_complaint<Operator>.starts_with(beginning);
}

static_assert(takes_all<relu_<>> && takes_all<conv2d_<>>);
static_assert(takes_all<conv2d_<filters{2}, window{3, 3}, stride{2, 2}, dilation{2, 2}, same_padding, groups{2}>>);
static_assert(takes_all<average_pool_<window{2, 2}, count_padding{true}>> && takes_all<max_pool_<window{2, 2}>>);
static_assert(takes_all<gather_<indices<0, 1>, axis{1}>> && takes_all<slice_<begin{1}, end{2}, strides{1}>>);
static_assert(takes_all<reduce_max_<axes{1}, keep_axes{true}>> && takes_all<depth_to_space_<block_size{2}>>);

// Of what passes add, an operator takes what it can follow.
static_assert(takes_all<relu_<encoded{}>> && takes_all<conv2d_<clamp{}, residual{}, parameters_of<"a">{}>>);
static_assert(takes_all<add_<clamp{}>> && says<transpose_<clamp{}>>(unknown) && says<transpose_<residual{}>>(unknown));

static_assert(says<relu_<stride{2, 2}>>(unknown) && says<dense_<units{2}, filters{3}>>(unknown));
static_assert(says<max_pool_<window{2, 2}, groups{3}>>(unknown) && says<max_pool_<count_padding{true}>>(unknown));
static_assert(says<conv2d_<filters{2}, filters{2}>>(twice) && says<softmax_<beta{1.0f}, beta{2.0f}>>(twice));
// What is not known is told before what is there twice.
static_assert(says<relu_<stride{2, 2}, stride{2, 2}>>(unknown));

template <auto...>
struct silent_ {};
template <auto...>
struct outspoken_ {
  using attributes = attribute_types<units>;
};
static_assert(takes_all<silent_<>> && says<silent_<units{1}>>(unknown) && takes_all<outspoken_<units{1}>>);

template <class... Nodes>
constexpr fault fault_in = tenon::detail::attribute_fault<graph<Nodes...>>();
using x = node<"x", input_<tensor<f32, 4>::value>>;

}  // namespace

TEST_CASE("the first node with a wrong attribute is told") {
  CHECK(!fault_in<x, node<"a", relu_<>, "x">>);
  constexpr fault found =
      fault_in<x, node<"a", relu_<>, "x">, node<"b", relu_<units{1}>, "a">, node<"c", relu_<units{1}>, "b">>;
  CHECK(found.kind == fault_kind::refused_inputs);
  CHECK(found.node == 2);
  CHECK(found.detail.starts_with(unknown));
}
