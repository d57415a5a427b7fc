// SPDX-License-Identifier: Apache-2.0
// Standard input and output of a program on an operating system.
#include <cstddef>
#include <cstdio>
#include <span>

namespace same_bits {

bool read_input(std::span<std::byte> to) noexcept { return std::fread(to.data(), 1, to.size(), stdin) == to.size(); }

bool write_answer(std::span<const std::byte> from) noexcept {
  return std::fwrite(from.data(), 1, from.size(), stdout) == from.size() && std::fflush(stdout) == 0;
}

}  // namespace same_bits
