// SPDX-License-Identifier: Apache-2.0
// Runs Google Benchmark programs, and writes what they measured as records.
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>

#include <tenon/host/record.hpp>

#include "rivals.hpp"

namespace {

/// Prints as usual and keeps the median of each benchmark's repetitions.
class median_keeper : public benchmark::ConsoleReporter {
 public:
  median_keeper() : ConsoleReporter(OO_None) {}

  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
      failed_ = failed_ || run.error_occurred;
      if (run.run_type == Run::RT_Aggregate && run.aggregate_name == "median") keep(run);
    }
  }

  const std::vector<bench::figure>& figures() const noexcept { return figures_; }
  bool failed() const noexcept { return failed_; }

 private:
  void keep(const Run& run) {
    bench::figure found{run.run_name.function_name, run.GetAdjustedCPUTime(), {}};
    for (const auto& [name, counter] : run.counters) found.counters.emplace_back(name, counter.value);
    figures_.push_back(std::move(found));
  }

  std::vector<bench::figure> figures_;
  bool failed_ = false;
};

/// Takes `--json FILE` out of the arguments; the rest is Google Benchmark's.
std::string take_json(std::vector<char*>& arguments) {
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    if (std::string_view{arguments[i]} != "--json" || i + 1 == arguments.size()) continue;
    std::string file = arguments[i + 1];
    arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(i),
                    arguments.begin() + static_cast<std::ptrdiff_t>(i) + 2);
    return file;
  }
  return {};
}

}  // namespace

int main(int count, char** values) {
  std::vector<char*> arguments(values, values + count);
  const std::string json = take_json(arguments);
  int left = static_cast<int>(arguments.size());
  arguments.push_back(nullptr);
  benchmark::Initialize(&left, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(left, arguments.data())) return 2;
  median_keeper reporter;
  if (benchmark::RunSpecifiedBenchmarks(&reporter) == 0 || reporter.failed()) return 1;
  const auto records = bench::compare(reporter.figures());
  bench::print_comparison(records);
  if (json.empty()) return 0;
  try {
    tenon::host::write_records(json, records);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
