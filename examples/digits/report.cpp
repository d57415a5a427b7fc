// SPDX-License-Identifier: Apache-2.0
// What the digits program tells: a table for people, records for programs.
#include "report.hpp"

#include <cstddef>

#include <fmt/format.h>

namespace digits {
namespace {

double giga_macs_a_second(const measurement& one) { return static_cast<double>(one.macs) / one.percentile(0.5) / 1000; }

}  // namespace

double accuracy(const std::vector<int>& answers, const std::vector<int>& labels) {
  std::size_t right = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) right += answers[i] == labels[i];
  return 100.0 * static_cast<double>(right) / static_cast<double>(labels.size());
}

std::string format_table(std::span<const measurement> all, const std::vector<int>& labels) {
  std::string text = fmt::format("{:<11}{:<8}{:>9}{:>11}{:>14}{:>11}{:>9}{:>8}{:>11}{:>9}{:>9}{:>9}\n", "backend",
                                 "numbers", "accuracy", "agreement", "nodes, fused", "MACs", "weights", "arena",
                                 "median us", "p95 us", "p99 us", "GMAC/s");
  for (const measurement& one : all)
    text += fmt::format(
        "{:<11}{:<8}{:>8.1f}%{:>10.1f}%{:>14}{:>11}{:>9}{:>8}{:>11.1f}{:>9.1f}{:>9.1f}{:>9.2f}\n", one.backend,
        one.numbers, accuracy(one.answers, labels), accuracy(one.answers, all.front().answers),
        fmt::format("{} -> {}", one.nodes_before, one.nodes_after), one.macs, one.weight_bytes, one.arena_bytes,
        one.percentile(0.5), one.percentile(0.95), one.percentile(0.99), giga_macs_a_second(one));
  return text;
}

std::vector<tenon::host::record> to_records(std::span<const measurement> all, const std::vector<int>& labels,
                                            std::size_t program_bytes) {
  std::vector<tenon::host::record> records;
  for (const measurement& one : all) {
    const std::string name = fmt::format("digits/{}/{}", one.backend, one.numbers);
    const auto lower = [&](const char* metric, double value, const char* unit) {
      records.push_back({name, metric, value, unit, true});
    };
    const auto higher = [&](const char* metric, double value, const char* unit) {
      records.push_back({name, metric, value, unit, false});
    };
    higher("accuracy", accuracy(one.answers, labels), "percent");
    higher("agreement", accuracy(one.answers, all.front().answers), "percent");
    lower("nodes_before", static_cast<double>(one.nodes_before), "nodes");
    lower("nodes_after", static_cast<double>(one.nodes_after), "nodes");
    lower("macs", static_cast<double>(one.macs), "MAC");
    lower("weight_bytes", static_cast<double>(one.weight_bytes), "bytes");
    lower("arena_bytes", static_cast<double>(one.arena_bytes), "bytes");
    lower("latency_median_us", one.percentile(0.5), "us");
    lower("latency_p95_us", one.percentile(0.95), "us");
    lower("latency_p99_us", one.percentile(0.99), "us");
    higher("throughput", giga_macs_a_second(one), "GMAC/s");
  }
  records.push_back({"digits", "program_bytes", static_cast<double>(program_bytes), "bytes", true});
  return records;
}

}  // namespace digits
