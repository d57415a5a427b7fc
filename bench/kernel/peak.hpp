// SPDX-License-Identifier: Apache-2.0
// What the processor could do at most: its frequency while it multiplies, and the multiply-adds of its instruction set.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include <time.h>

#include <tenon/backend/kryo/gemm.hpp>

namespace bench {

inline double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// Multiplies register tiles for some tenths of a millisecond: processors lower their clock for that, and for a while
/// after.
template <class Isa>
[[gnu::noinline]] void keep_multipliers_busy() {
  using namespace tenon::kryo_kernels;
  constexpr int depth = 64;
  constexpr std::size_t columns = static_cast<std::size_t>(Isa::tile_vectors * Isa::lanes);
  static std::array<typename Isa::staged, static_cast<std::size_t>(Isa::tile_rows * depth)> x{};
  static std::array<typename Isa::weight, columns * depth> w{};
  static std::array<std::int32_t, columns> bias{};
  for (int round = 0; round < 2000; ++round) {
    tile<Isa, Isa::tile_rows, Isa::tile_vectors> sums;
    from_bias{bias.data()}.start(sums, 0, 0);
    accumulate<Isa, depth, depth>(sums, x.data(), w.data());
    asm volatile("" : : "r"(&sums) : "memory");
  }
}

/// Cycles a second, from a chain of additions that each wait for the one before: one cycle each.
inline double chain_frequency() {
  constexpr int rounds = 20000;
  std::uint64_t sum = 1;
  std::uint64_t more = 3;
  asm volatile("" : "+r"(more));
  const double start = processor_seconds();
  for (int i = 0; i < rounds; ++i)
    for (int k = 0; k < 16; ++k) {
      sum += more;
      asm volatile("" : "+r"(sum));
    }
  return 16.0 * rounds / (processor_seconds() - start);
}

/// Cycles a second right after vectors were multiplied: the median of some measurements.
template <class Isa>
double estimate_frequency() {
  std::array<double, 51> found{};
  for (double& frequency : found) {
    keep_multipliers_busy<Isa>();
    frequency = chain_frequency();
  }
  std::nth_element(found.begin(), found.begin() + found.size() / 2, found.end());
  return found[found.size() / 2];
}

template <class Isa>
double frequency() {
  static const double measured = estimate_frequency<Isa>();
  return measured;
}

}  // namespace bench
