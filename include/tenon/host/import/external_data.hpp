// SPDX-License-Identifier: Apache-2.0
// Weights that a model keeps in a file of their own, which must lie in the model's folder or below it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <system_error>

#include <tenon/host/import/layer_name.hpp>

namespace tenon::host {

namespace detail {

/// A decimal number; one that no file reaches for text that is none.
inline std::uint64_t offset_in(const std::string& text) {
  std::uint64_t number = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9' || number > (std::uint64_t{1} << 56)) return ~std::uint64_t{0};
    number = number * 10 + static_cast<std::uint64_t>(digit - '0');
  }
  return number;
}

/// True for a path that leads down from a folder, as it is written.
inline bool leads_down(const std::string& location) {
  const std::filesystem::path relative{location};
  if (location.empty() || location.find('\0') != std::string::npos || relative.has_root_path()) return false;
  return std::none_of(relative.begin(), relative.end(), [](const auto& part) { return part == ".."; });
}

}  // namespace detail

/// `size` bytes of the file `location` below `folder`, from the decimal number `offset` on. Throws std::runtime_error
/// with what is wrong, to be put behind the name of what needs them.
inline std::string read_external_data(std::filesystem::path folder, const std::string& location,
                                      const std::string& offset, std::size_t size) {
  const auto refuse = [](const std::string& why) { throw std::runtime_error{why}; };
  if (!detail::leads_down(location))
    refuse("names a file outside of the model's folder for its data; put it beside the model");
  if (folder.empty()) folder = ".";
  const std::string shown = "'" + plain_name(location) + "'";
  std::error_code failed;
  const auto home = std::filesystem::canonical(folder, failed);
  const auto path = std::filesystem::canonical(folder / location, failed);
  if (failed || !std::filesystem::is_regular_file(path, failed))
    refuse("has its data in " + shown + ", which is not there; get that file too");
  if (std::mismatch(home.begin(), home.end(), path.begin(), path.end()).first != home.end())
    refuse("has its data behind a link that leaves the model's folder; put the file beside the model");
  const std::uint64_t from = detail::offset_in(offset), there = std::filesystem::file_size(path);
  if (from > there || size > there - from) refuse("has more data than " + shown + " holds; get that file again");
  std::ifstream stream(path, std::ios::binary);
  std::string bytes(size, '\0');
  if (!stream.seekg(static_cast<std::streamoff>(from)) ||
      !stream.read(bytes.data(), static_cast<std::streamsize>(size)))
    refuse("has its data in " + shown + ", which cannot be read; check that you may read it");
  return bytes;
}

}  // namespace tenon::host
