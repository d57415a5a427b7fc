// SPDX-License-Identifier: Apache-2.0
// Reads a .tflite file: every operator becomes nodes of tenon's vocabulary, or a reason why it cannot.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <tenon/host/import/imported_model.hpp>
#include <tenon/host/import/tflite_file.hpp>
#include <tenon/host/import/tflite_graph.hpp>
#include <tenon/host/import/tflite_linear.hpp>
#include <tenon/host/import/tflite_moves.hpp>
#include <tenon/host/import/tflite_names.hpp>
#include <tenon/host/import/tflite_plain.hpp>
#include <tenon/host/import/tflite_tensors.hpp>

namespace tenon::host {

namespace detail {

using tflite_importer = void (*)(tflite_graph&, const tflite_call&);

/// What imports each operator.
inline const std::map<std::string, tflite_importer>& tflite_importers() {
  static const std::map<std::string, tflite_importer> known{
      {"ADD", import_add}, {"ARG_MAX", import_argmax}, {"AVERAGE_POOL_2D", import_average_pool},
      {"CONCATENATION", import_concat}, {"CONV_2D", import_conv2d}, {"DEPTHWISE_CONV_2D", import_depthwise_conv2d},
      {"DEQUANTIZE", import_dequantize}, {"EXPAND_DIMS", import_reshape}, {"FULLY_CONNECTED", import_fully_connected},
      {"HARD_SWISH", import_hard_swish}, {"LEAKY_RELU", import_leaky_relu}, {"LOGISTIC", import_sigmoid},
      {"MAX_POOL_2D", import_max_pool}, {"MEAN", import_mean}, {"MUL", import_mul}, {"PAD", import_pad},
      {"PADV2", import_pad_value}, {"QUANTIZE", import_quantize}, {"RELU", import_relu}, {"RELU6", import_relu6},
      {"RELU_N1_TO_1", import_relu_n1_to_1}, {"RESHAPE", import_reshape}, {"RESIZE_BILINEAR", import_resize_bilinear},
      {"RESIZE_NEAREST_NEIGHBOR", import_resize_nearest}, {"SLICE", import_slice}, {"SOFTMAX", import_softmax},
      {"SQUEEZE", import_reshape}, {"STRIDED_SLICE", import_strided_slice}, {"SUB", import_sub}, {"TANH", import_tanh},
      {"TRANSPOSE", import_transpose}};
  return known;
}

/// Reads the operators of one file in order.
class tflite_reader {
 public:
  explicit tflite_reader(const tflite_file& file) : file_(file), facts_(file), graph_(file, facts_) {}

  imported_model read() {
    for (const int tensor : *file_.graph().inputs()) attempt("input", tensor, [&] { add_input(tensor); });
    for (const auto* call : *file_.graph().operators()) read_call(*call);
    if (!faults_.empty()) refuse();
    collect_outputs();
    remove_unread();
    refuse_unread_inputs();
    graph_.model().quantized = is_quantized();
    return std::move(graph_.model());
  }

 private:
  static std::vector<int> tensors_of(const flatbuffers::Vector<std::int32_t>* listed) {
    if (listed == nullptr) return {};
    return {listed->begin(), listed->end()};
  }

  template <class Action>
  void attempt(const std::string& what, int tensor, const Action& action) {
    try {
      action();
    } catch (const not_importable& wrong) {
      const std::string name = tensor < 0 ? "" : " '" + plain_name(file_.tensor_name(tensor)) + "'";
      faults_.push_back(what + name + ": " + wrong.why);
    }
  }

  void add_input(int tensor) {
    if (!facts_.is_real(tensor) && !facts_.is_integer(tensor))
      throw not_importable{"it holds " + type_name(facts_.type(tensor)) +
                           "; convert the model with float32 or int8 inputs"};
    if (facts_.extents(tensor).rank == 0) throw not_importable{"it is a scalar; give it one axis"};
    graph_.result(tensor, {graph_.name_for(tensor, "input"), "input"});
  }

  void read_call(const tflite::operator_call& call) {
    const tflite_call given{call, tensors_of(call.inputs()), tensors_of(call.outputs())};
    const int code = file_.code(call);
    const std::string name = tflite_operator_name(code);
    attempt(name, given.outputs.empty() ? -1 : given.outputs.front(), [&] {
      const auto found = tflite_importers().find(name);
      if (found == tflite_importers().end()) {
        const std::string custom = file_.custom_name(call);
        throw not_importable{"tenon has no such operator" + (custom.empty() ? "" : " (" + plain_name(custom) + ")") +
                             "; replace it, or cut the model before it"};
      }
      found->second(graph_, given);
    });
    if (!faults_.empty())
      for (const int tensor : given.outputs) graph_.set_edge(tensor, 0);  // so that readers complain of themselves only
  }

