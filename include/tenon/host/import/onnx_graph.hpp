// SPDX-License-Identifier: Apache-2.0
// The network that grows while an .onnx file is read: nodes, their names, constants, and how each tensor is stored.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <tenon/host/import/attribute_text.hpp>
#include <tenon/host/import/finish_network.hpp>
#include <tenon/host/import/imported_model.hpp>
#include <tenon/host/import/layer_name.hpp>
#include <tenon/host/import/onnx_call.hpp>
#include <tenon/host/import/onnx_constants.hpp>
#include <tenon/host/import/onnx_value.hpp>

namespace tenon::host {

/// Nodes so far. Inputs and outputs of the network keep the file's names, as far as they are plain.
class onnx_graph : public onnx_constants {
 public:
  explicit onnx_graph(const onnx_model& file) : onnx_constants(file) {
    std::vector<std::string> sources;
    for (const onnx_node& node : file.nodes) {
      sources.push_back(node.name);
      for (const std::string& input : node.inputs) ++readers_[input];
    }
    for (const onnx_port& port : file.outputs) ++readers_[port.name];
    common_ = common_parts(sources);
    for (const onnx_port& port : file.inputs) reserve(port.name);
    for (const onnx_port& port : file.outputs) reserve(port.name);
  }

  imported_model& model() noexcept { return model_; }
  name_list& names() noexcept { return names_; }

  bool has_value(const std::string& name) const { return values_.contains(name); }
  void set_value(const std::string& name, onnx_value value) { values_[name] = std::move(value); }
  /// The edge that holds a tensor; a constant becomes a node when it is asked for.
  const onnx_value& value(const std::string& name) {
    if (const auto found = values_.find(name); found != values_.end()) return found->second;
    if (constant(name) == nullptr)
      throw not_importable{"its input '" + plain_name(name) +
                           "' is made by no node before it; the file is damaged, get it again"};
    const int rank = static_cast<int>(constant(name)->extents.size());
    return values_[name] = constant_value(name, rank, in_file_order(rank));
  }

  /// A constant as a node: its axes matched from the last with those of a tensor of `rank`, and stored in an order.
  onnx_value constant_value(const std::string& name, int rank, const std::vector<int>& order) {
    auto extents = constant(name)->extents;
    if (count_of(extents) == 1) extents.clear();
    if (static_cast<int>(extents.size()) > rank)
      throw not_importable{"a constant has more axes than what it goes with; reshape it"};
    if (!extents.empty()) extents.insert(extents.begin(), static_cast<std::size_t>(rank) - extents.size(), 1);
    onnx_value made{0, shape_of_extents(extents), extents.empty() ? std::vector<int>{} : order, {}};
    imported_node node{names_.unique(layer_name(name, "const")), "constant"};
    node.extents = extents.empty() ? shape_of(1) : made.stored();
    node.source = name;
    bind(node.name, "value", operand(name, extents, made.order));
    made.node = put(std::move(node));
    return made;
  }

  /// How many nodes and outputs of the file read a tensor.
  int readers_of(const std::string& name) const {
    const auto found = readers_.find(name);
    return found == readers_.end() ? 0 : found->second;
  }
  bool is_output(const std::string& name) const {
    return std::any_of(file().outputs.begin(), file().outputs.end(),
                       [&](const auto& port) { return port.name == name; });
  }

  /// The same tensor stored in an order, by a transposition if elements must move.
  onnx_value stored(onnx_value value, const std::vector<int>& order) {
    if (value.flattened.rank != 0) value = unflattened(value);
    if (value.order == order) return value;
    std::vector<int> permutation;
    for (const int axis : order) permutation.push_back(place_of(value.order, axis));
    const onnx_value wanted{0, value.extents, order, {}, value.quantized};
    const auto [known, is_new] = turned_.try_emplace({value.node, permutation});
    if (is_new) known->second = put_turned(value, wanted, permutation);
    return {known->second, value.extents, order, {}, value.quantized};
  }
  onnx_value in_order_of_file(const onnx_value& value) { return stored(value, in_file_order(value.extents.rank)); }
  onnx_value as_image(const onnx_value& value) { return stored(value, channels_last(value.extents.rank)); }

  /// A node that gives an edge other extents.
  std::size_t put_reshape(const std::string& name, std::size_t from, const shape& extents) {
    if (model_.nodes[from].extents == extents) return from;
    std::vector<int> numbers{extents.extents.begin(), extents.extents.begin() + extents.rank};
    if (numbers.empty()) throw not_importable{"its result is a scalar; keep one axis"};
    imported_node node{names_.unique(name), "reshape", {list_text("extents", numbers)}, {from}};
    node.extents = extents;
    return put(std::move(node));
  }

  /// Says of all nodes from one on that they compute with integers where their results have encodings.
  void computes_integers(std::size_t first) {
    for (; first < model_.nodes.size(); ++first) integers_.insert(first);
  }
  const std::set<std::size_t>& integer_nodes() const noexcept { return integers_; }

  /// Remembers what the file calls the integers of a node, made real again.
  void set_dequantized(std::size_t node, const std::string& name) { dequantized_[node] = name; }
  /// Nodes that compute with integers hold the tensor behind QuantizeLinear, not the one before it.
  void name_integers() {
    for (const auto& [at, name] : dequantized_) {
      imported_node& node = model_.nodes[at];
      if (!node.kept && node.word != "input") node.source = name;
    }
  }

