// SPDX-License-Identifier: Apache-2.0
// Tests of the CRC-32 checksum against published values.
#include <tenon/core/crc32.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include <doctest/doctest.h>

namespace {

// The check input of the CRC catalogue: "123456789", whose CRC-32 is 0xCBF43926.
constexpr std::array<std::uint8_t, 9> digits{'1', '2', '3', '4', '5', '6', '7', '8', '9'};

static_assert(tenon::crc32(digits) == 0xCBF43926u);

}  // namespace

TEST_CASE("crc32 equals published values") {
  CHECK(tenon::crc32({}) == 0u);
  CHECK(tenon::crc32(digits) == 0xCBF43926u);
  CHECK(tenon::crc32(std::array<std::uint8_t, 1>{'a'}) == 0xE8B7BE43u);
  CHECK(tenon::crc32(std::array<std::uint8_t, 4>{}) == 0x2144DF1Cu);
}

TEST_CASE("crc32 in slices equals crc32 of the whole") {
  const std::span<const std::uint8_t> all{digits};
  for (std::size_t cut = 0; cut <= all.size(); ++cut) {
    CHECK(tenon::crc32(all.subspan(cut), tenon::crc32(all.first(cut))) == 0xCBF43926u);
  }
}

TEST_CASE("crc32 sees every single flipped bit") {
  for (std::size_t bit = 0; bit < digits.size() * 8; ++bit) {
    auto flipped = digits;
    flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ (1u << (bit % 8)));
    CHECK(tenon::crc32(flipped) != 0xCBF43926u);
  }
}
