// SPDX-License-Identifier: Apache-2.0
// The table of what is compared: networks, their inputs, and the backends that run them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "answers.hpp"

namespace same_bits {

/// A backend, and how a network is run on it.
struct backend_entry {
  std::string name;
  std::function<answers(byte_view inputs)> answer;
};

/// A network; the first of its backends is the reference.
struct network_entry {
  std::string name;
  extent size;
  std::function<std::vector<std::int8_t>(std::size_t count)> inputs;
  std::vector<backend_entry> backends;
};

/// All networks with all their backends.
std::vector<network_entry> all_networks();

}  // namespace same_bits
