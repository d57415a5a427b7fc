// SPDX-License-Identifier: Apache-2.0
// The primitives of AVX2, held to their definitions at random and at the ends of ranges.
#include <tenon/backend/kryo/isa/avx2.hpp>

#include "rescaling.hpp"

#include <doctest/doctest.h>

TEST_CASE("AVX2: products, rules and stores, value by value") {
#if defined(__AVX2__) && defined(__FMA__)
  static_assert(tenon::isa::avx2::name == "avx2");
  tenon_test::check_instruction_set<tenon::isa::avx2>();
#else
  MESSAGE("skipped: this build cannot use avx2");
#endif
}
