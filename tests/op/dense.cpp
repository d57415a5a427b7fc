// SPDX-License-Identifier: Apache-2.0
// dense: the last axis is contracted, leading axes stay; parameters, a sum by hand, what it refuses.
#include <tenon/op/dense.hpp>

#include <tenon/backend/reference/dense.hpp>

#include "op/call_on.hpp"

#include <doctest/doctest.h>

#include <array>

namespace {

using namespace tenon;

using two_units = op::dense_<units{2}>;
constexpr std::array<edge_type, 1> typed{edge_type{tensor<f32, 4, 5, 3>::value, {}}};
static_assert(two_units::infer(typed).edge.tensor == tensor<f32, 4, 5, 2>::value);
static_assert(two_units::taps(typed) == 3 && two_units::macs(typed, two_units::infer(typed).edge) == 4 * 5 * 2 * 3);
static_assert(two_units::parameters_for(typed).items[0].size == 6 && two_units::parameters_for(typed).items[1].size == 2);
static_assert(absorbs_clamp<two_units> && absorbs_affine<two_units> && !absorbs_padding<two_units>);

static_assert(tenon_test::refusal<two_units, tensor_type{f32, {}}>() ==
              "tenon: dense takes at least one axis; reshape its input");
static_assert(tenon_test::refusal<op::dense_<>, tensor<f32, 3>::value>() ==
              "tenon: dense has no units; give units{...} a positive number");

constexpr std::array<float, 6> x{1, 2, 3, -1, 0, 0.5f};
constexpr std::array<float, 6> kernel{1, 10, 100, -1, 4, 0};
constexpr std::array<float, 2> bias{0, 1};

template <class Operator>
constexpr auto multiplied() {
  using called = tenon_test::one_call<reference, Operator, rounding::tflite, tensor<f32, 2, 3>::value>;
  parameter_source source;
  source.add("kernel", kernel);
  source.add("bias", bias);
  typename called::array y{};
  called::kernel::run(Operator::template prepare<typename called::call>(source, called::plain, {called::result, {}}),
                      nullptr, y.data(), x.data());
  return y;
}
static_assert(multiplied<two_units>() == std::array<float, 4>{321, 8, 49, 2});

TEST_CASE("a sum by hand, at run time") {
  CHECK(multiplied<two_units>() == std::array<float, 4>{321, 8, 49, 2});
  CHECK(multiplied<with_attribute<two_units, clamp{0.0f, 6.0f}>>() == std::array<float, 4>{6, 6, 6, 2});
}

}  // namespace
