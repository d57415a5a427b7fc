// SPDX-License-Identifier: Apache-2.0
// From a model file to headers: what tenon-convert does.
#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include <tenon/host/import/cpp_text.hpp>
#include <tenon/host/import/imported_model.hpp>
#include <tenon/host/import/model_bytes.hpp>
#include <tenon/host/import/network_header.hpp>
#include <tenon/host/import/tflite_file.hpp>
#include <tenon/host/import/tflite_reader.hpp>
#include <tenon/host/write_file.hpp>

namespace tenon::host {

/// The network in a model file. Throws std::runtime_error with one line: file, node, remedy.
inline imported_model import_model(const std::string& path) {
  auto bytes = read_model_file(path);
  return read_tflite(tflite_file{path, std::move(bytes)});
}

/// What a user asks of a conversion.
struct convert_options {
  std::string model{};
  std::string header{};  ///< NAME.hpp; weights and encodings stand beside it
  std::string name{};    ///< the namespace; of the header's name unless given
  std::string table{};   ///< a file for "<node><TAB><the model file's tensor number>" lines, if one is wanted
};

namespace detail {

/// The header's name without its ending, if it can stand in an #include line.
inline std::string stem_of(const std::string& header) {
  const std::filesystem::path path{header};
  const std::string stem = path.stem().string();
  if (path.extension() != ".hpp" || stem.empty() || plain_name(stem) != stem)
    throw std::runtime_error{header + ": is no name for a header; use letters, digits, '_' and '-', and the ending .hpp"};
  return stem;
}

inline std::string table_text(const imported_model& model) {
  std::string text;
  for (const imported_node& node : model.nodes)
    if (node.tensor >= 0) text += node.name + "\t" + std::to_string(node.tensor) + "\n";
  return text;
}

}  // namespace detail

/// Reads a model and writes its headers, the topology last. Throws std::runtime_error with one line; files are then as they
/// were, but for headers already replaced.
inline imported_model convert(const convert_options& options) {
  const std::string stem = detail::stem_of(options.header);
  const std::filesystem::path folder = std::filesystem::path{options.header}.parent_path();
  const imported_model model = import_model(options.model);
  const std::string name = identifier(options.name.empty() ? stem : options.name);
  const network_headers texts =
      write_network(model, {name, stem, std::filesystem::path{options.model}.filename().string()});
  write_file(folder / (stem + "_weights.hpp"), texts.weights);
  if (!texts.encodings.empty()) write_file(folder / (stem + "_encodings.hpp"), texts.encodings);
  if (!options.table.empty()) write_file(options.table, detail::table_text(model));
  write_file(options.header, texts.topology);
  return model;
}

}  // namespace tenon::host
