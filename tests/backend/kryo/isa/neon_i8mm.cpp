// SPDX-License-Identifier: Apache-2.0
// The primitives of NEON with 8-bit matrix products, held to their definitions; untangled pairs of rows.
#include <tenon/backend/kryo/isa/neon_i8mm.hpp>

#include "rescaling.hpp"

#include <doctest/doctest.h>

#if defined(__aarch64__) && defined(__ARM_FEATURE_DOTPROD) && defined(__ARM_FEATURE_MATMUL_INT8)

using tenon::isa::neon_i8mm;

TEST_CASE("NEON with 8-bit matrix products: products, rules and stores, value by value") {
  static_assert(neon_i8mm::name == "neon_i8mm");
  tenon_test::check_instruction_set<neon_i8mm>();
}

TEST_CASE("two rows of four columns become two pairs of rows, and rows again") {
  using words = tenon_test::words<neon_i8mm>;
  const words first{1, 2, 3, 4};
  const words second{5, 6, 7, 8};
  auto a = neon_i8mm::load(first.data());
  auto b = neon_i8mm::load(second.data());
  neon_i8mm::untangle(a, b);
  CHECK(tenon_test::words_of<neon_i8mm>(a) == words{1, 2, 5, 6});
  CHECK(tenon_test::words_of<neon_i8mm>(b) == words{3, 4, 7, 8});
  neon_i8mm::untangle(a, b);
  CHECK(tenon_test::words_of<neon_i8mm>(a) == first);
  CHECK(tenon_test::words_of<neon_i8mm>(b) == second);
}

#else

TEST_CASE("NEON with 8-bit matrix products") { MESSAGE("skipped: this build cannot use neon_i8mm"); }

#endif
