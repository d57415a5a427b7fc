// SPDX-License-Identifier: Apache-2.0
// Writes a file whole or not at all.
#pragma once

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

namespace tenon::host {

/// Writes `text` to a file beside its place and moves it there, so that nobody sees half of it. Throws
/// std::runtime_error with one line that names the file.
inline void write_file(const std::filesystem::path& path, std::string_view text) {
  const std::filesystem::path half = path.string() + ".partial";
  {
    std::ofstream file{half, std::ios::binary | std::ios::trunc};
    if (!file)
      throw std::runtime_error{path.string() +
                               ": cannot be written; check that its folder exists and is yours to write"};
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    if (!file) {
      std::error_code ignored;
      std::filesystem::remove(half, ignored);
      throw std::runtime_error{path.string() + ": was not written whole; check the space on its disk"};
    }
  }
  std::error_code failed;
  std::filesystem::rename(half, path, failed);
  if (failed) {
    std::error_code ignored;
    std::filesystem::remove(half, ignored);
    throw std::runtime_error{path.string() + ": cannot be replaced (" + failed.message() +
                             "); check what stands there"};
  }
}

}  // namespace tenon::host
