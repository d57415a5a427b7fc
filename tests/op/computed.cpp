// SPDX-License-Identifier: Apache-2.0
// computed: a constant out of a node; its elements and encoding are those of a constant with the same values.
#include <tenon/op/computed.hpp>

#include <tenon/op/relu.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <type_traits>

namespace {

using namespace tenon;

using source_node = node<"c", op::constant_<tensor<f32, 3>::value>>;
using made = computation<node<"r", op::relu_<>, "c">, source_node>;
using real = op::computed_<made{}, tensor<f32, 3>::value>;
using integer = op::computed_<made{}, tensor<i8, 3>::value, encoded{{0.5f, 1}}>;

static_assert(operation<real> && holds_constant<real> && computes_values<real> && encodes_itself<real> &&
              !has_parameters<real>);
static_assert(!computes_values<op::constant_<tensor<f32, 3>::value>>);
static_assert(std::is_same_v<real::computation_type, made>);
static_assert(integer::infer({}).edge == edge_type{tensor<i8, 3>::value, {0.5f, 1}});

constexpr std::array<float, 3> numbers{0.0f, 2.0f, 5.1f};
constexpr parameter_source source = [] {
  parameter_source bound;
  bound.add("value", numbers);
  return bound;
}();
static_assert(real::values(source, real::infer({}).edge) == numbers);
static_assert(integer::values(source, integer::infer({}).edge) == std::array<std::int8_t, 3>{1, 5, 11});
static_assert(real::encoding_for(source) == op::encoding_of_values(numbers));

TEST_CASE("elements at run time") {
  CHECK(integer::values(source, integer::infer({}).edge) == std::array<std::int8_t, 3>{1, 5, 11});
}

}  // namespace
