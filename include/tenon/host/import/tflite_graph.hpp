// SPDX-License-Identifier: Apache-2.0
// The network that grows while a .tflite file is read: nodes, their names, and which of them makes which tensor.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <tenon/host/import/attribute_text.hpp>
#include <tenon/host/import/imported_model.hpp>
#include <tenon/host/import/layer_name.hpp>
#include <tenon/host/import/tflite_file.hpp>
#include <tenon/host/import/tflite_tensors.hpp>

namespace tenon::host {

/// One operator of the file with its tensors, -1 for those that are left out.
struct tflite_call {
  const tflite::operator_call& call;
  std::vector<int> inputs{};
  std::vector<int> outputs{};

  /// The input at a place; throws if the operator has none there.
  int input(std::size_t at) const {
    if (at >= inputs.size() || inputs[at] < 0)
      throw not_importable{"an input is missing; the file is damaged, get it again"};
    return inputs[at];
  }
  bool has_input(std::size_t at) const noexcept { return at < inputs.size() && inputs[at] >= 0; }
  int output() const {
    if (outputs.size() != 1) throw not_importable{"it has not one output; the file is damaged, get it again"};
    return outputs[0];
  }
};

/// A variable of the file: how it is set up, the node that stands for what it holds, and its value for the next run.
struct tflite_variable {
  std::string name{};
  bool is_set_up = false;
  imported_array initial{};
  shape extents{};
  tflite::tensor_type type{};
  int state = -1;  ///< -1 as long as nobody reads it
  int next = -1;   ///< -1 as long as no operator assigns it
};

/// The variables of a file, and which of its tensors are handles of them.
struct tflite_variables {
  std::map<int, std::string> handles{};
  std::map<std::string, tflite_variable> by_name{};
  std::set<std::string> assigned{};
};

/// Nodes so far. Inputs and outputs of the network keep the file's names, as far as they are plain.
class tflite_graph {
 public:
  tflite_graph(const tflite_file& file, tflite_tensors& facts) : file_(file), facts_(facts) {
    std::vector<std::string> sources;
    for (const auto* call : *file.graph().operators())
      if (call->outputs() != nullptr)
        for (const int tensor : *call->outputs())
          if (!is_output(tensor)) sources.push_back(file.tensor_name(tensor));
    common_ = common_parts(sources);
    for (const int tensor : *file.graph().inputs()) reserve(tensor);
    for (const int tensor : *file.graph().outputs()) reserve(tensor);
  }

  imported_model& model() noexcept { return model_; }
  const tflite_tensors& facts() const noexcept { return facts_; }
  tflite_tensors& facts() noexcept { return facts_; }
  const tflite_file& file() const noexcept { return file_; }
  tflite_variables& variables() noexcept { return variables_; }

  /// The node whose edge holds a tensor; a constant becomes a node when it is asked for.
  std::size_t edge(int tensor) {
    if (const auto found = edges_.find(tensor); found != edges_.end()) return found->second;
    if (!facts_.is_constant(tensor))
      throw not_importable{"an input is made by no operator before it; the file is damaged, get it again"};
    return add_constant(tensor);
  }
  void set_edge(int tensor, std::size_t node) { edges_[tensor] = node; }
  bool is_output(int tensor) const {
    const auto* outputs = file_.graph().outputs();
    return std::find(outputs->begin(), outputs->end(), tensor) != outputs->end();
  }

  /// A name for the node that makes a tensor, after the layer in the file.
  std::string name_for(int tensor, const std::string& keyword) {
    if (const auto found = reserved_.find(tensor); found != reserved_.end()) return found->second;
    return names_.unique(layer_name(file_.tensor_name(tensor), keyword, common_));
  }
  /// A name for a node that is no tensor of the file.
  std::string name_for_source(const std::string& source, const std::string& keyword) {
    return names_.unique(layer_name(source, keyword, 0));
  }
  /// A name for a layer, with an activation behind it or not, after the tensor that tells best what it is called: its
  /// weights or its result. The end of the network has the file's name.
  std::string name_after(int telling, int result, tflite::activation fused, const std::string& keyword) {
    if (fused == tflite::activation::none && reserved_.contains(result)) return reserved_.at(result);
    return names_.unique(layer_name(file_.tensor_name(telling), keyword, common_));
  }
  std::string unique(const std::string& wanted) { return names_.unique(wanted); }
  name_list& names() noexcept { return names_; }

  /// Adds a node for an edge that the file does not have, or has only in part.
  std::size_t put(imported_node node) {
    model_.nodes.push_back(std::move(node));
    return model_.nodes.size() - 1;
  }

