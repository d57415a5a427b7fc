// SPDX-License-Identifier: Apache-2.0
// The command line of the example.
#pragma once

#include <optional>

#include "classify.hpp"

namespace digits {

/// Reads the command line. Returns the exit status if the program is to end at once: after --help, or after a mistake that
/// has been explained on standard error.
std::optional<int> read_arguments(int argc, char** argv, options& chosen);

}  // namespace digits
