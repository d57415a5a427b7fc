// SPDX-License-Identifier: Apache-2.0
// Numbers out of the little-endian bytes in which model files keep them.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace tenon::host::detail {

/// The real number of an IEEE half, exactly.
inline float from_half(std::uint16_t bits) {
  const int exponent = bits >> 10 & 31;
  const int fraction = bits & 1023;
  const float size = exponent == 31  ? (fraction == 0 ? INFINITY : NAN)
                     : exponent == 0 ? std::ldexp(static_cast<float>(fraction), -24)
                                     : std::ldexp(static_cast<float>(fraction + 1024), exponent - 25);
  return (bits & 0x8000) != 0 ? -size : size;
}

template <class Number>
Number number_at(std::span<const std::uint8_t> bytes, std::size_t index) {
  Number number;
  std::memcpy(&number, bytes.data() + index * sizeof(Number), sizeof(Number));
  return number;
}

/// Little-endian numbers of a constant, each converted; the span holds exactly `count` of them.
template <class Number, class Made, class Convert>
std::vector<Made> numbers_of(std::span<const std::uint8_t> bytes, std::size_t count, const Convert& convert) {
  std::vector<Made> made;
  made.reserve(count);
  for (std::size_t i = 0; i < count; ++i) made.push_back(convert(number_at<Number>(bytes, i)));
  return made;
}

}  // namespace tenon::host::detail