  [[noreturn]] void refuse() const {
    std::string sentence =
        std::to_string(faults_.size()) + (faults_.size() == 1 ? " thing" : " things") + " cannot be imported";
    constexpr std::size_t most = 20;
    for (std::size_t i = 0; i < std::min(faults_.size(), most); ++i) sentence += (i == 0 ? ": " : " | ") + faults_[i];
    file_.refuse(sentence + (faults_.size() > most ? " | and more" : ""));
  }

  /// Outputs are the edges that nobody reads, in the order of their nodes: all others get a node that says so.
  void collect_outputs() {
    auto& model = graph_.model();
    std::vector<std::size_t> made;
    for (const int tensor : *file_.graph().outputs()) {
      std::size_t node = 0;
      attempt("output", tensor, [&] { node = graph_.edge(tensor); });
      if (!faults_.empty()) refuse();
      made.push_back(node);
    }
    if (made.empty()) file_.refuse("has no outputs; convert the model again");
    bool plain = true;
    for (std::size_t i = 0; i < made.size(); ++i) {
      const imported_node& node = model.nodes[made[i]];
      plain = plain && !is_read(made[i]) && node.word != "input" && node.word != "constant" &&
              (i == 0 || made[i - 1] < made[i]);
    }
    for (std::size_t& node : made)
      if (!plain) {
        imported_node end{model.nodes[node].name, "output", {}, {node}};
        if (model.nodes[node].word == "input") end.name = graph_.unique(end.name + ".out");
        else graph_.rename(node, graph_.unique(end.name + ".made"));
        end.extents = model.nodes[node].extents;
        end.kept = model.nodes[node].kept;
        end.source = model.nodes[node].source;
        end.tensor = model.nodes[node].tensor;
        node = graph_.put(std::move(end));
      }
    model.outputs = made;
  }

  bool is_read(std::size_t node) {
    const auto& nodes = graph_.model().nodes;
    return std::any_of(nodes.begin(), nodes.end(), [&](const imported_node& reader) {
      return std::find(reader.inputs.begin(), reader.inputs.end(), node) != reader.inputs.end();
    });
  }

  /// Nodes that no output depends on would become outputs themselves. Inputs stay, as callers give them.
  void remove_unread() {
    auto& model = graph_.model();
    std::vector<bool> wanted(model.nodes.size());
    for (const std::size_t node : model.outputs) wanted[node] = true;
    for (std::size_t i = model.nodes.size(); i-- > 0;) {
      if (model.nodes[i].word == "input") wanted[i] = true;
      for (const std::size_t input : model.nodes[i].inputs)
        if (wanted[i]) wanted[input] = true;
    }
    std::vector<std::size_t> place(model.nodes.size());
    std::vector<imported_node> left;
    std::set<std::string> names;
    for (std::size_t i = 0; i < model.nodes.size(); ++i) {
      if (!wanted[i]) continue;
      place[i] = left.size();
      names.insert(model.nodes[i].name);
      left.push_back(std::move(model.nodes[i]));
      for (std::size_t& input : left.back().inputs) input = place[input];
    }
    for (std::size_t& node : model.outputs) node = place[node];
    std::erase_if(model.arrays, [&](const imported_array& array) {
      return !names.contains(array.name.substr(0, array.name.rfind('.')));
    });
    model.nodes = std::move(left);
  }

  void refuse_unread_inputs() {
    const auto& nodes = graph_.model().nodes;
    for (std::size_t i = 0; i < nodes.size(); ++i)
      if (nodes[i].word == "input" && !is_read(i))
        file_.refuse("has the input '" + nodes[i].name + "', on which no output depends; remove it from the model");
  }

  bool is_quantized() {
    for (const imported_node& node : graph_.model().nodes)
      if (node.tensor >= 0 && facts_.is_integer(node.tensor)) return true;
    return false;
  }

  const tflite_file& file_;
  tflite_tensors facts_;
  tflite_graph graph_;
  std::vector<std::string> faults_;
};

}  // namespace detail

/// The network in a .tflite file. Throws std::runtime_error with one line that names the file, and every operator that
/// cannot be imported with what would help.
inline imported_model read_tflite(const tflite_file& file) { return detail::tflite_reader{file}.read(); }

}  // namespace tenon::host
