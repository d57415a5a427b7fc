// SPDX-License-Identifier: Apache-2.0
// A call of an operator in an .onnx file, asked for its attributes; those that nobody asks for are refused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <tenon/host/import/layer_name.hpp>
#include <tenon/host/import/not_importable.hpp>
#include <tenon/host/import/onnx_model.hpp>

namespace tenon::host {

/// One node with the operator set that says what it means.
class onnx_call {
 public:
  onnx_call(const onnx_node& node, std::int64_t opset) : node_(node), opset_(opset) {}

  const onnx_node& node() const noexcept { return node_; }
  std::int64_t opset() const noexcept { return opset_; }

  bool has_input(std::size_t at) const noexcept { return at < node_.inputs.size() && !node_.inputs[at].empty(); }
  const std::string& input(std::size_t at) const {
    if (!has_input(at)) throw not_importable{"an input is missing; the file is damaged, get it again"};
    return node_.inputs[at];
  }
  /// The result, of an operator whose further results nobody may ask for.
  const std::string& output() const {
    if (node_.outputs.empty() || node_.outputs[0].empty())
      throw not_importable{"it has no output; the file is damaged, get it again"};
    for (std::size_t i = 1; i < node_.outputs.size(); ++i)
      if (!node_.outputs[i].empty())
        throw not_importable{"it has more than one output; export the model for inference"};
    return node_.outputs[0];
  }

  bool has(const std::string& name) const {
    asked_.insert(name);
    return node_.attributes.contains(name);
  }
  const onnx_attribute& attribute(const std::string& name) const {
    if (!has(name)) throw not_importable{"it lacks the attribute " + name + "; the file is damaged, get it again"};
    return node_.attributes.at(name);
  }
  std::int64_t integer(const std::string& name, std::int64_t otherwise) const {
    return has(name) ? attribute(name).integer : otherwise;
  }
  float real(const std::string& name, float otherwise) const { return has(name) ? attribute(name).real : otherwise; }
  std::string text(const std::string& name, const std::string& otherwise) const {
    return has(name) ? attribute(name).text : otherwise;
  }
  std::vector<std::int64_t> integers(const std::string& name, std::vector<std::int64_t> otherwise = {}) const {
    return has(name) ? attribute(name).integers : std::move(otherwise);
  }

  /// Takes attributes that change nothing here.
  void ignore(std::initializer_list<const char*> names) const {
    for (const char* name : names) asked_.insert(name);
  }
  void require_all_asked() const {
    for (const auto& [name, value] : node_.attributes)
      if (!asked_.contains(name))
        throw not_importable{"tenon does not know its attribute " + plain_name(name) + "; export the model without it"};
  }

 private:
  const onnx_node& node_;
  std::int64_t opset_;
  mutable std::set<std::string> asked_;
};

}  // namespace tenon::host
