// SPDX-License-Identifier: Apache-2.0
// Start-up, system calls, counters and the functions that a compiler takes for granted, for Hexagon under
// qemu-hexagon.
#include "cross/hexagon/runtime/runtime.hpp"

#include <cstddef>

int main();

namespace hexagon_runtime {
namespace {

constexpr long number_of_write = 64;
constexpr long number_of_exit = 94;

long call_system(long number, long first, long second, long third) noexcept {
  register long r6 asm("r6") = number;
  register long r0 asm("r0") = first;
  register long r1 asm("r1") = second;
  register long r2 asm("r2") = third;
  asm volatile("trap0(#1)" : "+r"(r0) : "r"(r6), "r"(r1), "r"(r2) : "memory");
  return r0;
}

}  // namespace

void print(std::string_view text) noexcept {
  call_system(number_of_write, 1, reinterpret_cast<long>(text.data()), static_cast<long>(text.size()));
}

void print(std::int64_t number) noexcept {
  char digits[24];
  std::size_t first = sizeof digits;
  std::uint64_t left =
      number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
  do digits[--first] = static_cast<char>('0' + left % 10);
  while ((left /= 10) != 0);
  if (number < 0) digits[--first] = '-';
  print(std::string_view{digits + first, sizeof digits - first});
}

// The assembler does not know the counters of the simulator by name: r0 = c20, c21, c22.
counters read_counters() noexcept {
  counters now{};
  asm volatile(".word 0x6a14c000\n%0 = r0" : "=r"(now.packets) : : "r0", "memory");
  asm volatile(".word 0x6a15c000\n%0 = r0" : "=r"(now.instructions) : : "r0", "memory");
  asm volatile(".word 0x6a16c000\n%0 = r0" : "=r"(now.hvx_packets) : : "r0", "memory");
  return now;
}

}  // namespace hexagon_runtime

extern "C" {

[[noreturn, gnu::used]] void start_main() {
  hexagon_runtime::call_system(hexagon_runtime::number_of_exit, main(), 0, 0);
  for (;;) {}
}

/// The stack is there; it is brought to the boundary of a vector.
[[gnu::naked, gnu::used]] void _start() { asm volatile("r29 = and(r29, #-128)\njump start_main"); }

// Plain loops, which -fno-builtin keeps from being turned into calls of themselves.
void* memcpy(void* __restrict to, const void* __restrict from, std::size_t count) {
  auto* y = static_cast<std::uint8_t*>(to);
  const auto* x = static_cast<const std::uint8_t*>(from);
  for (std::size_t i = 0; i < count; ++i) y[i] = x[i];
  return to;
}

/// What the compiler calls for copies of 32, 40, 48 ... bytes that are likely to be aligned.
void* __hexagon_memcpy_likely_aligned_min32bytes_mult8bytes(void* __restrict to, const void* __restrict from,
                                                            std::size_t count) {
  return memcpy(to, from, count);
}

void* memmove(void* to, const void* from, std::size_t count) {
  auto* y = static_cast<std::uint8_t*>(to);
  const auto* x = static_cast<const std::uint8_t*>(from);
  if (y < x)
    for (std::size_t i = 0; i < count; ++i) y[i] = x[i];
  else
    for (std::size_t i = count; i > 0; --i) y[i - 1] = x[i - 1];
  return to;
}

void* memset(void* to, int value, std::size_t count) {
  auto* y = static_cast<std::uint8_t*>(to);
  for (std::size_t i = 0; i < count; ++i) y[i] = static_cast<std::uint8_t>(value);
  return to;
}

std::size_t strlen(const char* text) {
  std::size_t length = 0;
  while (text[length] != 0) ++length;
  return length;
}

int memcmp(const void* a, const void* b, std::size_t count) {
  const auto* x = static_cast<const std::uint8_t*>(a);
  const auto* y = static_cast<const std::uint8_t*>(b);
  for (std::size_t i = 0; i < count; ++i)
    if (x[i] != y[i]) return x[i] - y[i];
  return 0;
}

}  // extern "C"