  /// Adds a node for an edge that the file does not have.
  std::size_t put(imported_node node) {
    model_.nodes.push_back(std::move(node));
    return model_.nodes.size() - 1;
  }

  /// A name for the node that makes the result of a call.
  std::string name_for(const onnx_call& call, const std::string& keyword) {
    if (const auto found = reserved_.find(call.output()); found != reserved_.end()) return found->second;
    const std::string& telling = call.node().name.empty() ? call.output() : call.node().name;
    return names_.unique(layer_name(telling, keyword, call.node().name.empty() ? 0 : common_));
  }

  /// Adds the node that makes the result of a call, named unless it is, stored in an order.
  onnx_value result(const onnx_call& call, imported_node node, const shape& extents, const std::vector<int>& order) {
    onnx_value made{0, extents, order, {}};
    if (node.name.empty()) node.name = name_for(call, node.word);
    node.source = call.output();
    node.extents = made.stored();
    if (!made.is_in_file_order()) node.axes = order;
    made.node = put(std::move(node));
    set_value(call.output(), made);
    return made;
  }
  /// The same of an operator that keeps extents and order of its input.
  onnx_value like(const onnx_call& call, imported_node node, const onnx_value& value) {
    node.inputs.insert(node.inputs.begin(), value.node);
    onnx_value made = result(call, std::move(node), value.extents, value.order);
    return flattened_from(call, made, value.flattened);
  }

  /// Makes the node of a value that of a call's result, which it computes too by now.
  void take_over(const onnx_call& call, const onnx_value& value) {
    if (is_output(call.output())) rename_node(model_, value.node, reserved_.at(call.output()));
    model_.nodes[value.node].source = call.output();
    set_value(call.output(), value);
  }

  /// Says that a result is an image flattened channels last, so that its node holds no tensor of the file as it is
  /// there.
  onnx_value flattened_from(const onnx_call& call, onnx_value value, const shape& image) {
    if (image.rank != 0) model_.nodes[value.node].source.clear();
    value.flattened = image;
    set_value(call.output(), value);
    return value;
  }

  void bind(const std::string& node, const std::string& parameter, imported_array array) {
    array.name = node + "." + parameter;
    model_.arrays.push_back(std::move(array));
  }

  /// Adds the input of a name in the shape that the file or the user gives it.
  void add_input(const std::string& name, const shape& extents, const std::vector<int>& order) {
    onnx_value made{0, extents, order, {}};
    imported_node node{reserved_.at(name), "input"};
    node.source = name;
    node.extents = made.stored();
    if (!made.is_in_file_order()) node.axes = order;
    made.node = put(std::move(node));
    set_value(name, made);
  }

  /// The node that gives a tensor to the caller: with the file's name, and of a flattened image in the file's order.
  std::size_t output_of(const std::string& name) {
    const onnx_value whole = value(name);
    const onnx_value made = whole.flattened.rank == 0 ? whole : in_order_of_file(whole);
    if (model_.nodes[made.node].name == reserved_.at(name)) return made.node;
    free_name(reserved_.at(name));
    const std::string& word = model_.nodes[made.node].word;
    if (word != "input" && word != "constant" && !is_output(model_.nodes[made.node].source)) {
      rename_node(model_, made.node, reserved_.at(name));
      model_.nodes[made.node].source = name;
      return made.node;
    }
    imported_node end{reserved_.at(name), "output", {}, {made.node}};
    end.source = name;
    end.extents = made.stored();
    if (!made.is_in_file_order()) end.axes = made.order;
    return put(std::move(end));
  }

 private:
  void reserve(const std::string& name) {
    if (!reserved_.contains(name)) reserved_[name] = names_.unique(plain_name(name));
  }

  /// Takes a name from the node that has it, as of a flattened image that is an output in the file's order.
  void free_name(const std::string& name) {
    for (std::size_t i = 0; i < model_.nodes.size(); ++i)
      if (model_.nodes[i].name == name) rename_node(model_, i, names_.unique(name + ".made"));
  }

  std::size_t put_turned(const onnx_value& from, const onnx_value& to, const std::vector<int>& permutation) {
    const std::string name = model_.nodes[from.node].name + (to.is_in_file_order() ? ".as_in_file" : ".turned");
    if (places_agree(from.extents, from.order, to.order)) return put_reshape(name, from.node, to.stored());
    imported_node turned{names_.unique(name), "transpose", {list_text("permutation", permutation)}, {from.node}};
    turned.extents = to.stored();
    return put(std::move(turned));
  }

  /// A flattened image as the image that it was.
  onnx_value unflattened(const onnx_value& value) {
    onnx_value image{value.node, value.flattened, channels_last(value.flattened.rank), {}};
    const std::string name = model_.nodes[value.node].name;
    image.node = put_reshape(name + ".image", value.node, image.stored());
    const onnx_value plain = stored(image, in_file_order(image.extents.rank));
    return {put_reshape(name + ".flat", plain.node, value.extents), value.extents, value.order, {}};
  }

  imported_model model_;
  std::map<std::string, onnx_value> values_;
  std::map<std::string, std::string> reserved_;
  std::map<std::string, int> readers_;
  std::map<std::pair<std::size_t, std::vector<int>>, std::size_t> turned_;
  std::set<std::size_t> integers_;
  std::map<std::size_t, std::string> dequantized_;
  name_list names_;
  std::size_t common_ = 0;
};

}  // namespace tenon::host
