// SPDX-License-Identifier: Apache-2.0
// The frame of an example whose only option is --json. On its own, as libraries for command lines and JSON are slow to
// compile.
#include "small_example.hpp"

#include <exception>

#include <tenon/host/record.hpp>

#include "command_line.hpp"

namespace examples {
namespace {

std::vector<tenon::host::record> to_records(const std::string& name, const std::vector<figures>& all) {
  std::vector<tenon::host::record> records;
  for (const figures& one : all) {
    const auto lower_is_better = [&](const char* metric, double value, const char* unit) {
      records.push_back({name + "/" + one.engine, metric, value, unit});
    };
    lower_is_better("steps", one.steps, "steps");
    lower_is_better("macs", one.macs, "MAC");
    lower_is_better("weight_bytes", one.weight_bytes, "bytes");
    lower_is_better("arena_bytes", one.arena_bytes, "bytes");
    lower_is_better("latency_median_us", one.latency_median_us, "us");
  }
  return records;
}

}  // namespace

int run_small_example(int argc, char** argv, const char* name, const char* what_it_does,
                      std::vector<figures> (*show)()) {
  CLI::App program{what_it_does, name};
  std::string json;
  program.add_option("--json", json, "also write the figures as a list of records to this file");
  if (const auto status = read_command_line(program, argc, argv)) return *status;
  try {
    const std::vector<figures> all = show();
    if (!json.empty()) tenon::host::write_records(json, to_records(name, all));
    return 0;
  } catch (const std::exception& wrong) {
    fmt::print(stderr, "{}: {}\n", name, wrong.what());
    return 1;
  }
}

}  // namespace examples
