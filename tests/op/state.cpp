// SPDX-License-Identifier: Apache-2.0
// state: its edge, its array, and what it holds first.
#include <tenon/op/state.hpp>

#include <doctest/doctest.h>

#include <array>
#include <type_traits>

namespace {

using namespace tenon;

using kept = op::state_<tensor<f32, 2, 3>::value>;
using kept_integers = op::state_<tensor<i8, 2>::value, encoded{{0.5f, -3}}>;

static_assert(operation<kept> && holds_state<kept> && has_parameters<kept> && !reads_input<kept> &&
              !holds_constant<kept>);
static_assert(kept::infer({}).edge == edge_type{tensor<f32, 2, 3>::value, {}});
static_assert(kept_integers::infer({}).edge.code == encoding{0.5f, -3});
static_assert(kept::parameters_for({}).items[0].size == 6 && !kept::parameters_for({}).items[0].required);
static_assert(op::state_<tensor<f16, 2>::value>::infer({}).fault ==
              "tenon: a state has an element type that no operator assigns; use f32");

constexpr auto builds = op::state<"frames", tensor<f32, 2, 3>>;
static_assert(std::is_same_v<decltype(builds), const value<graph<node<"frames", kept>>, "frames">>);

constexpr std::array<float, 2> numbers{1.0f, -1.0f};
constexpr parameter_source bound() {
  parameter_source source;
  source.add("initial", numbers);
  return source;
}
static_assert(kept_integers::values({}, {tensor<i8, 2>::value, {0.5f, -3}}) == std::array<std::int8_t, 2>{-3, -3});
static_assert(kept_integers::values(bound(), {tensor<i8, 2>::value, {0.5f, -3}}) == std::array<std::int8_t, 2>{-1, -5});
static_assert(kept_integers::has_initial(bound()) && !kept_integers::has_initial({}));

}  // namespace
