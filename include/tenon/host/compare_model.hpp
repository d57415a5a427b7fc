// SPDX-License-Identifier: Apache-2.0
// Runs a model and holds the result of each layer to arrays in files or to another model: what tenon-compare does.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tenon/core/encoding.hpp>
#include <tenon/host/compared_arrays.hpp>
#include <tenon/host/compiler.hpp>
#include <tenon/host/import/imported_model.hpp>
#include <tenon/host/import/write_headers.hpp>
#include <tenon/host/input_files.hpp>
#include <tenon/host/layer_error.hpp>
#include <tenon/host/npy.hpp>
#include <tenon/host/port_info.hpp>
#include <tenon/host/quantize_model.hpp>
#include <tenon/host/read_file.hpp>

namespace tenon::host {

/// What a user asks of a comparison.
struct compare_options {
  convert_options model{};             ///< the model, with its encodings if it is to be quantized
  std::vector<std::string> against{};  ///< .npy files called after tensors, or one model; else the model's real twin
  input_files inputs{};
  std::string headers{};                        ///< where tenon's headers lie, unless beside the installed program
};

namespace detail {

/// A model that is imported, compiled and run in a folder.
class model_under_test {
 public:
  model_under_test(imported_model model, convert_options written, std::filesystem::path folder,
                   const std::string& headers)
      : model_(std::move(model)), folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_);
    written.header = (folder_ / "network.hpp").string();
    written.name = "compared";
    written.weights = weight_place::header;
    write_headers(model_, written);
    write_file(folder_ / "main.cpp", source);
    compile_program(folder_, "main.cpp", "program", headers);
  }

  const imported_model& model() const noexcept { return model_; }
  encoding input_code(const std::string& name) const { return node_named(model_, name).code; }

  /// Runs it on real numbers for each input and keeps the results of its layers, made real, in their order.
  std::vector<layer_numbers> run(const std::map<std::string, npy_array>& inputs) const {
    std::vector<std::string> arguments{"--quiet", "--output-dir", (folder_ / "out").string(), "--steps-dir",
                                       (folder_ / "steps").string()};
    for (const port_info& port : inputs_of(model_)) {
      const std::string path = (folder_ / (file_stem_of(port.name) + ".in.npy")).string();
      write_npy(path, as_taken(inputs.at(port.name), port));
      arguments.insert(arguments.end(), {"--input", port.name + "=" + path});
    }
    run_program(folder_, folder_ / "program", arguments);
    return layers();
  }

 private:
  static constexpr std::string_view source =
      "#include <tenon/backend/kryo.hpp>\n"
      "#include <tenon/host/model_runner.hpp>\n\n"
      "#include \"network.hpp\"\n\n"
      "int main(int count, char** arguments) {\n"
      "  using engine = tenon::engine<compared::model, tenon::on<tenon::kryo, tenon::reference>>;\n"
      "  return tenon::host::run_main<engine>(\"comparison\", count, arguments);\n"
      "}\n";

  /// Real numbers as the input takes them.
  npy_array as_taken(const npy_array& real, const port_info& port) const {
    if (port.type.type == f32) return real;
    const std::size_t width = bytes_of(port.type.type);
    const integer_range range = range_of(port.type.type);
    npy_array made{port.type.type, real.extents, std::vector<std::byte>(real.size() * width)};
    const std::vector<float> values = real_numbers(real, {});
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::int32_t integer = quantize_value(values[i], input_code(port.name), range.low, range.high);
      std::memcpy(made.bytes.data() + i * width, &integer, width);  // the low bytes come first
    }
    return made;
  }

  std::vector<layer_numbers> layers() const {
    std::vector<layer_numbers> made;
    std::set<std::string> seen;
    std::istringstream lines{read_file((folder_ / "steps" / "steps.txt").string(), std::uintmax_t{64} << 20)};
    for (std::string name, op, scale, zero; std::getline(lines, name, '\t') && std::getline(lines, op, '\t') &&
                                            std::getline(lines, scale, '\t') && std::getline(lines, zero);) {
      const npy_array array = read_npy((folder_ / "steps" / (file_stem_of(name) + ".npy")).string());
      std::string edge = name;
      for (const std::string_view ending : {".quantized", ".real"})
        if (edge.ends_with(ending)) edge.resize(edge.size() - ending.size());
      const encoding code{std::stof(scale), std::stoi(zero)};
      if (seen.insert(edge).second) made.push_back({edge, real_numbers(array, code), code});
    }
    return made;
  }

  imported_model model_;
  std::filesystem::path folder_;
};

