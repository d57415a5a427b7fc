// SPDX-License-Identifier: Apache-2.0
// The fence before the vector instructions: on a host they are emulated.
#include <tenon/backend/hexagon/hvx.hpp>

#include <doctest/doctest.h>

using namespace tenon;

static_assert(hvx::is_emulated);
static_assert(sizeof(hvx::vector) == 128);

TEST_CASE("a vector goes through memory") {
  alignas(128) std::int8_t bytes[128];
  hvx::store(bytes, hvx::splat_halves(0x1234));
  CHECK((bytes[0] == 0x34 && bytes[127] == 0x12));
}
