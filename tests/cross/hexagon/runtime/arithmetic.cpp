// SPDX-License-Identifier: Apache-2.0
// Arithmetic that Hexagon has no instructions for and that its compiler calls by name: division, and real
// numbers of 64 bits.
#include <bit>
#include <cstdint>

namespace {

/// Quotient and remainder, bit by bit.
struct quotient {
  std::uint64_t whole = 0;
  std::uint64_t rest = 0;
};

quotient divide(std::uint64_t a, std::uint64_t b) noexcept {
  quotient made;
  for (int bit = 63; bit >= 0; --bit) {
    made.rest = made.rest << 1 | (a >> bit & 1u);
    if (made.rest < b) continue;
    made.rest -= b;
    made.whole |= std::uint64_t{1} << bit;
  }
  return made;
}

std::uint64_t magnitude(std::int64_t x) noexcept {
  return x < 0 ? 0 - static_cast<std::uint64_t>(x) : static_cast<std::uint64_t>(x);
}
std::int64_t with_sign(std::uint64_t x, bool negative) noexcept {
  return static_cast<std::int64_t>(negative ? 0 - x : x);
}

/// A real number of 64 bits: significand * 2^exponent, the significand of 53 bits unless it is 0.
struct real {
  bool negative = false;
  bool is_finite = true;
  bool is_nan = false;
  int exponent = 0;
  std::uint64_t significand = 0;

  explicit real(double x) noexcept {
    const auto bits = std::bit_cast<std::uint64_t>(x);
    const auto biased = static_cast<int>(bits >> 52 & 0x7ffu);
    negative = bits >> 63 != 0;
    significand = bits & 0xfffffffffffffu;
    is_finite = biased != 0x7ff;
    is_nan = !is_finite && significand != 0;
    exponent = (biased == 0 ? 1 : biased) - 1075;
    if (biased != 0) significand |= std::uint64_t{1} << 52;
    if (significand == 0) return;
    for (; significand >> 52 == 0; --exponent) significand <<= 1;
  }
};

constexpr double not_a_number = std::bit_cast<double>(std::uint64_t{0x7ff8000000000000u});

double zero(bool negative) noexcept { return negative ? -0.0 : 0.0; }
double infinity(bool negative) noexcept {
  return std::bit_cast<double>(std::uint64_t{0x7ff0000000000000u} | std::uint64_t{negative} << 63);
}

/// significand * 2^exponent rounded to nearest, halves to even. The significand has 55 bits or more, the last of which
/// also stands for all that was cut off behind it.
double round_to_double(bool negative, std::uint64_t significand, int exponent) noexcept {
  int dropped = 11 - std::countl_zero(significand);
  if (exponent + dropped < -1074) dropped = -1074 - exponent;
  if (dropped > 63) return zero(negative);
  const std::uint64_t half = std::uint64_t{1} << (dropped - 1);
  const std::uint64_t rest = significand & (2 * half - 1);
  std::uint64_t kept = significand >> dropped;
  if (rest > half || (rest == half && (kept & 1u) != 0)) ++kept;
  // A number below the normal ones has no leading bit to leave out; one that is rounded up to them gets it.
  const int biased = exponent + dropped + 1075;
  const std::uint64_t bits =
      (static_cast<std::uint64_t>(biased) << 52) + kept - (std::uint64_t{1} << 52);
  if (bits >> 52 >= 0x7ffu) return infinity(negative);
  return std::bit_cast<double>(bits | std::uint64_t{negative} << 63);
}

double divide(const real& a, const real& b) noexcept {
  const bool negative = a.negative != b.negative;
  if (a.is_nan || b.is_nan || (!a.is_finite && !b.is_finite) || (a.significand == 0 && b.significand == 0))
    return not_a_number;
  if (!a.is_finite || b.significand == 0) return infinity(negative);
  if (!b.is_finite || a.significand == 0) return zero(negative);
  std::uint64_t rest = a.significand;
  std::uint64_t whole = 0;
  for (int bit = 0; bit < 56; ++bit) {
    whole <<= 1;
    if (rest >= b.significand) rest -= b.significand, whole |= 1u;
    rest <<= 1;
  }
  return round_to_double(negative, whole | (rest != 0 ? 1u : 0u), a.exponent - b.exponent - 55);
}

double multiply(const real& a, const real& b) noexcept {
  const bool negative = a.negative != b.negative;
  const bool vanishes = a.significand == 0 || b.significand == 0;
  if (a.is_nan || b.is_nan || (vanishes && !(a.is_finite && b.is_finite))) return not_a_number;
  if (!a.is_finite || !b.is_finite) return infinity(negative);
  if (vanishes) return zero(negative);
  // 53 by 53 bits, by halves; of 106 bits the upper 62 are kept, and whether there are others.
  const std::uint64_t low_of_a = a.significand & 0xffffffffu;
  const std::uint64_t low_of_b = b.significand & 0xffffffffu;
  const std::uint64_t high_of_a = a.significand >> 32;
  const std::uint64_t high_of_b = b.significand >> 32;
  const std::uint64_t low = low_of_a * low_of_b;
  const std::uint64_t middle = high_of_a * low_of_b + low_of_a * high_of_b + (low >> 32);
  const std::uint64_t high = high_of_a * high_of_b + (middle >> 32);
  const std::uint64_t below = middle << 32 | (low & 0xffffffffu);
  const std::uint64_t kept = high << 20 | below >> 44;
  const bool cut = below << 20 != 0;
  return round_to_double(negative, kept | (cut ? 1u : 0u), a.exponent + b.exponent + 44);
}

}  // namespace

extern "C" {

std::uint64_t __hexagon_udivdi3(std::uint64_t a, std::uint64_t b) { return divide(a, b).whole; }
std::uint64_t __hexagon_umoddi3(std::uint64_t a, std::uint64_t b) { return divide(a, b).rest; }
std::int64_t __hexagon_divdi3(std::int64_t a, std::int64_t b) {
  return with_sign(divide(magnitude(a), magnitude(b)).whole, (a < 0) != (b < 0));
}
std::int64_t __hexagon_moddi3(std::int64_t a, std::int64_t b) {
  return with_sign(divide(magnitude(a), magnitude(b)).rest, a < 0);
}
std::uint32_t __hexagon_udivsi3(std::uint32_t a, std::uint32_t b) {
  return static_cast<std::uint32_t>(divide(a, b).whole);
}
std::uint32_t __hexagon_umodsi3(std::uint32_t a, std::uint32_t b) {
  return static_cast<std::uint32_t>(divide(a, b).rest);
}
std::int32_t __hexagon_divsi3(std::int32_t a, std::int32_t b) {
  return static_cast<std::int32_t>(__hexagon_divdi3(a, b));
}
std::int32_t __hexagon_modsi3(std::int32_t a, std::int32_t b) {
  return static_cast<std::int32_t>(__hexagon_moddi3(a, b));
}
double __hexagon_divdf3(double a, double b) { return divide(real(a), real(b)); }
double __hexagon_muldf3(double a, double b) { return multiply(real(a), real(b)); }

}  // extern "C"
