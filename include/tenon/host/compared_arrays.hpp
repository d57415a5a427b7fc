// SPDX-License-Identifier: Apache-2.0
// The results of layers as real numbers, and arrays in files to which they are held.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tenon/core/encoding.hpp>
#include <tenon/host/import/imported_model.hpp>
#include <tenon/host/layer_error.hpp>
#include <tenon/host/npy.hpp>
#include <tenon/host/port_info.hpp>

namespace tenon::host::detail {

/// A layer's numbers, made real.
struct layer_numbers {
  std::string name{};
  std::vector<float> values{};
  encoding code{};  ///< of the integers that they were
};

/// The numbers of an array, made real by an encoding if they are integers.
inline std::vector<float> real_numbers(const npy_array& array, encoding code) {
  std::vector<float> values(array.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (array.type == f32)
      std::memcpy(&values[i], array.bytes.data() + i * sizeof(float), sizeof(float));
    else if (array.type == i8)
      values[i] = dequantize_value(static_cast<std::int8_t>(array.bytes[i]), code.known() ? code : encoding{1.0f, 0});
    else if (array.type == i16) {
      std::int16_t number = 0;
      std::memcpy(&number, array.bytes.data() + i * sizeof number, sizeof number);
      values[i] = dequantize_value(number, code.known() ? code : encoding{1.0f, 0});
    } else if (array.type == u8)
      values[i] = dequantize_value(std::to_integer<int>(array.bytes[i]) - 128, code);
    else if (array.type == i32) {
      std::int32_t number = 0;
      std::memcpy(&number, array.bytes.data() + i * sizeof number, sizeof number);
      values[i] = static_cast<float>(number);
    } else
      throw std::runtime_error{std::string{"holds "} + std::string{name_of(array.type)} + "; save float32 or int8"};
  }
  return values;
}

inline npy_array real_array(std::vector<std::size_t> extents, std::span<const float> values) {
  npy_array made{f32, std::move(extents), std::vector<std::byte>(values.size_bytes())};
  std::memcpy(made.bytes.data(), values.data(), values.size_bytes());
  return made;
}

/// A tensor's name as a file's.
inline std::string file_stem_of(std::string name) {
  std::replace(name.begin(), name.end(), '/', '_');
  return name;
}

/// Compares layers with arrays in files that are called after their tensors.
class file_comparison {
 public:
  file_comparison(const imported_model& model, const std::vector<std::string>& files) : model_(model) {
    for (const std::string& file : files) paths_[std::filesystem::path{file}.stem().string()] = file;
  }

  /// The file for a node, or none.
  std::string path_for(const std::string& name) const {
    for (const imported_node& node : model_.nodes)
      if (node.name == name)
        for (const std::string& each : {node.source, node.name})
          if (const auto found = paths_.find(file_stem_of(each)); !each.empty() && found != paths_.end())
            return found->second;
    return {};
  }

  std::vector<layer_error> compare(const std::vector<layer_numbers>& layers) const {
    std::vector<layer_error> errors;
    for (const layer_numbers& layer : layers) {
      const std::string path = path_for(layer.name);
      if (path.empty()) continue;
      const std::vector<float> right = real_numbers(in_network_order(read_npy(path), layer.name), layer.code);
      if (right.size() != layer.values.size())
        throw std::runtime_error{fmt::format("{}: holds {} numbers, but '{}' has {}; save it of the same input", path,
                                             right.size(), layer.name, layer.values.size())};
      errors.push_back({layer.name});
      errors.back().add(right, layer.values);
    }
    if (errors.empty())
      throw std::runtime_error{paths_.begin()->second +
                               ": and all other files are called after no layer that is left; call "
                               "them <tensor>.npy, such as " +
                               file_stem_of(layers.back().name) + ".npy"};
    return errors;
  }

 private:
  /// An array in the model file's order of axes, run by run in the network's.
  npy_array in_network_order(npy_array array, const std::string& name) const {
    for (const imported_node& node : model_.nodes) {
      const auto size = static_cast<std::size_t>(node.extents.size());
      if (node.name != name || node.axes.empty() || array.size() % size != 0) continue;
      const port_info port{name, {array.type, node.extents}, node.axes};
      array.bytes = turned(array.bytes, file_extents_of(port), node.axes, array.size() / size, array.type);
    }
    return array;
  }

  const imported_model& model_;
  std::map<std::string, std::string> paths_;
};

}  // namespace tenon::host::detail
