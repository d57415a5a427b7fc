// SPDX-License-Identifier: Apache-2.0
// Standard input and output of a Hexagon program without an operating system, by the system calls of qemu-hexagon.
#include <cstddef>
#include <span>

namespace same_bits {
namespace {

constexpr long number_of_read = 63;
constexpr long number_of_write = 64;

long call_system(long number, long stream, long memory, long count) noexcept {
  register long r6 asm("r6") = number;
  register long r0 asm("r0") = stream;
  register long r1 asm("r1") = memory;
  register long r2 asm("r2") = count;
  asm volatile("trap0(#1)" : "+r"(r0) : "r"(r6), "r"(r1), "r"(r2) : "memory");
  return r0;
}

/// Repeats a call until all bytes are through; false if it ends early.
bool transfer(long number, long stream, const std::byte* memory, std::size_t count) noexcept {
  while (count > 0) {
    const long moved = call_system(number, stream, reinterpret_cast<long>(memory), static_cast<long>(count));
    if (moved <= 0) return false;
    memory += moved;
    count -= static_cast<std::size_t>(moved);
  }
  return true;
}

}  // namespace

bool read_input(std::span<std::byte> to) noexcept { return transfer(number_of_read, 0, to.data(), to.size()); }

bool write_answer(std::span<const std::byte> from) noexcept {
  return transfer(number_of_write, 1, from.data(), from.size());
}

}  // namespace same_bits
