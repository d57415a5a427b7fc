// SPDX-License-Identifier: Apache-2.0
// Start-up of a Cortex-M without an operating system: vector table, memory, floating point, stack paint, main.
#include <cstdint>

#include "semihosting.hpp"
#include "stack.hpp"

int main();

// Places that the linker script names.
extern "C" {
extern std::uint32_t __data_load, __data_start, __data_end, __bss_start, __bss_end, __stack_bottom, __stack_top;

[[noreturn]] void reset();
[[noreturn]] void fault();

/// Memory functions that the compiler may call; there is no C library.
void* memcpy(void* to, const void* from, std::size_t count) {
  auto* out = static_cast<unsigned char*>(to);
  const auto* in = static_cast<const unsigned char*>(from);
  while (count-- > 0) *out++ = *in++;
  return to;
}
void* memset(void* to, int value, std::size_t count) {
  auto* out = static_cast<unsigned char*>(to);
  while (count-- > 0) *out++ = static_cast<unsigned char>(value);
  return to;
}
}

namespace {

using handler = void (*)();

/// Initial stack pointer, then the handlers of the first fifteen exceptions.
struct vector_table {
  std::uint32_t* stack;
  handler handlers[15];
};

__attribute__((section(".vectors"), used)) const vector_table vectors{
    &__stack_top,
    {reset, fault, fault, fault, fault, fault, fault, nullptr, nullptr, nullptr, fault, fault, nullptr, fault, fault}};

/// Coprocessors 10 and 11: floating point and, on a Cortex-M55, vector instructions.
void enable_floating_point() {
  auto* const access = reinterpret_cast<volatile std::uint32_t*>(0xE000ED88);
  *access = *access | (0xFu << 20);
  asm volatile("dsb\n isb" ::: "memory");
}

}  // namespace

void reset() {
  enable_floating_point();
  const std::uint32_t* from = &__data_load;
  for (std::uint32_t* to = &__data_start; to < &__data_end; ++to) *to = *from++;
  for (std::uint32_t* to = &__bss_start; to < &__bss_end; ++to) *to = 0;
  paint_stack(&__stack_bottom);
  semihosting::leave(main());
}

void fault() {
  semihosting::write("fault\n");
  semihosting::leave(2);
}
