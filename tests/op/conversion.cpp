// SPDX-License-Identifier: Apache-2.0
// The names of the conversions that passes insert, without their operators.
#include <tenon/op/conversion.hpp>

#include <tenon/op/dequantize.hpp>
#include <tenon/op/quantize.hpp>

#include <doctest/doctest.h>

using namespace tenon;

// The declarations name the same templates as the operators, and those convert.
static_assert(op::quantize_<>::converts && op::dequantize_<>::converts);
static_assert(operation<op::quantize_<>> && operation<op::dequantize_<>>);

TEST_CASE("conversions say so by name") {
  CHECK(op::quantize_<>::word == "quantize");
  CHECK(op::dequantize_<>::word == "dequantize");
}
