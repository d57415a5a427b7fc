// SPDX-License-Identifier: Apache-2.0
// One operator of an .onnx file with its inputs, and what becomes of it as a line of text.
#pragma once

#include <tenon/host/import/onnx_graph.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace tenon_test {

using tenon::host::onnx_attribute;
using tenon::host::onnx_type;

inline std::pair<const std::string, onnx_attribute> integer(const std::string& name, std::int64_t number) {
  onnx_attribute made;
  made.integer = number;
  return {name, made};
}
inline std::pair<const std::string, onnx_attribute> integers(const std::string& name,
                                                             std::vector<std::int64_t> numbers) {
  onnx_attribute made;
  made.integers = std::move(numbers);
  return {name, made};
}
inline std::pair<const std::string, onnx_attribute> real(const std::string& name, float number) {
  onnx_attribute made;
  made.real = number;
  return {name, made};
}
inline std::pair<const std::string, onnx_attribute> text(const std::string& name, const std::string& words) {
  onnx_attribute made;
  made.text = words;
  return {name, made};
}

using attribute_map = std::map<std::string, onnx_attribute>;

/// The input "x" of some extents, constants, and one call of an operator that makes "y".
struct onnx_case {
  tenon::host::onnx_model file{"m.onnx", 13, {}, {}, {}, {}};
  bool is_image = true;  ///< "x" is stored channels last

  explicit onnx_case(std::vector<std::int64_t> extents, std::int64_t opset = 13) {
    file.opset = opset;
    file.inputs.push_back({"x", onnx_type::float32, std::move(extents), true});
    file.outputs.push_back({"y", onnx_type::float32, {}, false});
  }

  onnx_case& plain() {
    is_image = false;
    return *this;
  }
  onnx_case& input(const std::string& name, std::vector<std::int64_t> extents) {
    file.inputs.push_back({name, onnx_type::float32, std::move(extents), true});
    return *this;
  }
  /// A constant of real numbers 1, 2, 3, ... unless some are given.
  onnx_case& reals(const std::string& name, std::vector<std::int64_t> extents, std::vector<double> numbers = {}) {
    for (std::int64_t i = 1; numbers.size() < static_cast<std::size_t>(tenon::host::count_of(extents)); ++i)
      numbers.push_back(static_cast<double>(i));
    file.constants[name] = tenon::host::tensor_of(onnx_type::float32, std::move(extents), numbers);
    return *this;
  }
  onnx_case& list(const std::string& name, std::vector<double> numbers) {
    const auto count = static_cast<std::int64_t>(numbers.size());
    file.constants[name] = tenon::host::tensor_of(onnx_type::int64, {count}, numbers);
    return *this;
  }
  onnx_case& call(const std::string& word, std::vector<std::string> inputs, attribute_map attributes = {},
                  std::vector<std::string> outputs = {"y"}) {
    file.nodes.push_back({"", word, "", std::move(inputs), std::move(outputs), std::move(attributes)});
    return *this;
  }
};

/// A network that importers, one for each call, made of a case.
class imported_case {
 public:
  using importer = void (*)(tenon::host::onnx_graph&, const tenon::host::onnx_call&);

  imported_case(const onnx_case& given, const std::vector<importer>& importers) : file_(given.file), graph_(file_) {
    try {
      for (const auto& port : file_.inputs) {
        const auto extents = tenon::host::shape_of_extents(port.extents);
        graph_.add_input(
            port.name, extents,
            given.is_image ? tenon::host::channels_last(extents.rank) : tenon::host::in_file_order(extents.rank));
      }
      for (std::size_t i = 0; i < file_.nodes.size(); ++i) {
        const tenon::host::onnx_call call{file_.nodes[i], file_.opset};
        importers[i](graph_, call);
        call.require_all_asked();
      }
    } catch (const tenon::host::not_importable& wrong) {
      why_ = wrong.why;
    }
  }

  const std::string& why() const { return why_; }
  tenon::host::onnx_graph& graph() { return graph_; }

  /// The nodes behind the inputs as they are written, then the extents of "y" and the order that it is stored in.
  std::string text(const std::string& output = "y") {
    if (!why_.empty()) return "refused: " + why_;
    std::string line;
    for (const auto& node : graph_.model().nodes) {
      if (node.word == "input") continue;
      line += (line.empty() ? "" : " | ") + node.word;
      for (const std::string& attribute : node.attributes) line += " " + attribute;
    }
    const auto& value = graph_.value(output);
    line += " -> " + tenon::host::extents_text(value.extents) + " as ";
    for (const int axis : value.order) line += std::to_string(axis);
    return line + (value.flattened.rank == 0 ? "" : " flattened");
  }

  /// The numbers bound under a name that ends so.
  std::vector<float> array(const std::string& end) {
    for (const auto& each : graph_.model().arrays)
      if (each.name.ends_with(end)) return each.reals;
    return {};
  }

 private:
  tenon::host::onnx_model file_;
  tenon::host::onnx_graph graph_;
  std::string why_;
};

inline std::string imported(const onnx_case& given, imported_case::importer importer) {
  return imported_case{given, {importer}}.text();
}

}  // namespace tenon_test
