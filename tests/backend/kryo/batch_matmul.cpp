// SPDX-License-Identifier: Apache-2.0
// batch_matmul on kryo: golden vectors.
#include <tenon/backend/kryo/batch_matmul.hpp>

#include "golden/batch_matmul.hpp"
#include "op/golden_matmul.hpp"

#include <doctest/doctest.h>

TEST_CASE("LiteRT's int8 answers") {
  CHECK(tenon_test::multiplies_as_golden<tenon::kryo, tenon_golden::batch_matmul::cases>());
}
