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

}  // extern "C"
