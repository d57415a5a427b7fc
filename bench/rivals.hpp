// SPDX-License-Identifier: Apache-2.0
// From the times of benchmarks to records that compare kryo with its rivals in the same run.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tenon/host/record.hpp>

namespace bench {

/// The median of one benchmark: its name "<group>/<case>/<numbers>/<who>", processor time in microseconds, counters.
struct figure {
  std::string name;
  double microseconds = 0;
  std::vector<std::pair<std::string, double>> counters{};
};

/// Versions of rivals, by the name they have in benchmarks; each source that runs a rival adds its own.
inline std::vector<std::pair<std::string, std::string>>& rival_versions() {
  static std::vector<std::pair<std::string, std::string>> versions{{"reference", "tenon"}};
  return versions;
}

inline std::string_view case_of(std::string_view name) { return name.substr(0, name.rfind('/')); }
inline std::string_view who_of(std::string_view name) { return name.substr(name.rfind('/') + 1); }

/// The time of each benchmark; those of kryo once for each rival of the same case, and all counters.
inline std::vector<tenon::host::record> compare(const std::vector<figure>& figures) {
  std::vector<tenon::host::record> records;
  for (const figure& own : figures) {
    std::vector<tenon::host::record> rows;
    for (const auto& [rival, version] : rival_versions())
      for (const figure& other : figures)
        if (who_of(own.name).starts_with("kryo") && who_of(other.name) == rival && case_of(other.name) == case_of(own.name))
          rows.push_back({own.name, "time_against_" + rival, own.microseconds, "us", true, rival, version,
                          other.microseconds / own.microseconds});
    records.push_back({own.name, "time", own.microseconds, "us", true});
    records.insert(records.end(), rows.begin(), rows.end());
    for (const auto& [name, value] : own.counters)
      records.push_back({own.name, name, value, name == "peak_share" ? "1" : "GMAC/s", false});
  }
  return records;
}

/// One line for each benchmark: its time, its counters, and how many times faster it is than each rival.
inline void print_comparison(const std::vector<tenon::host::record>& records) {
  std::printf("\nprocessor time, median; above 1 x: faster than the rival in this run");
  for (const tenon::host::record& row : records) {
    if (row.metric == "time") std::printf("\n%-62s %10.2f us", row.name.c_str(), row.value);
    else if (row.ratio) std::printf("  %.2f x %s", *row.ratio, row.peer->c_str());
    else if (row.metric == "peak_share") std::printf("  %.0f%% of peak", 100 * row.value);
    else std::printf("  %.2f %s", row.value, row.unit.c_str());
  }
  std::printf("\n");
}

}  // namespace bench