  /// Adds the node that makes a tensor. `calibrated` says that its int8 encoding is the file's choice.
  std::size_t result(int tensor, imported_node node, bool calibrated = true) {
    node.source = file_.tensor_name(tensor);
    node.tensor = tensor;
    node.extents = facts_.extents(tensor);
    require_known_type(tensor);
    if (facts_.is_integer(tensor) && calibrated) node.code = facts_.code(tensor);
    node.kept = facts_.is_real(tensor);
    const std::size_t index = put(std::move(node));
    edges_[tensor] = index;
    return index;
  }

  /// The same with an activation behind it, as a node of its own: "<name>.relu".
  void activated(int tensor, imported_node node, tflite::activation fused) {
    if (fused == tflite::activation::none) {
      result(tensor, std::move(node));
      return;
    }
    const std::string base = node.name;
    node.extents = facts_.extents(tensor);
    node.kept = facts_.is_real(tensor);
    const std::size_t inner = put(std::move(node));
    imported_node after = activation_node(fused);
    after.name = reserved_.contains(tensor) ? reserved_.at(tensor) : names_.unique(base + "." + after.word);
    after.inputs = {inner};
    result(tensor, std::move(after));
  }

  /// Gives an edge of real numbers the encoding, and int16 or not, in which its readers take it.
  std::size_t encode(std::size_t node, encoding code, bool is_int16 = false) {
    imported_node& real = model_.nodes[node];
    const bool was_int16 = std::find(real.attributes.begin(), real.attributes.end(), "i16") != real.attributes.end();
    if (real.code.known() && (real.code != code || is_int16 != was_int16))
      throw not_importable{"the same real numbers are quantized in two ways; quantize them once"};
    if (is_int16 && !was_int16) real.attributes.push_back("i16");
    real.code = code;
    return node;
  }

  /// Says that a node that decides on its elements holds int16.
  void add_element(int tensor, imported_node& node) const {
    if (facts_.is_int16(tensor)) node.attributes.push_back("i16");
  }

  /// Where an activation that stands alone changes the encoding, the node before it keeps the rounding of its own result.
  void keep_rounding_before(int from, int to) {
    if (!facts_.is_integer(from) || facts_.code(from) == facts_.code(to)) return;
    imported_node& before = model_.nodes[edge(from)];
    const encoding code = facts_.code(from);
    const std::string attribute = "encoded{{" + float_text(code.scale) + ", " + std::to_string(code.zero_point) + "}}";
    const bool said = std::find(before.attributes.begin(), before.attributes.end(), attribute) != before.attributes.end();
    if (before.code.known() && !said) before.attributes.push_back(attribute);
  }

  void bind(const std::string& node, const std::string& parameter, imported_array array) {
    array.name = node + "." + parameter;
    model_.arrays.push_back(std::move(array));
  }

 private:
  void reserve(int tensor) {
    if (!reserved_.contains(tensor)) reserved_[tensor] = names_.unique(plain_name(file_.tensor_name(tensor)));
  }

  void require_known_type(int tensor) const {
    if (facts_.is_real(tensor) || facts_.is_integer(tensor) || facts_.type(tensor) == tflite::tensor_type::int32) return;
    throw not_importable{"its result holds " + type_name(facts_.type(tensor)) +
                         ", for which tenon has no kernels; convert the model with float32 or int8"};
  }

  std::size_t add_constant(int tensor) {
    imported_array values = facts_.array(tensor);
    if (values.scales.size() > 1) throw not_importable{"a constant operand has a scale a channel; quantize it per tensor"};
    if ((!values.words.empty() && values.scales.empty()) || !values.long_words.empty())
      throw not_importable{"a constant operand holds int32 or int64; use float32 or int8"};
    imported_node node{name_for(tensor, "const"), "constant"};
    add_element(tensor, node);
    bind(node.name, "value", std::move(values));
    const std::size_t index = result(tensor, std::move(node), false);
    if (model_.nodes[index].extents.rank == 0) model_.nodes[index].extents = shape_of(1);
    return index;
  }

  static imported_node activation_node(tflite::activation fused) {
    switch (fused) {
      case tflite::activation::relu: return {{}, "relu"};
      case tflite::activation::relu6: return {{}, "relu6"};
      case tflite::activation::relu_n1_to_1: return {{}, "clip", {"clamp{-1.0f, 1.0f}"}};
      default:
        throw not_importable{"its fused activation is none of relu, relu6, relu_n1_to_1; make it a layer of its own"};
    }
  }

  const tflite_file& file_;
  tflite_tensors& facts_;
  imported_model model_;
  std::map<int, std::size_t> edges_;
  std::map<int, std::string> reserved_;
  tflite_variables variables_;
  name_list names_;
  std::size_t common_ = 0;
};

}  // namespace tenon::host
