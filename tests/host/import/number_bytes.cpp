// SPDX-License-Identifier: Apache-2.0
// Halves become the same real numbers, and bytes the numbers that they hold.
#include <tenon/host/import/number_bytes.hpp>

#include <doctest/doctest.h>

#include <array>

using namespace tenon::host::detail;

TEST_CASE("halves: normal ones, the smallest, infinities") {
  CHECK(from_half(0x3c00) == 1.0f);
  CHECK(from_half(0xc500) == -5.0f);
  CHECK(from_half(0x0001) == 0x1p-24f);
  CHECK(from_half(0x7bff) == 65504.0f);
  CHECK(std::isinf(from_half(0xfc00)));
  CHECK(std::isnan(from_half(0x7e00)));
}

TEST_CASE("numbers start at any byte") {
  const std::array<std::uint8_t, 5> bytes{0xff, 1, 0, 2, 1};
  const auto doubled = [](std::uint16_t x) { return 2 * x; };
  CHECK(numbers_of<std::uint16_t, int>(std::span{bytes}.subspan(1), 2, doubled) == std::vector<int>{2, 516});
}
