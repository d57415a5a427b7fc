// SPDX-License-Identifier: Apache-2.0
// The primitives of NEON with dot products, held to their definitions at random and at the ends of ranges.
#include <tenon/backend/kryo/isa/neon_dotprod.hpp>

#include "rescaling.hpp"

#include <doctest/doctest.h>

TEST_CASE("NEON with dot products: products, rules and stores, value by value") {
#if defined(__aarch64__) && defined(__ARM_FEATURE_DOTPROD)
  static_assert(tenon::isa::neon_dotprod::name == "neon_dotprod");
  tenon_test::check_instruction_set<tenon::isa::neon_dotprod>();
#else
  MESSAGE("skipped: this build cannot use neon_dotprod");
#endif
}
