// SPDX-License-Identifier: Apache-2.0
// Inputs of an .onnx file: their shapes, which a user may give, and whether they are images.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tenon/host/import/onnx_graph.hpp>

namespace tenon::host {

/// Shapes that a user gives to inputs by their names.
using input_shapes = std::map<std::string, std::vector<std::int64_t>>;

/// Reads `NAME:1,3,224,224`. Throws std::runtime_error with one line.
inline std::pair<std::string, std::vector<std::int64_t>> read_input_shape(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  std::vector<std::int64_t> extents;
  std::string number;
  bool sound = colon != std::string::npos && colon > 0;
  for (const char letter : sound ? text.substr(colon + 1) + "," : std::string{}) {
    if (letter >= '0' && letter <= '9' && number.size() < 10) {
      number += letter;
    } else {
      sound = sound && letter == ',' && !number.empty() && number != "0";
      if (!number.empty()) extents.push_back(std::stoll(number));
      number.clear();
    }
  }
  if (!sound || extents.empty())
    throw std::runtime_error{"--input-shape " + plain_name(text) + ": is no shape; write NAME:1,3,224,224"};
  return {text.substr(0, colon), extents};
}

namespace detail {

inline std::string inputs_text(const onnx_model& file) {
  std::string text;
  for (const onnx_port& port : file.inputs) text += (text.empty() ? "'" : ", '") + plain_name(port.name) + "'";
  return text.empty() ? "none" : text;
}

/// True if an image operator reads the tensor, maybe behind others that compute element by element. Such an input is
/// stored channels last.
inline bool is_read_as_image(const onnx_model& file, const std::string& name) {
  static const std::set<std::string> of_images{"Conv",
                                               "ConvTranspose",
                                               "BatchNormalization",
                                               "MaxPool",
                                               "AveragePool",
                                               "GlobalAveragePool",
                                               "GlobalMaxPool",
                                               "Resize",
                                               "Upsample",
                                               "InstanceNormalization",
                                               "LRN",
                                               "LpPool",
                                               "DepthToSpace",
                                               "SpaceToDepth",
                                               "QLinearConv",
                                               "ConvInteger"};
  static const std::set<std::string> by_elements{
      "Add",  "Sub",         "Mul",       "Div",   "Relu",   "Clip",     "LeakyRelu",      "Sigmoid",
      "Tanh", "HardSigmoid", "HardSwish", "PRelu", "Pad",    "Identity", "Cast",           "Dropout",
      "Elu",  "Exp",         "Abs",       "Neg",   "Concat", "Slice",    "QuantizeLinear", "DequantizeLinear"};
  std::set<std::string> reached{name};
  for (const onnx_node& node : file.nodes) {
    bool reads = false;
    for (const std::string& input : node.inputs) reads = reads || reached.contains(input);
    if (reads && !node.inputs.empty() && reached.contains(node.inputs.front()) && of_images.contains(node.word))
      return true;
    if (reads && by_elements.contains(node.word)) reached.insert(node.outputs.begin(), node.outputs.end());
  }
  return false;
}

/// The extents of an input: as the user says, or the file; an open batch is 1.
inline std::vector<std::int64_t> input_extents(const onnx_port& port, const input_shapes& shapes) {
  const auto given = shapes.find(port.name);
  auto extents = port.extents;
  if (given != shapes.end()) {
    bool fits = !port.has_extents || given->second.size() == extents.size();
    for (std::size_t i = 0; fits && port.has_extents && i < extents.size(); ++i)
      fits = extents[i] < 0 || extents[i] == given->second[i] || i == 0;
    if (!fits) throw not_importable{"--input-shape gives it a shape that its fixed extents forbid; give another"};
    return given->second;
  }
  if (!extents.empty() && extents.front() < 0) extents.front() = 1;
  for (const std::int64_t extent : extents)
    if (extent < 0 || !port.has_extents) {
      std::vector<std::string> shown;
      for (const std::int64_t each : extents) shown.push_back(each < 0 ? "?" : std::to_string(each));
      throw not_importable{fmt::format("its shape is open ({}); give it one with --input-shape {}:{}",
                                       fmt::join(shown, "x"), plain_name(port.name), fmt::join(shown, ","))};
    }
  if (!port.has_extents)
    throw not_importable{"its shape is open; give it one with --input-shape " + plain_name(port.name) + ":1,..."};
  return extents;
}

inline void add_onnx_input(onnx_graph& graph, const onnx_port& port, const input_shapes& shapes) {
  if (!is_real(port.type))
    throw not_importable{"it holds " + type_name(port.type) + "; export the model with float inputs"};
  const shape extents = shape_of_extents(input_extents(port, shapes));
  if (extents.rank == 0) throw not_importable{"it is a scalar; give it one axis"};
  const bool image = (extents.rank == 3 || extents.rank == 4) && is_read_as_image(graph.file(), port.name);
  graph.add_input(port.name, extents, image ? channels_last(extents.rank) : in_file_order(extents.rank));
}

}  // namespace detail
}  // namespace tenon::host
