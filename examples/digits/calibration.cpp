// SPDX-License-Identifier: Apache-2.0
// Finds the activation ranges of the digits network, and shows what quantization does to each layer.
#include "calibration.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/encodings_header.hpp>
#include <tenon/host/layer_table.hpp>
#include <tenon/host/write_file.hpp>

#include "models.hpp"

namespace digits {
namespace {

namespace host = tenon::host;

host::range_method method_named(const std::string& name) {
  static const std::map<std::string, host::range_method> methods{{"minmax", host::range_method::minmax},
                                                                 {"percentile", host::range_method::percentile},
                                                                 {"moving_average", host::range_method::moving_average},
                                                                 {"mse", host::range_method::mse}};
  return methods.at(name);
}

/// The PNG files of a folder, in the order of their names.
std::vector<std::filesystem::path> sheets_in(const std::string& folder) {
  if (!std::filesystem::is_directory(folder))
    throw std::runtime_error{folder + ": is no folder; name one that holds contact sheets (*.png)"};
  std::vector<std::filesystem::path> sheets;
  for (const auto& entry : std::filesystem::directory_iterator{folder})
    if (entry.path().extension() == ".png") sheets.push_back(entry.path());
  if (sheets.empty()) throw std::runtime_error{folder + ": holds no contact sheet (*.png); put some training images there"};
  std::sort(sheets.begin(), sheets.end());
  return sheets;
}

}  // namespace

void calibrate(const std::string& folder, const std::string& method, const std::string& encodings_file) {
  const auto calibrator = std::make_unique<host::calibrator<network, weights>>(host::range_options{method_named(method)});
  for (const auto& sheet : sheets_in(folder))
    for (const image& pixels : read_contact_sheet(sheet.string())) calibrator->add(as_input(pixels));
  const auto edges = calibrator->encodings();
  const std::string source = fmt::format("Ranges by {} over {} images; made by ./examples/run digits --calibrate.", method,
                                         calibrator->samples());
  host::write_file(encodings_file, host::encodings_header("digits", source, edges));
  fmt::print("{}: {} edges from {} images\n", encodings_file, edges.size(), calibrator->samples());
}

std::string compare_layers(std::span<const image> images) {
  using engine = tenon::engine<int8_model, tenon::on<tenon::reference>>;
  host::layer_comparison<engine> comparison;
  for (const image& pixels : images) comparison.add(as_input(pixels));
  return host::format_layers(comparison.layers());
}

}  // namespace digits
