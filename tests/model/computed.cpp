// SPDX-License-Identifier: Apache-2.0
// The compiler works out what nodes make of constants, also of computed ones.
#include <tenon/model/computed.hpp>

#include <tenon/backend/reference.hpp>
#include <tenon/model/source.hpp>
#include <tenon/model/weights.hpp>
#include <tenon/op/operators.hpp>

#include <doctest/doctest.h>

#include <array>

namespace {

using namespace tenon;

inline constexpr std::array<float, 3> numbers{-1.0f, 2.0f, 7.0f};
using arrays = weights<bind<"c.value", numbers>>;
using c = node<"c", op::constant_<tensor<f32, 3>::value>>;
using bounded = node<"r", op::computed_<computation<node<"r", op::relu6_<>, "c">, c>{}, tensor<f32, 3>::value>>;
using sum = node<"s", op::computed_<computation<node<"s", op::add_<>, "r", "c">, bounded, c>{}, tensor<f32, 3>::value>>;

static_assert(detail::computed_values<arrays, bounded::op> == std::array<float, 3>{0.0f, 2.0f, 6.0f});
static_assert(detail::values_of_constant<arrays, sum> == std::array<float, 3>{-1.0f, 4.0f, 13.0f});

TEST_CASE("computed values are bound as the node's value") {
  const auto values = source_of<arrays, sum>({}).find("value");
  REQUIRE(values.size() == 3);
  CHECK(values[2] == 13.0f);
}

}  // namespace
