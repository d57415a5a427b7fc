// SPDX-License-Identifier: Apache-2.0
// The command line of the example.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace same_bits {

/// What the user chose on the command line.
struct options {
  std::size_t inputs = 200;
  std::vector<std::string> networks{};  ///< all, if none is named
  std::vector<std::string> backends{};  ///< the same
  std::string json{};
};

/// Reads the command line. Returns the exit status if the program is to end at once: after --help, or after a mistake
/// that has been explained on standard error.
std::optional<int> read_arguments(int argc, char** argv, options& chosen);

}  // namespace same_bits
