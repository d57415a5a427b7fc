// SPDX-License-Identifier: Apache-2.0
// The primitives of NEON, held to their definitions at random and at the ends of ranges.
#include <tenon/backend/kryo/isa/neon.hpp>

#include "rescaling.hpp"

#include <doctest/doctest.h>

TEST_CASE("NEON: products, rules and stores, value by value") {
#if defined(__aarch64__) && defined(__ARM_NEON)
  static_assert(tenon::isa::neon::name == "neon");
  tenon_test::check_instruction_set<tenon::isa::neon>();
#else
  MESSAGE("skipped: this build cannot use neon");
#endif
}
