// SPDX-License-Identifier: Apache-2.0
// PNG files whose parts are whole but which are no contact sheets.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <tenon/core/crc32.hpp>

namespace digits_test {

/// What the header of a PNG says.
struct png_header {
  std::uint32_t width = 28;
  std::uint32_t height = 28;
  char depth = 8;
  char colour = 0;  ///< 0 grey, 2 red, green and blue, 4 grey with transparency
};

inline std::string big_endian(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 255u);
  return bytes;
}

inline std::string chunk(const std::string& type, const std::string& data) {
  const std::string checked = type + data;
  const std::vector<unsigned char> bytes(checked.begin(), checked.end());
  return big_endian(static_cast<std::uint32_t>(data.size())) + checked + big_endian(tenon::crc32(bytes));
}

/// A PNG with this header; its checksums are right, but its pixels are not compressed as a PNG's are.
inline std::string png(const png_header& header) {
  const std::string rest(3, '\0');
  return "\x89PNG\r\n\x1a\n" +
         chunk("IHDR", big_endian(header.width) + big_endian(header.height) + header.depth + header.colour + rest) +
         chunk("IDAT", "no pixels") + chunk("IEND", "");
}

}  // namespace digits_test
