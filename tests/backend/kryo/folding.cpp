// SPDX-License-Identifier: Apache-2.0
// Reductions that fold their values on kryo: golden vectors.
#include <tenon/backend/kryo/folding.hpp>

#include <tenon/op/reduce_max.hpp>
#include <tenon/op/reduce_min.hpp>
#include <tenon/op/reduce_sum.hpp>

#include "golden/reduce_max.hpp"
#include "golden/reduce_min.hpp"
#include "golden/reduce_sum.hpp"
#include "op/golden_folds.hpp"

#include <doctest/doctest.h>

TEST_CASE("LiteRT's int8 answers") {
  using namespace tenon;
  using tenon_test::folds_as_golden;
  CHECK(folds_as_golden<kryo, op::reduce_sum_, tenon_golden::reduce_sum::cases>());
  CHECK(folds_as_golden<kryo, op::reduce_max_, tenon_golden::reduce_max::cases>());
  CHECK(folds_as_golden<kryo, op::reduce_min_, tenon_golden::reduce_min::cases>());
}
