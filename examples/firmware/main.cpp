// SPDX-License-Identifier: Apache-2.0
// The digits network on a microcontroller: weights in flash, arena in RAM, nothing else.
#include <cstdint>

#include "run_digits.hpp"
#include "semihosting.hpp"
#include "stack.hpp"

extern "C" {
extern std::uint32_t __stack_bottom, __stack_top;
}

namespace {
firmware::engine network;  // in .bss: its constructor does nothing
}

int main() {
  if (!firmware::engine::weights_intact()) {
    semihosting::write("refused: the weights in flash are not those that the compiler made; load the program again\n");
    return 1;
  }
  firmware::run_digits(network, [](const char* text) { semihosting::write(text); });
  firmware::line out;
  semihosting::write(out.text("stack: ")
                         .number(static_cast<std::uint32_t>(stack_used(&__stack_bottom, &__stack_top)))
                         .text(" bytes")
                         .end());
  return 0;
}