/// Real numbers for every input: of a file, or random ones, the same for every model.
class comparison_inputs {
 public:
  comparison_inputs(const model_under_test& model, const compare_options& options, const progress& tell) {
    const std::vector<port_info> ports = inputs_of(model.model());
    check_names(ports, options.inputs);
    std::mt19937 random{1};
    for (const port_info& port : ports) {
      auto given = options.inputs.find(port.name);
      if (given == options.inputs.end() && ports.size() == 1) given = options.inputs.find("");
      if (given == options.inputs.end()) {
        tell("input " + port.name + ": random numbers, as no file is given for it");
        arrays_[port.name] = random_numbers(port, random);
      } else {
        arrays_[port.name] = numbers_in(given->second, port, model.input_code(port.name));
      }
    }
  }
  const std::map<std::string, npy_array>& arrays() const noexcept { return arrays_; }

 private:
  static void check_names(const std::vector<port_info>& ports, const std::map<std::string, std::string>& given) {
    for (const auto& [name, path] : given)
      if (name.empty() ? ports.size() != 1 : std::none_of(ports.begin(), ports.end(), [&](const port_info& port) {
            return port.name == name;
          }))
        throw std::runtime_error{path + ": is given for no input of the network; its first is " + ports.front().name};
  }
  static npy_array random_numbers(const port_info& port, std::mt19937& random) {
    std::uniform_real_distribution<float> real(-1.0f, 1.0f);
    std::vector<float> values(static_cast<std::size_t>(port.type.size()));
    for (float& value : values) value = real(random);
    return real_array(file_extents_of(port), values);
  }
  static npy_array numbers_in(const std::string& path, port_info port, encoding code) {
    const npy_array array = read_npy(path);
    if (array.type == f32) port.type.type = f32;
    if (array.type == u8 && port.type.type == u8) code.zero_point -= 128;  // real_numbers wants the int8 that stand for them
    npy_array checked = array;
    runs_in(checked, port, path);
    return real_array(array.extents, real_numbers(array, code));
  }

  std::map<std::string, npy_array> arrays_;
};

/// Compares layers with those of another model of the same name, or else of the same tensor of the file.
inline std::vector<layer_error> compare_layers(const model_under_test& model, const std::vector<layer_numbers>& layers,
                                               const model_under_test& twin, const std::vector<layer_numbers>& right) {
  const auto source = [](const model_under_test& of, const std::string& name) {
    for (const imported_node& node : of.model().nodes)
      if (node.name == name) return node.source;
    return std::string{};
  };
  std::map<std::string, const layer_numbers*> known;
  for (const layer_numbers& layer : right) known.emplace(layer.name, &layer);
  for (const layer_numbers& layer : right) known.emplace(source(twin, layer.name), &layer);
  std::vector<layer_error> errors;
  for (const layer_numbers& layer : layers) {
    auto found = known.find(layer.name);
    if (found == known.end()) found = known.find(source(model, layer.name));
    if (found == known.end() || found->first.empty() || found->second->values.size() != layer.values.size()) continue;
    errors.push_back({layer.name});
    errors.back().add(found->second->values, layer.values);
  }
  if (errors.empty())
    throw std::runtime_error{"the two models have no layer of the same name and size; compare others"};
  return errors;
}

inline bool is_array_file(const std::string& path) { return path.ends_with(".npy"); }

}  // namespace detail

/// One figure a layer, in the order of the steps. Throws std::runtime_error with one line.
inline std::vector<layer_error> compare_model(const compare_options& options, const importer& import,
                                              const progress& tell) {
  const bool files = !options.against.empty() && detail::is_array_file(options.against.front());
  if (!std::all_of(options.against.begin(), options.against.end(),
                   [&](const std::string& path) { return detail::is_array_file(path) == files; }) ||
      (!files && options.against.size() > 1))
    throw std::runtime_error{options.against.back() + ": compare with .npy files, or with one model"};
  if (options.against.empty() && options.model.encodings.empty())
    throw std::runtime_error{options.model.model + ": is compared with nothing; give --against or --encodings"};
  const work_folder work;
  tell("compiling the network, which takes a minute or so for each 100,000 weights");
  const detail::model_under_test model{import(options.model), options.model, work.path() / "model", options.headers};
  compare_options given = options;
  if (files) {
    const detail::file_comparison comparison{model.model(), options.against};
    for (const port_info& port : inputs_of(model.model()))
      if (const std::string path = comparison.path_for(port.name); !path.empty()) given.inputs.emplace(port.name, path);
    const detail::comparison_inputs inputs{model, given, tell};
    return comparison.compare(model.run(inputs.arrays()));
  }
  convert_options other = options.model;
  other.encodings.clear();
  if (!options.against.empty()) other.model = options.against.front();
  tell("compiling its twin");
  const detail::model_under_test twin{import(other), other, work.path() / "twin", options.headers};
  const detail::comparison_inputs inputs{model, given, tell};
  return detail::compare_layers(model, model.run(inputs.arrays()), twin, twin.run(inputs.arrays()));
}

}  // namespace tenon::host
