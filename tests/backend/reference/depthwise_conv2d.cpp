// SPDX-License-Identifier: Apache-2.0
// depthwise_conv2d on the reference backend: golden vectors of both rounding policies, when compiling and when running.
#include <tenon/backend/reference/depthwise_conv2d.hpp>

#include "golden/depthwise_conv2d.hpp"
#include "golden/float32_rounding.hpp"
#include "op/golden_linear.hpp"

#include <doctest/doctest.h>

namespace {

using namespace tenon;

template <class Rounding, class Cases>
void check_cases() {
  tenon_test::for_each_case<Cases>([]<class Case>() {
    using op = tenon_test::depthwise_of<Case>;
    constexpr auto compiled = tenon_test::answer_of_linear<reference, op, Rounding, Case>();
    static_assert(compiled == Case::expected);
    CHECK(tenon_test::answer_of_linear<reference, op, Rounding, Case>() == Case::expected);
  });
}

TEST_CASE("LiteRT's reference kernels and rounding::tflite agree") {
  check_cases<rounding::tflite, tenon_golden::depthwise_conv2d::cases>();
}

TEST_CASE("LiteRT's default resolver and rounding::float32 agree") {
  check_cases<rounding::float32, tenon_golden::float32_rounding::depthwise_conv2d::cases>();
}

}  // namespace
