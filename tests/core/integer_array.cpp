// SPDX-License-Identifier: Apache-2.0
// Quantized numbers as characters of a string literal and as int32.
#include <tenon/core/integer_array.hpp>

#include <doctest/doctest.h>

#include <array>

using namespace tenon;

namespace {

inline constexpr char bytes[] = "\000\001\177\200\377A\060\061";  // octal, as a hexadecimal digit may follow
inline constexpr std::array<std::int32_t, 2> words{-2147483647 - 1, 7};
inline constexpr std::array<float, 1> one{0.5f};
inline constexpr std::array<float, 2> two{0.5f, 0.25f};
constexpr integer_array narrow{bytes, nullptr, sizeof bytes - 1, one, 3};
constexpr integer_array wide{nullptr, words.data(), words.size(), two, 0};

static_assert(narrow.size() == 8 && narrow[0] == 0 && narrow[1] == 1 && narrow[2] == 127 && narrow[3] == -128 &&
              narrow[4] == -1 && narrow[5] == 65 && narrow[6] == 48 && narrow[7] == 49);
static_assert(wide[0] == -2147483647 - 1 && wide[1] == 7);
static_assert(narrow.scale_of(0) == 0.5f && narrow.scale_of(7) == 0.5f && wide.scale_of(1) == 0.25f);
static_assert(integer_array{}.empty() && !narrow.empty());

}  // namespace

TEST_CASE("a character is the same integer when the program runs") {
  for (std::size_t i = 0; i < narrow.size(); ++i)
    CHECK(narrow[i] == static_cast<std::int8_t>(static_cast<unsigned char>(bytes[i])));
}
