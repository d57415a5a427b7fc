// SPDX-License-Identifier: Apache-2.0
// The network in a model file of any format that tenon reads.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tenon/host/import/attribute_text.hpp>
#include <tenon/host/import/imported_model.hpp>
#include <tenon/host/import/layer_name.hpp>
#include <tenon/host/import/model_bytes.hpp>
#include <tenon/host/import/onnx_file.hpp>
#include <tenon/host/import/onnx_reader.hpp>
#include <tenon/host/import/tflite_file.hpp>
#include <tenon/host/import/tflite_reader.hpp>

namespace tenon::host {

namespace detail {

/// TensorFlow Lite's files have a mark; ONNX's have none, and are told by their name.
inline bool is_onnx(const std::string& path, std::span<const std::uint8_t> bytes) {
  constexpr std::string_view mark = "TFL3";
  const bool marked = bytes.size() >= 8 && std::equal(mark.begin(), mark.end(), bytes.begin() + 4);
  return !marked && std::filesystem::path{path}.extension() == ".onnx";
}

/// Throws std::runtime_error unless the shapes that a user gives are those that a file fixes.
inline void require_shapes(const imported_model& model, const std::string& path, const input_shapes& shapes) {
  for (const auto& [name, extents] : shapes) {
    const auto input = std::find_if(model.nodes.begin(), model.nodes.end(), [&](const imported_node& node) {
      return node.word == "input" && (node.source == name || node.name == name);
    });
    if (input == model.nodes.end())
      throw std::runtime_error{path + ": has no input '" + plain_name(name) + "', whose shape --input-shape gives"};
    const shape& own = input->extents;
    if (!std::equal(extents.begin(), extents.end(), own.extents.begin(), own.extents.begin() + own.rank))
      throw std::runtime_error{path + ": fixes the shape of '" + plain_name(name) + "' as " + extents_text(own) +
                               "; convert the model with another, or leave --input-shape out"};
  }
}

}  // namespace detail

/// The network in a model file; inputs of ONNX files that leave their shapes open get them by name. Throws
/// std::runtime_error with one line: file, node, remedy.
inline imported_model import_model(const std::string& path, const input_shapes& shapes = {}) {
  auto bytes = read_model_file(path);
  if (detail::is_onnx(path, bytes)) {
    const onnx_model file = parse_onnx(path, bytes);
    bytes = {};
    return read_onnx(file, shapes);
  }
  imported_model model = read_tflite(tflite_file{path, std::move(bytes)});
  detail::require_shapes(model, path, shapes);
  return model;
}

}  // namespace tenon::host
