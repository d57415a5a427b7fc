// SPDX-License-Identifier: Apache-2.0
// Text and exit status by way of the debugger or emulator (Arm semihosting).
#pragma once

#include <cstdint>

namespace semihosting {

/// One semihosting call.
inline std::uintptr_t call(std::uint32_t operation, const void* argument) {
  register std::uintptr_t r0 asm("r0") = operation;
  register const void* r1 asm("r1") = argument;
  asm volatile("bkpt 0xAB" : "+r"(r0) : "r"(r1) : "memory");
  return r0;
}

/// Writes a text that ends with a zero.
inline void write(const char* text) { call(0x04, text); }

/// Ends the program with a status; 0 says that all is well.
[[noreturn]] inline void leave(int status) {
  const std::uint32_t block[2] = {0x20026, static_cast<std::uint32_t>(status)};
  call(0x20, block);
  for (;;) {
  }
}

}  // namespace semihosting
