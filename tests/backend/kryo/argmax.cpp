// SPDX-License-Identifier: Apache-2.0
// argmax on the kryo backend: LiteRT's answers along every axis.
#include <tenon/backend/kryo/argmax.hpp>

#include <golden/argmax.hpp>
#include <op/one_input.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

static_assert(!has_kernel<kryo, call_on<op::argmax_<>, tensor<u8, 3>::value>>);

TEST_CASE("argmax on kryo equals LiteRT") {
  for_each_case<tenon_golden::argmax::cases>([]<class Case>() {
    constexpr tensor_type input{i8, shape_from(Case::input_shape)};
    CHECK(run_one<kryo, op::argmax_<axis{Case::axis}>, input>(Case::input) == Case::expected);
  });
}
