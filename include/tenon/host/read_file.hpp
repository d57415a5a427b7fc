// SPDX-License-Identifier: Apache-2.0
// Reads a file whole, or says in one line why not.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <system_error>

namespace tenon::host {

/// The bytes of a file of at most `largest` bytes. Throws std::runtime_error with one line that names the file.
inline std::string read_file(const std::string& path, std::uintmax_t largest) {
  const auto refuse = [&](const std::string& why) { throw std::runtime_error{path + ": " + why}; };
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) refuse("does not exist; check the path");
  if (!std::filesystem::is_regular_file(path, ignored)) refuse("is not a file; name the file itself");
  if (std::filesystem::file_size(path, ignored) > largest)
    refuse("is larger than " + std::to_string(largest >> 20) + " MB; nothing of that size is read here");
  std::ifstream stream(path, std::ios::binary);
  if (!stream) refuse("cannot be opened; check that you may read it");
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace tenon::host
