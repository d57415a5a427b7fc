// SPDX-License-Identifier: Apache-2.0
// Runs a network over many inputs, on all cores of this machine.
#include "all_cores.hpp"

#include <algorithm>
#include <cstddef>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include <time.h>

namespace same_bits {
namespace {

/// Processor time of this thread, which other programs on this machine do not add to.
double thread_seconds() noexcept {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace

void on_all_cores(std::size_t inputs, const std::function<void(std::size_t core, std::size_t cores)>& work) {
  const std::size_t cores = std::min(inputs, std::size_t{std::max(1u, std::thread::hardware_concurrency())});
  std::vector<std::jthread> threads;
  for (std::size_t core = 0; core < cores; ++core) threads.emplace_back(work, core, cores);
}

answers run_on_all_cores(std::string how, extent size, byte_view inputs, const std::function<one_run()>& make) {
  const std::size_t count = inputs.size() / size.input;
  answers made{std::move(how), std::vector<std::int8_t>(count * size.output)};
  std::mutex sum;
  on_all_cores(count, [&](std::size_t core, std::size_t cores) {
    const one_run run = make();
    const double start = thread_seconds();
    for (std::size_t i = core; i < count; i += cores)
      run(inputs.data() + i * size.input, made.bytes.data() + i * size.output);
    const double time = thread_seconds() - start;
    const std::lock_guard lock{sum};
    made.seconds += time;
  });
  return made;
}

}  // namespace same_bits
