// SPDX-License-Identifier: Apache-2.0
// Measured figures as records, and a JSON file of them.
#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <span>
#include <string>

#include <nlohmann/json.hpp>

#include <tenon/host/write_file.hpp>

namespace tenon::host {

/// One figure: what was measured, and how it compares with a rival that was measured in the same run.
struct record {
  std::string name;    ///< what, as "digits/kryo/int8"
  std::string metric;  ///< which figure, as "latency_median_us"
  double value = 0;
  std::string unit;
  bool lower_is_better = true;
  std::optional<std::string> peer{};  ///< the rival
  std::optional<std::string> peer_version{};
  std::optional<double> ratio{};  ///< how many times better than the rival; above 1 we win
};

/// The processor's name, as the system tells it.
inline std::string machine_name() {
  std::ifstream file{"/proc/cpuinfo"};
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("model name") && line.find(": ") != std::string::npos)
      return line.substr(line.find(": ") + 2);
  return "unknown";
}

/// Writes records as a JSON list; figures that are not finite become null, and bytes that are not UTF-8 the
/// replacement character. Throws std::runtime_error with one line if the file cannot be written.
inline void write_records(const std::filesystem::path& path, std::span<const record> records) {
  const auto or_null = [](const auto& value) {
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
  };
  const std::string machine = machine_name();
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const record& row : records)
    list.push_back({{"name", row.name},
                    {"metric", row.metric},
                    {"value", row.value},
                    {"unit", row.unit},
                    {"better", row.lower_is_better ? "lower" : "higher"},
                    {"peer", or_null(row.peer)},
                    {"peer_version", or_null(row.peer_version)},
                    {"ratio", or_null(row.ratio)},
                    {"machine", machine}});
  constexpr auto malformed = nlohmann::ordered_json::error_handler_t::replace;
  write_file(path, list.dump(2, ' ', false, malformed) + "\n");
}

}  // namespace tenon::host
