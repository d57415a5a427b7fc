// SPDX-License-Identifier: Apache-2.0
// From a model in real numbers and samples to a file of encodings: what tenon-quantize does.
#pragma once

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/compiler.hpp>
#include <tenon/host/encodings_file.hpp>
#include <tenon/host/encodings_writer.hpp>
#include <tenon/host/import/imported_model.hpp>
#include <tenon/host/import/operator_facts.hpp>
#include <tenon/host/import/weight_codes.hpp>
#include <tenon/host/import/write_headers.hpp>
#include <tenon/host/method_names.hpp>
#include <tenon/host/port_info.hpp>
#include <tenon/host/printable.hpp>
#include <tenon/host/sample_folder.hpp>

namespace tenon::host {

/// What a user asks of a calibration.
struct quantize_options {
  convert_options model{};  ///< the model, in real numbers
  std::string samples{};    ///< a folder, see for_each_sample
  std::string output{};     ///< the file of encodings to write
  std::string method = "minmax";
  double percentile = 99.99;
  std::string form = "aimet-1.0.0";
  std::string headers{};  ///< where tenon's headers lie, unless beside the installed program
};

/// Told of each part of a longer piece of work before it begins.
using progress = std::function<void(const std::string&)>;

/// The forms by the words that users write.
inline encodings_form form_called(std::string_view word) {
  if (word == "aimet-1.0.0") return encodings_form::aimet_1_0_0;
  if (word == "aimet-0.6.1") return encodings_form::aimet_0_6_1;
  if (word == "qualcomm") return encodings_form::qualcomm;
  throw std::runtime_error{"there is no form '" + std::string{word.substr(0, 40)} +
                           "'; they are: aimet-1.0.0 aimet-0.6.1 qualcomm"};
}

/// Which integers an input of a quantized network takes: those that it names, or else those of the network.
inline element integers_of(const imported_model& model, const imported_node& input) {
  for (const element each : {u8, i8, i16})
    if (std::find(input.attributes.begin(), input.attributes.end(), name_of(each)) != input.attributes.end()) return each;
  return model.int16 ? i16 : i8;
}

/// The inputs of an imported network, under their nodes' names.
inline std::vector<port_info> inputs_of(const imported_model& model) {
  std::vector<port_info> inputs;
  for (const imported_node& node : model.nodes)
    if (node.word == "input") {
      const bool is_integer = model.quantized && !model.real_border && !node.kept;
      inputs.push_back({node.name, {is_integer ? integers_of(model, node) : f32, node.extents}, node.axes});
    }
  return inputs;
}

namespace detail {

inline constexpr std::string_view calibration_source =
    "#include <tenon/backend/kryo.hpp>\n"
    "#include <tenon/host/calibration_program.hpp>\n\n"
    "#include \"network.hpp\"\n\n"
    "int main(int count, char** arguments) {\n"
    "  using calibrator = tenon::host::calibrator<calibrated::network, calibrated::weights, tenon::kryo>;\n"
    "  return tenon::host::calibration_main<calibrator>(\"calibration\", count, arguments);\n"
    "}\n";

inline const imported_node& node_named(const imported_model& model, std::string_view name) {
  for (const imported_node& node : model.nodes)
    if (node.name == name) return node;
  throw std::runtime_error{"the calibration speaks of '" + printable(name) + "', which is no layer; build it again"};
}

/// What the calibration program wrote: a name, a scale and a zero point a line.
inline std::vector<encodings_entry> calibrated_entries(const imported_model& model, const std::string& text) {
  std::vector<encodings_entry> entries;
  std::istringstream lines{text};
  for (std::string name, scale, zero;
       std::getline(lines, name, '\t') && std::getline(lines, scale, '\t') && std::getline(lines, zero);) {
    const imported_node& node = node_named(model, name);
    encodings_entry entry{node.source.empty() ? node.name : node.source};
    entry.codes.push_back({double{std::stof(scale)}, -(std::stoll(zero) + 128)});
    entries.push_back(std::move(entry));
  }
  return entries;
}

/// The scales of weights: those that they have, or else those that the compiler will choose, but for layers whose
/// weights change before it does.
inline std::vector<encodings_entry> weight_entries(const imported_model& model) {
  std::vector<encodings_entry> entries;
  for (const imported_array& array : model.arrays) {
    if (!array.name.ends_with(".kernel") || array.zero_point != 0) continue;
    const imported_node& node = node_named(model, std::string_view{array.name}.substr(0, array.name.rfind('.')));
    if (!has_known_channels(node) || is_rescaled(model, node)) continue;
    encodings_entry entry{array.source.empty() ? array.name : array.source, true};
    entry.is_symmetric = true;
    for (const float scale : array.reals.empty() ? array.scales : scales_of(node, array))
      entry.codes.push_back({double{scale}, -128});
    entries.push_back(std::move(entry));
  }
  return entries;
}

inline void compile_calibration(const imported_model& model, const quantize_options& options,
                                const std::filesystem::path& folder) {
  convert_options written = options.model;
  written.header = (folder / "network.hpp").string();
  written.name = "calibrated";
  written.weights = weight_place::header;
  write_headers(model, written);
  write_file(folder / "main.cpp", calibration_source);
  compile_program(folder, "main.cpp", "calibration", options.headers);
}

}  // namespace detail

/// Finds the ranges of a network's edges over samples and writes them, with the scales of its weights, as encodings.
/// Returns what was written. Throws std::runtime_error with one line; nothing is written then.
inline encodings_file quantize_model(const quantize_options& options, const importer& import, const progress& tell) {
  method_called(options.method);
  encodings_file file{options.output, form_called(options.form)};
  const imported_model model = import(options.model);
  if (model.quantized)
    throw std::runtime_error{options.model.model + ": is quantized already; give the model in real numbers"};
  const std::size_t samples = for_each_sample(options.samples, inputs_of(model), [](const auto&) {});
  const work_folder work;
  tell("compiling the network, which takes a minute or so for each 100,000 weights");
  detail::compile_calibration(model, options, work.path());
  tell(fmt::format("running it on {} samples", samples));
  const std::string result = (work.path() / "ranges").string();
  run_program(work.path(), work.path() / "calibration",
              {options.samples, options.method, fmt::format("{}", options.percentile), result});
  file.entries = detail::calibrated_entries(model, read_file(result, std::uintmax_t{64} << 20));
  for (encodings_entry& entry : detail::weight_entries(model)) file.entries.push_back(std::move(entry));
  write_encodings(options.output, file, options.method);
  return file;
}

}  // namespace tenon::host
