// SPDX-License-Identifier: Apache-2.0
// The processor's own instructions are for the processor: a host sees nothing of them.
#include <tenon/backend/hexagon/hvx/processor.hpp>

#include <tenon/backend/hexagon/hvx.hpp>

#include <doctest/doctest.h>

// What they compute is compared with the emulation by tests/cross/hexagon/instructions.cpp.
static_assert(tenon::hvx::is_emulated);

TEST_CASE("a host has the emulation although the processor's header is included") {
  CHECK(tenon::hvx::as<std::int32_t>(tenon::hvx::splat_words(-5))[31] == -5);
}
