// SPDX-License-Identifier: Apache-2.0
// The network in a model file of any format that tenon reads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tenon/host/import/imported_model.hpp>
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
  if (!shapes.empty())
    throw std::runtime_error{path + ": is no .onnx file, whose shapes --input-shape gives; leave that option out"};
  return read_tflite(tflite_file{path, std::move(bytes)});
}

}  // namespace tenon::host
