// SPDX-License-Identifier: Apache-2.0
// Ports know the bytes that a device holds; places are told apart by memory, index and offset.
#include <tenon/backend/adreno/device_program.hpp>

#include <doctest/doctest.h>

using namespace tenon;

static_assert(device_port{f32, 10, false}.bytes() == 40 && device_port{f32, 10, true}.bytes() == 20 &&
              device_port{i8, 10, false}.bytes() == 10);
static_assert(device_place{device_memory::input, 1, 0} != device_place{device_memory::input, 0, 0});
static_assert(device_place{device_memory::arena, 0, 16} != device_place{device_memory::numbers, 0, 16});

TEST_CASE("a program without anything asks for nothing") {
  constexpr device_program empty{};
  CHECK(empty.text.empty());
  CHECK(empty.launches.empty());
  CHECK(empty.arena_bytes + empty.number_bytes == 0);
}
