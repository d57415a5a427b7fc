// SPDX-License-Identifier: Apache-2.0
// The primitives of AVX-512 VNNI, held to their definitions at random and at the ends of ranges.
#include <tenon/backend/kryo/isa/avx512_vnni.hpp>

#include "rescaling.hpp"

#include <doctest/doctest.h>

TEST_CASE("AVX-512 VNNI: products, rules and stores, value by value") {
#if defined(__AVX512VNNI__) && defined(__AVX512BW__) && defined(__AVX512DQ__) && defined(__AVX512VL__)
  static_assert(tenon::isa::avx512_vnni::name == "avx512_vnni");
  tenon_test::check_instruction_set<tenon::isa::avx512_vnni>();
#else
  MESSAGE("skipped: this build cannot use avx512_vnni");
#endif
}
