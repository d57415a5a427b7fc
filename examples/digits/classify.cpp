// SPDX-License-Identifier: Apache-2.0
// Runs all test images through all engines and prints the report.
#include "classify.hpp"

#include <array>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/layer_table.hpp>

#include "calibration.hpp"
#include "images.hpp"
#include "measure.hpp"
#include "picture.hpp"
#include "report.hpp"

namespace digits {
namespace {

constexpr int columns = 40;
constexpr int rows = 25;
constexpr std::size_t shown = 4;

void show_some(const std::vector<image>& images, const std::vector<int>& answers, const std::vector<int>& labels) {
  std::array<std::string, shown> captions;
  for (std::size_t i = 0; i < shown; ++i) captions[i] = fmt::format("read as {} (it is {})", answers[i], labels[i]);
  fmt::print("{}\n", draw({images.data(), shown}, captions));
}

std::vector<measurement> measure_all(const std::vector<image>& images) {
  std::vector<measurement> all;
  const auto progress = [&](const char* what) { fmt::print(stderr, "[{}/4] {} ...\n", all.size() + 1, what); };
  progress("reference, float"), all.push_back(measure_reference_float(images));
  progress("reference, int8"), all.push_back(measure_reference_int8(images));
  progress("kryo, float"), all.push_back(measure_kryo_float(images));
  progress("kryo, int8"), all.push_back(measure_kryo_int8(images));
  return all;
}

}  // namespace

void classify(const options& chosen) {
  const auto images = read_contact_sheet(chosen.folder + "/test_digits.png", columns, rows);
  const auto labels = read_labels(chosen.folder + "/test_labels.txt", columns * rows);
  const auto all = measure_all(images);
  const auto program_bytes = static_cast<std::size_t>(std::filesystem::file_size("/proc/self/exe"));

  show_some(images, all.back().answers, labels);
  fmt::print("{}\n", format_table(all, labels));
  if (chosen.show_steps)
    for (const measurement& one : all) fmt::print("{}, {}\n{}\n", one.backend, one.numbers, tenon::host::format_steps(one.steps));
  if (chosen.show_layers) fmt::print("{}\n", compare_layers({images.data(), 100}));
  fmt::print("{} images; latencies are of single runs, conversion from and to float included. This program has {} bytes.\n",
             images.size(), program_bytes);
  if (!chosen.json.empty()) tenon::host::write_records(chosen.json, to_records(all, labels, program_bytes));
}

}  // namespace digits
