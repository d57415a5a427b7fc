// SPDX-License-Identifier: Apache-2.0
// conv2d on the kryo backend: golden vectors, by patches copied side by side.
#include <tenon/backend/kryo/conv2d.hpp>

#include "golden/conv2d.hpp"
#include "op/golden_linear.hpp"

#include <doctest/doctest.h>

namespace {

using namespace tenon;
using namespace tenon_test;

TEST_CASE("LiteRT's int8 answers") {
  for_each_case<tenon_golden::conv2d::cases>([]<class Case>() {
    using patches = variant_of<kryo, packed_gemm>;
    CHECK(answer_of_linear<patches, conv2d_of<Case>, rounding::tflite, Case>() == Case::expected);
  });
}

}  // namespace
