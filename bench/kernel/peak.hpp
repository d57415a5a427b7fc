// SPDX-License-Identifier: Apache-2.0
// What the processor could do at most: its frequency, and the multiply-adds of its instruction set.
#pragma once

#include <algorithm>
#include <cstdint>

#include <time.h>

namespace bench {

inline double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// Cycles a second, from a chain of additions that each wait for the one before: one cycle each.
inline double estimate_frequency() {
  double best = 0;
  for (int attempt = 0; attempt < 5; ++attempt) {
    constexpr int rounds = 2000000;
    std::uint64_t sum = 1;
    std::uint64_t more = 3;
    asm volatile("" : "+r"(more));
    const double start = processor_seconds();
    for (int i = 0; i < rounds; ++i)
      for (int k = 0; k < 16; ++k) {
        sum += more;
        asm volatile("" : "+r"(sum));
      }
    best = std::max(best, 16.0 * rounds / (processor_seconds() - start));
  }
  return best;
}

inline double frequency() {
  static const double measured = estimate_frequency();
  return measured;
}

}  // namespace bench
