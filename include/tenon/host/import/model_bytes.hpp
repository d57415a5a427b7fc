// SPDX-License-Identifier: Apache-2.0
// The bytes of a model file, or one line that says why there are none.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

namespace tenon::host {

/// The bytes of a model file. Throws std::runtime_error with one line that names the file.
inline std::vector<std::uint8_t> read_model_file(const std::string& path) {
  const auto refuse = [&](const char* why) { throw std::runtime_error{path + ": " + why}; };
  constexpr std::uintmax_t largest = std::uintmax_t{1} << 31;
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) refuse("does not exist; check the path");
  if (!std::filesystem::is_regular_file(path, ignored)) refuse("is not a file; name the model file itself");
  if (std::filesystem::file_size(path, ignored) >= largest) refuse("is larger than 2 GB; no such model can be read");
  std::ifstream stream(path, std::ios::binary);
  if (!stream) refuse("cannot be opened; check that you may read it");
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace tenon::host
