// SPDX-License-Identifier: Apache-2.0
// dequantize on the kryo backend: LiteRT's answers bit for bit.
#include <tenon/backend/kryo/dequantize.hpp>

#include <golden/dequantize.hpp>
#include <op/one_input.hpp>
#include <op/uint8_cases.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

static_assert(!has_kernel<kryo, call_on<op::dequantize_<>, tensor<i4, 3>::value>>);

TEST_CASE("dequantize on kryo equals LiteRT on all 256 integers") {
  for_each_case<tenon_golden::dequantize::cases>([]<class Case>() {
    CHECK(run_one<kryo, op::dequantize_<>, tensor<i8, 256>::value>(Case::input, Case::input_encoding) ==
          Case::expected);
  });
}

TEST_CASE("dequantize of uint8 equals LiteRT") { check_dequantize_of_uint8<kryo>(); }
