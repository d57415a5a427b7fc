// SPDX-License-Identifier: Apache-2.0
// dequantize: kryo against the reference, every bit, over shapes, encodings and values.
#include <tenon/op/dequantize.hpp>

#include <tenon/backend/kryo/dequantize.hpp>
#include <tenon/backend/reference/dequantize.hpp>

#include <contract/one_input.hpp>

#include <doctest/doctest.h>

using namespace tenon;
using namespace tenon_test;

TEST_CASE("dequantize is equal on kryo and the reference") {
  CHECK(differences_over_shapes<op::dequantize_<>, i8, agreement::exact>() == 0);
}

TEST_CASE("dequantize is equal for zero points far outside int8") {
  for (const int zero_point :
       {std::numeric_limits<int>::min(), -16'777'217, 16'777'219, std::numeric_limits<int>::max()})
    CHECK(run_one<kryo, op::dequantize_<>, tensor<i8, 256>::value>(all_int8(), {0.37f, zero_point}) ==
          run_one<reference, op::dequantize_<>, tensor<i8, 256>::value>(all_int8(), {0.37f, zero_point}));
}
