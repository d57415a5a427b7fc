// SPDX-License-Identifier: Apache-2.0
// Operators that only reshape, on the reference backend: a copy of every element type.
#include <tenon/backend/reference/reshape.hpp>

#include <tenon/op/flatten.hpp>
#include <tenon/op/output.hpp>
#include <tenon/op/reshape.hpp>

#include "op/golden_moves.hpp"

#include <doctest/doctest.h>

namespace {

using namespace tenon;
using tenon_test::counted;

template <class Operator, element Type>
bool copies() {
  constexpr tensor_type box = tensor<Type, 3, 5, 7>::value;
  using called = tenon_test::one_call<reference, Operator, rounding::tflite, box>;
  return called::run({}, counted<box>()) == counted<box>();
}

TEST_CASE("Elements keep their order") {
  CHECK(copies<op::flatten_<>, f32>());
  CHECK(copies<op::output_<>, i8>());
  CHECK(copies<op::reshape_<extents{15, -1}>, i16>());
  CHECK(copies<op::reshape_<extents{105}>, bf16>());
}

}  // namespace
