// SPDX-License-Identifier: Apache-2.0
// conv2d on the kryo backend: golden vectors, by windows read where they lie.
#include <tenon/backend/kryo/conv2d.hpp>

#include "golden/conv2d.hpp"
#include "op/golden_linear.hpp"

#include <doctest/doctest.h>

namespace {

using namespace tenon;
using namespace tenon_test;

TEST_CASE("LiteRT's int8 answers") {
  for_each_case<tenon_golden::conv2d::cases>([]<class Case>() {
    using windows = variant_of<kryo, direct>;
    CHECK(answer_of_linear<windows, conv2d_of<Case>, rounding::tflite, Case>() == Case::expected);
  });
}

}  // namespace
