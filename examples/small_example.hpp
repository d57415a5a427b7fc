// SPDX-License-Identifier: Apache-2.0
// The frame of an example whose only option is --json: its command line, its records, its mistakes.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace examples {

/// What an engine holds, and how long a run of it takes.
struct figures {
  std::string engine;  ///< "BACKEND/NUMBERS", as in the names of records: "kryo/int8"
  double steps = 0;
  double macs = 0;
  double weight_bytes = 0;
  double arena_bytes = 0;
  double latency_median_us = 0;
};

template <class Engine>
figures figures_of(const std::string& engine, double latency_median_us) {
  return {engine,
          static_cast<double>(Engine::step_count),
          static_cast<double>(Engine::macs),
          static_cast<double>(Engine::weight_bytes),
          static_cast<double>(Engine::arena_bytes),
          latency_median_us};
}

/// How long a run takes: the median of some, in microseconds.
template <class Run>
double median_microseconds(std::size_t runs, const Run& run) {
  std::vector<double> times(runs);
  for (double& time : times) {
    const auto start = std::chrono::steady_clock::now();
    run();
    time = std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
  }
  std::sort(times.begin(), times.end());
  return times[runs / 2];
}

/// Calls `show`, which prints what its engines do, and writes their figures as records to the file of --json. Returns the
/// exit status of the program: 0, 1 if the file cannot be written, 2 for a wrong command line; one line on standard
/// error says what is wrong.
int run_small_example(int argc, char** argv, const char* name, const char* what_it_does,
                      std::vector<figures> (*show)());

}  // namespace examples
