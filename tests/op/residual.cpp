// SPDX-License-Identifier: Apache-2.0
// The numbers and checks of an operator that adds a second input to its result.
#include <tenon/op/residual.hpp>

#include <tenon/kernel/kernel.hpp>
#include <tenon/op/conv2d.hpp>

#include "op/call_on.hpp"

#include <doctest/doctest.h>

namespace {

using namespace tenon;

constexpr tensor_type real = tensor<f32, 2, 2, 3>::value;
constexpr tensor_type integer = tensor<i8, 2, 2, 3>::value;
template <auto... Attributes>
using convolution = op::conv2d_<filters{3}, Attributes...>;

static_assert(convolution<>::arity == 1 && convolution<residual{}>::arity == 2);
static_assert(tenon_test::refusal<convolution<residual{}>, real, real>().empty());
static_assert(tenon_test::refusal<convolution<residual{}>, real, tensor<f32, 2, 2, 1>::value>() ==
              "tenon: an operator adds a second input of another type or shape than its result; give it one that is equal");
static_assert(tenon_test::refusal<convolution<residual{}>, real, integer>() ==
              "tenon: an operator adds a second input of another type or shape than its result; give it one that is equal");
static_assert(tenon_test::refusal<convolution<residual{}>, integer, integer>() ==
              "tenon: an operator adds a second input to integers without an encoding; fuse additions after quantizing");
static_assert(tenon_test::refusal<convolution<residual{{1.0f, 0}, {}}>, integer, integer>().empty());

TEST_CASE("the numbers of the sum are those of add") {
  const std::array<edge_type, 2> terms{edge_type{integer, {0.5f, 1}}, edge_type{integer, {0.25f, 2}}};
  const edge_type output{integer, {1.0f, 3}};
  using numbers = op::sum_parameters<q31_rule>;
  const numbers made = op::prepare_sum_as<numbers>({0.0f, 10.0f}, terms, output);
  CHECK(made.first_zero_point == 1);
  CHECK(made.second_zero_point == 2);
  CHECK(made.store.low == 3);
  CHECK(made.store.high == 13);
  CHECK(made.finish(made.first_term(5) + made.second_term(6)) == 6);
}

}  // namespace
