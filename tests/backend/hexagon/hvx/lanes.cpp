// SPDX-License-Identifier: Apache-2.0
// Lanes of a vector: numbers read and written, cut, packed, widened and interleaved.
#include <tenon/backend/hexagon/hvx/lanes.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace tenon::hvx;

namespace {

lanes<std::int32_t> numbers(std::int32_t first, std::int32_t step) {
  lanes<std::int32_t> made{};
  for (std::size_t i = 0; i < made.size(); ++i) made[i] = first + step * static_cast<std::int32_t>(i);
  return made;
}

}  // namespace

static_assert(saturate<std::int8_t>(200) == 127 && saturate<std::int8_t>(-200) == -128 && saturate<std::int16_t>(-5) == -5);
static_assert(saturate<std::int32_t>(std::int64_t{1} << 40) == std::numeric_limits<std::int32_t>::max());

TEST_CASE("numbers come back as they went") {
  CHECK(as<std::int32_t>(from<std::int32_t>(numbers(-7, 1000))) == numbers(-7, 1000));
}

TEST_CASE("packing cuts, and keeps the order of two vectors") {
  const auto packed = as<std::int16_t>(
      pack<std::int16_t, std::int32_t>(from<std::int32_t>(numbers(0, -3000)), from<std::int32_t>(numbers(5, 3))));
  CHECK((packed[0] == 5 && packed[31] == 98 && packed[32] == 0 && packed[42] == -30000 && packed[43] == -32768));
}

TEST_CASE("narrowing takes two vectors in turn") {
  const auto narrowed = as<std::int16_t>(
      narrow<std::int16_t, std::int32_t>(from<std::int32_t>(numbers(100, 8)), from<std::int32_t>(numbers(3, 8)), 3, 4));
  CHECK((narrowed[0] == 0 && narrowed[1] == 13 && narrowed[2] == 1 && narrowed[3] == 14));
}

TEST_CASE("widening keeps the order, splitting takes even and odd places apart") {
  const vector x = pack<std::int16_t, std::int32_t>(from<std::int32_t>(numbers(32, 1)), from<std::int32_t>(numbers(0, 1)));
  CHECK(as<std::int32_t>(widen<std::int32_t, std::int16_t>(x).upper) == numbers(32, 1));
  CHECK(as<std::int32_t>(split<std::int32_t, std::int16_t>(x).upper) == numbers(1, 2));
  CHECK(as<std::uint16_t>(interleave<std::uint16_t>(x, x).lower)[3] == 1);
}
