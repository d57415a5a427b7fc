// SPDX-License-Identifier: Apache-2.0
// What a backend answered to all inputs of a network, and how it was run.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sizes.hpp"

namespace same_bits {

/// The bytes of inputs, one input behind the other.
using byte_view = std::span<const std::int8_t>;

/// What a backend answered. If something kept it from running, `skipped` says what this machine lacks, or `failed`
/// what went wrong.
struct answers {
  std::string how;                   ///< "real, avx512_vnni"
  std::vector<std::int8_t> bytes{};  ///< of all answers, in the order of the inputs
  double seconds = 0;                ///< of all runs together
  std::string skipped{};
  std::string failed{};
};

}  // namespace same_bits
