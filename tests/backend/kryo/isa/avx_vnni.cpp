// SPDX-License-Identifier: Apache-2.0
// The primitives of AVX-VNNI, held to their definitions at random and at the ends of ranges.
#include <tenon/backend/kryo/isa/avx_vnni.hpp>

#include "rescaling.hpp"

#include <doctest/doctest.h>

TEST_CASE("AVX-VNNI: products, rules and stores, value by value") {
#if defined(__AVX2__) && defined(__FMA__) && \
    (defined(__AVXVNNI__) || (defined(__AVX512VNNI__) && defined(__AVX512VL__)))
  static_assert(tenon::isa::avx_vnni::name == "avx_vnni");
  tenon_test::check_instruction_set<tenon::isa::avx_vnni>();
#else
  MESSAGE("skipped: this build cannot use avx_vnni");
#endif
}
