// SPDX-License-Identifier: Apache-2.0
// pad on kryo: golden vectors.
#include <tenon/backend/kryo/pad.hpp>

#include "golden/pad.hpp"
#include "op/golden_moves.hpp"

#include <doctest/doctest.h>

namespace {

using namespace tenon;

TEST_CASE("LiteRT's int8 answers") {
  tenon_test::for_each_case<tenon_golden::pad::cases>([]<class Case>() {
    using tenon_test::axes_from;
    constexpr fill value{dequantize_value(Case::value, Case::input_encoding)};
    using padded = op::pad_<axes_from<before, Case::before>(), axes_from<after, Case::after>(), value>;
    CHECK(tenon_test::answer_of_move<kryo, padded, Case>() == Case::expected);
  });
}

}  // namespace
