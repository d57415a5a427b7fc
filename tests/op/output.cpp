// SPDX-License-Identifier: Apache-2.0
// output: passes on what it reads, in every element type.
#include <tenon/op/output.hpp>

#include <tenon/backend/reference/reshape.hpp>

#include "op/golden_moves.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

namespace {

using namespace tenon;
using tenon_test::counted;
using tenon_test::refusal;

constexpr tensor_type box = tensor<i32, 2, 3>::value;
using shown = tenon_test::one_call<reference, op::output_<>, rounding::tflite, box>;

static_assert(shown::result == box);
static_assert(shown::run({}, counted<box>()) == counted<box>());
static_assert(only_reshapes<op::output_<>> && !may_be_identity<op::output_<>>,
              "removing it would lose an output");

TEST_CASE("Its encoding is that of its input") {
  const std::array<edge_type, 1> quantized{edge_type{{i8, shape_of(4, 2)}, {0.5f, 3}}};
  CHECK(op::output_<>::infer(quantized).edge == quantized[0]);
  CHECK(shown::run({}, counted<box>()) == counted<box>());
}

}  // namespace
