// SPDX-License-Identifier: Apache-2.0
// Halves: every one of them, the ties between neighbours, and what lies beyond.
#include <tenon/backend/adreno/half.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace tenon::adreno_kernels;

static_assert(to_half(1.0f) == 0x3c00 && to_half(-2.0f) == 0xc000 && to_half(65504.0f) == 0x7bff);
static_assert(to_half(65519.9f) == 0x7bff && to_half(65520.0f) == 0x7c00 && to_half(-1e30f) == 0xfc00);
static_assert(to_half(0x1p-24f) == 1 && to_half(0x1p-25f) == 0 && to_half(0x1.000002p-25f) == 1 &&
              to_half(-0.0f) == 0x8000);
static_assert(from_half(0x3555) == 0x1.554p-2f && from_half(0x0001) == 0x1p-24f &&
              from_half(0x8400) == -0x1p-14f);

TEST_CASE("every half is read and written back") {
  for (std::uint32_t bits = 0; bits < 0x10000; ++bits) {
    const auto half = static_cast<std::uint16_t>(bits);
    const float value = from_half(half);
    if ((bits & 0x7c00u) == 0x7c00u && (bits & 0x3ffu) != 0)
      CHECK((std::isnan(value) && std::isnan(from_half(to_half(value)))));
    else CHECK(to_half(value) == half);
  }
}

TEST_CASE("between two halves the nearer is taken, in the middle the even one") {
  for (std::uint32_t bits = 0; bits < 0x7bff; ++bits) {
    const auto low = static_cast<std::uint16_t>(bits);
    const auto high = static_cast<std::uint16_t>(bits + 1);
    const float middle = (from_half(low) + from_half(high)) / 2.0f;
    CHECK(to_half(middle) == (bits % 2 == 0 ? low : high));
    CHECK(to_half(std::nextafter(middle, 0.0f)) == low);
    CHECK(to_half(std::nextafter(middle, std::numeric_limits<float>::max())) == high);
  }
}
