// SPDX-License-Identifier: Apache-2.0
// Names out of files, as messages can hold them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tenon::host {

/// A name out of a file as it can be printed in one line: no control characters, at most 100 bytes of it.
inline std::string printable(std::string_view name) {
  constexpr std::size_t most = 100;
  std::string text;
  for (const char letter : name.substr(0, most)) {
    const auto byte = static_cast<unsigned char>(letter);
    text += byte < 32 || byte > 126 ? '?' : letter;
  }
  return text + (name.size() > most ? "..." : "");
}

}  // namespace tenon::host
