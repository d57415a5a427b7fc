// SPDX-License-Identifier: Apache-2.0
// Finds the activation ranges of the digits network, and shows what quantization does to each layer.
#include "calibration.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/encodings_header.hpp>
#include <tenon/host/layer_table.hpp>
#include <tenon/host/method_names.hpp>
#include <tenon/host/write_file.hpp>

#include "models.hpp"

namespace digits {
namespace {

namespace host = tenon::host;

/// Of the encodings of this example; whoever calibrates a network of their own chooses theirs.
constexpr const char* license = "// SPDX-License-Identifier: Apache-2.0\n";

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
  const host::range_options options{host::method_called(method)};
  const auto calibrator = std::make_unique<host::calibrator<network, weights>>(options);
  for (const auto& sheet : sheets_in(folder))
    for (const image& pixels : read_contact_sheet(sheet.string())) calibrator->add(as_input(pixels));
  const auto edges = calibrator->encodings();
  const std::string source = fmt::format("Ranges by {} over {} images; made by ./examples/run digits --calibrate.", method,
                                         calibrator->samples());
  host::write_file(encodings_file, license + host::encodings_header("digits", source, edges));
  fmt::print("{}: {} edges from {} images\n", encodings_file, edges.size(), calibrator->samples());
}

std::string compare_layers(std::span<const image> images) {
  using engine = tenon::engine<int8_model, tenon::on<tenon::reference>>;
  host::layer_comparison<engine> comparison;
  for (const image& pixels : images) comparison.add(as_input(pixels));
  return host::format_layers(comparison.layers());
}

}  // namespace digits
