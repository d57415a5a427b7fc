// SPDX-License-Identifier: Apache-2.0
// Classifies 1,000 handwritten digits that the network never saw, in float and in int8, on every backend of this machine.
#include <array>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "calibration.hpp"
#include "images.hpp"
#include "measure.hpp"
#include "picture.hpp"
#include "report.hpp"

namespace digits {
namespace {

struct options {
  std::string folder = EXAMPLE_FOLDER;
  std::string json;
  bool show_steps = false;
  bool show_layers = false;
  std::string calibration_folder;
  std::string encodings_file = "encodings.hpp";
  std::string method = "percentile";
};

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

void run(const options& chosen) {
  const auto images = read_contact_sheet(chosen.folder + "/test_digits.png", columns, rows);
  const auto labels = read_labels(chosen.folder + "/test_labels.txt", columns * rows);
  const auto all = measure_all(images);
  const auto program_bytes = static_cast<std::size_t>(std::filesystem::file_size("/proc/self/exe"));

  show_some(images, all.back().answers, labels);
  fmt::print("{}\n", format_table(all, labels));
  if (chosen.show_steps)
    for (const measurement& one : all) fmt::print("{}, {}\n{}\n", one.backend, one.numbers, one.steps);
  if (chosen.show_layers) fmt::print("{}\n", compare_layers({images.data(), 100}));
  fmt::print("{} images; latencies are of single runs, conversion from and to float included. This program has {} bytes.\n", images.size(), program_bytes);
  if (!chosen.json.empty()) tenon::host::write_records(chosen.json, to_records(all, labels, program_bytes));
}

}  // namespace
}  // namespace digits

int main(int argc, char** argv) {
  digits::options chosen;
  CLI::App app{"Classifies 1,000 handwritten digits with the same network in float and int8, on every backend."};
  app.add_option("--folder", chosen.folder, "where test_digits.png and test_labels.txt are");
  app.add_option("--json", chosen.json, "also write the figures as a list of records to this file");
  app.add_flag("--layers", chosen.show_layers, "also show how far the int8 layers are from the float ones");
  app.add_option("--calibrate", chosen.calibration_folder, "instead, find activation ranges on the contact sheets in this folder");
  app.add_option("--method", chosen.method, "how ranges are chosen")
      ->check(CLI::IsMember({"minmax", "percentile", "moving_average", "mse"}));
  app.add_option("--encodings", chosen.encodings_file, "the header that --calibrate writes");
  app.add_flag("--steps", chosen.show_steps, "also show every step of each engine");
  CLI11_PARSE(app, argc, argv);
  try {
    if (chosen.calibration_folder.empty()) digits::run(chosen);
    else digits::calibrate(chosen.calibration_folder, chosen.method, chosen.encodings_file);
  } catch (const std::exception& wrong) {
    fmt::print(stderr, "digits: {}\n", wrong.what());
    return 1;
  }
}
