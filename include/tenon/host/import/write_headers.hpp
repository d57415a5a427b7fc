// SPDX-License-Identifier: Apache-2.0
// What a user asks of a conversion, and the headers that an imported network is written to.
#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tenon/host/import/cpp_text.hpp>
#include <tenon/host/import/imported_model.hpp>
#include <tenon/host/import/layer_name.hpp>
#include <tenon/host/import/linked_arrays.hpp>
#include <tenon/host/import/network_header.hpp>
#include <tenon/host/linked_bytes.hpp>
#include <tenon/host/write_file.hpp>

namespace tenon::host {

/// What a user asks of a conversion.
struct convert_options {
  std::string model{};
  std::string header{};  ///< NAME.hpp; weights and encodings stand beside it
  std::string name{};    ///< the namespace; of the header's name unless given
  std::string table{};   ///< a file that says which node holds which tensor, if one is wanted
  std::vector<std::string> outputs{};  ///< tensors at which the network is to end, if not at the file's own outputs
  std::string encodings{};             ///< a JSON file that makes int8 of a model in real numbers
  bool float_fallback = false;         ///< layers for which that file has nothing stay in real numbers
  weight_place weights = weight_place::by_size;
  std::map<std::string, std::vector<std::int64_t>> shapes{};  ///< of inputs by name, where the file leaves them open
};

/// Reads the network that a user asks for. Programs hand it on, so that only they compile the readers of all formats.
using importer = std::function<imported_model(const convert_options&)>;

namespace detail {

/// The header's name without its ending, if it can stand in an #include line.
inline std::string stem_of(const std::string& header) {
  const std::filesystem::path path{header};
  const std::string stem = path.stem().string();
  if (path.extension() != ".hpp" || stem.empty() || plain_name(stem) != stem)
    throw std::runtime_error{header + ": is no name for a header; use letters, digits, '_' and '-', and the ending .hpp"};
  return stem;
}

/// A line a node by tabs: its name, and the number of its tensor in the file. Where the file has no numbers, the tensor's
/// name, and the file's axes in the node's order if that is another.
inline std::string table_text(const imported_model& model) {
  const bool numbered =
      std::any_of(model.nodes.begin(), model.nodes.end(), [](const imported_node& node) { return node.tensor >= 0; });
  std::string text;
  for (const imported_node& node : model.nodes) {
    if (numbered ? node.tensor < 0 : node.source.empty()) continue;
    text += node.name + "\t" + (numbered ? std::to_string(node.tensor) : node.source);
    if (!node.axes.empty()) text += fmt::format("\t{}", fmt::join(node.axes, ","));
    text += "\n";
  }
  return text;
}

}  // namespace detail

/// Throws std::runtime_error with one line if a header cannot be called so.
inline void check_header_name(const std::string& header) { detail::stem_of(header); }

/// Writes the headers of a network, the topology last. Throws std::runtime_error with one line; files are then as they
/// were, but for headers already replaced.
inline void write_headers(const imported_model& model, const convert_options& options) {
  const std::string stem = detail::stem_of(options.header);
  const std::filesystem::path folder = std::filesystem::path{options.header}.parent_path();
  const std::string name = identifier(options.name.empty() ? stem : options.name);
  const network_headers texts =
      write_network(model, {name, stem, std::filesystem::path{options.model}.filename().string(),
                            links_weights(model, options.weights)});
  const std::filesystem::path linked = folder / (stem + "_weights.cpp");
  if (!texts.linked_source.empty()) {
    write_file(bytes_beside(linked), texts.linked_bytes);
    write_file(linked, texts.linked_source);
  } else {
    // Of an earlier conversion.
    std::error_code ignored;
    std::filesystem::remove(linked, ignored);
    std::filesystem::remove(bytes_beside(linked), ignored);
  }
  write_file(folder / (stem + "_weights.hpp"), texts.weights);
  if (!texts.encodings.empty()) write_file(folder / (stem + "_encodings.hpp"), texts.encodings);
  if (!options.table.empty()) write_file(options.table, detail::table_text(model));
  write_file(options.header, texts.topology);
}

}  // namespace tenon::host
