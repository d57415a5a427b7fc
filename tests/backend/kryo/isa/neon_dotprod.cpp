// SPDX-License-Identifier: Apache-2.0
// The primitives of NEON with dot products return what they are defined as, on random numbers and at the ends of their ranges.
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
