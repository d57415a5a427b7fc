// SPDX-License-Identifier: Apache-2.0
// The emulated instructions on numbers chosen by hand; tests/cross/hexagon compares all of them with a simulated processor.
#include <tenon/backend/hexagon/hvx/emulation.hpp>

#include <tenon/core/fixed_point.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace tenon;
using namespace tenon::hvx;

namespace {

std::int32_t first_word(const vector& x) { return as<std::int32_t>(x)[0]; }
constexpr std::int32_t lowest = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t largest = std::numeric_limits<std::int32_t>::max();

}  // namespace

TEST_CASE("sums wrap, saturate or are halved without overflow") {
  CHECK(first_word(add_words(splat_words(largest), splat_words(1))) == lowest);
  CHECK(first_word(add_words_saturating(splat_words(largest), splat_words(1))) == largest);
  CHECK(first_word(average_words(splat_words(largest), splat_words(largest))) == largest);
  CHECK(first_word(average_words(splat_words(-3), splat_words(0))) == -2);
}

TEST_CASE("both parts of a product make the doubling high product") {
  for (const std::int32_t x : {0, 1, -1, 123456789, -987654321, largest, lowest})
    for (const std::int32_t m : {0, 0x40000000, 0x7fffffff, 0x5a5a5a5a, -0x40000001, lowest})
      CHECK(first_word(multiply_high(multiply_low(splat_words(x), splat_words(m)), splat_words(x), splat_words(m))) ==
            high_multiply(x, m));
}

TEST_CASE("differences of bytes wrap around") {
  CHECK(subtract_bytes(splat_bytes(127), splat_bytes(-128)).bytes[9] == 255);
  CHECK(subtract_bytes(splat_bytes(-3), splat_bytes(2)).bytes[9] == 251);
}

TEST_CASE("dot products take signs as their names say") {
  CHECK(first_word(dot(splat_bytes(-2), splat_bytes(3))) == -24);
  CHECK(first_word(dot_unsigned(splat_words(10), splat_bytes(-2), 0x03030303)) == 10 + 4 * 254 * 3);
  CHECK(first_word(dot_unsigned(splat_words(0), splat_bytes(1), static_cast<std::int32_t>(0x80000000u))) == -128);
}

TEST_CASE("lookups find the entries of their part only") {
  vector table;
  for (std::size_t i = 0; i < 128; ++i) table.bytes[i] = static_cast<std::uint8_t>(i);
  CHECK(lookup(splat_bytes(33), table, 1).bytes[5] == 66);
  CHECK(lookup(splat_bytes(64), table, 2).bytes[5] == 1);
  CHECK(lookup(splat_bytes(33), table, 0).bytes[5] == 0);
}

TEST_CASE("rotation moves bytes down and around") {
  vector x;
  for (std::size_t i = 0; i < 128; ++i) x.bytes[i] = static_cast<std::uint8_t>(i);
  CHECK((rotate(x, 3).bytes[0] == 3 && rotate(x, 3).bytes[126] == 1));
}

TEST_CASE("narrowed, shifted and paired numbers lie where the names say") {
  vector x;
  for (std::size_t i = 0; i < 128; ++i) x.bytes[i] = static_cast<std::uint8_t>(i);
  const pair bytes = pair_bytes(splat_bytes(-1), x);
  CHECK((low(bytes).bytes[2] == 2 && low(bytes).bytes[3] == 255 && high(bytes).bytes[2] == 3));
  const pair halves = pair_halves(splat_halves(-1), x);
  CHECK((low(halves).bytes[5] == 5 && low(halves).bytes[6] == 255 && high(halves).bytes[4] == 6));
  const vector cut = saturate_to_unsigned_bytes(splat_halves(300), splat_halves(-7));
  CHECK((cut.bytes[0] == 0 && cut.bytes[1] == 255));
  CHECK(as<std::int16_t>(shift_right_halves(splat_halves(-9), splat_halves(2)))[7] == -3);
  CHECK(first_word(multiply_even_signed_halves(splat_words(5), splat_words(10), splat_halves(-3))) == -25);
}
