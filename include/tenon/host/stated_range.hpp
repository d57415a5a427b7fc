// SPDX-License-Identifier: Apache-2.0
// What a scale and an offset, or a minimum and a maximum, in a file of encodings must be, and how they go together.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include <fmt/format.h>

#include <tenon/host/encodings_file.hpp>

namespace tenon::host::detail {

/// What is wrong with one entry; the reader names file and entry.
struct bad_entry {
  std::string why;
};

/// An integer that a file may write as 8 or as 8.0.
inline std::int64_t whole_number(double number, const char* key) {
  if (!(std::abs(number) <= 0x1p31) || number != std::floor(number))
    throw bad_entry{fmt::format("has {} as '{}'; write a whole number", number, key)};
  return static_cast<std::int64_t>(number);
}

/// The largest integer of so many bits.
inline double top_of(int bits) { return std::ldexp(1.0, bits) - 1; }

/// Throws unless a scale and an offset can be those of integers with so many bits.
inline stated_encoding checked_code(double scale, double offset, int bits) {
  constexpr double least = std::numeric_limits<float>::min(), most = std::numeric_limits<float>::max();
  if (!(scale >= least && scale <= most))
    throw bad_entry{fmt::format("has the scale {}; a scale is positive and a float32", scale)};
  const std::int64_t whole = whole_number(offset, "offset");
  if (whole > 0)
    throw bad_entry{
        fmt::format("has the offset {}; an offset is -zero_point of unsigned integers, so write {}", whole, -whole)};
  if (static_cast<double>(whole) < -top_of(bits))
    throw bad_entry{fmt::format("has the offset {}, beyond {} bits; 0 would not be among its numbers", whole, bits)};
  return {scale, whole};
}

/// The encoding that a minimum and a maximum stand for: 0 inside, and exact.
inline stated_encoding code_of_range(double low, double high, int bits) {
  if (!(low <= high)) throw bad_entry{fmt::format("has the min {} above the max {}; swap them", low, high)};
  low = std::min(low, 0.0);
  high = std::max(high, 0.0);
  if (!(high - low > 0)) throw bad_entry{"has a range without width; leave it out, or give one of 0.01 or more"};
  const double scale = (high - low) / top_of(bits);
  return checked_code(scale, std::round(low / scale), bits);
}

/// Throws if a scale differs from what minimum and maximum say by more than rounding does.
inline void check_scale(double scale, double low, double high, int bits, bool is_symmetric) {
  const double steps = (std::max(high, 0.0) - std::min(low, 0.0)) / scale;
  // A strictly symmetric grid has one step less than the bits allow.
  const double fewest = is_symmetric ? top_of(bits) - 1 : top_of(bits);
  if (!(steps >= fewest * 0.999 && steps <= top_of(bits) * 1.001))
    throw bad_entry{
        fmt::format("says min {} and max {}, but its scale {} makes {:.6g} steps of them where {} bits have "
                    "{:.6g}; leave out the pair that is wrong",
                    low, high, scale, steps, bits, top_of(bits))};
}

}  // namespace tenon::host::detail
