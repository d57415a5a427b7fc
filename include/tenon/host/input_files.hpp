// SPDX-License-Identifier: Apache-2.0
// The files that a user names for the inputs of a network: `--input [NAME=]FILE`.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>

namespace tenon::host {

/// Files by input name; "" for a file without a name, which a network with one input takes.
using input_files = std::map<std::string, std::string>;

/// Adds what was said behind one `--input`: NAME=FILE, or FILE, also one with `=` in its path. Throws
/// std::runtime_error with one line if the same input has a file already.
inline void add_input_file(input_files& files, const std::string& said) {
  const std::size_t equals = said.find('=');
  const bool is_path = equals == std::string::npos || std::filesystem::exists(said);
  const std::string name = is_path ? "" : said.substr(0, equals);
  const auto [at, is_first] = files.emplace(name, is_path ? said : said.substr(equals + 1));
  if (is_first) return;
  if (name.empty())
    throw std::runtime_error{said + ": is a second input without a name, after " + at->second +
                             "; say --input NAME=FILE for each"};
  throw std::runtime_error{said + ": the input " + name + " has a file already, " + at->second + "; give it one"};
}

}  // namespace tenon::host
