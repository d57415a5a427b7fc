// SPDX-License-Identifier: Apache-2.0
// Which nodes of a network out of an .onnx file compute with integers: those between DequantizeLinear and
// QuantizeLinear.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include <tenon/core/encoding.hpp>
#include <tenon/host/import/imported_model.hpp>
#include <tenon/host/import/onnx_graph.hpp>
#include <tenon/host/import/operator_facts.hpp>

namespace tenon::host::detail {

/// True of an operator whose constant operand takes part in the sums, so that it must be quantized, too.
inline bool computes_with_constants(const std::string& word) {
  static const std::set<std::string> words{
      "Conv",  "ConvTranspose",     "Gemm", "MatMul", "Add", "Sub", "Mul", "Div", "Max", "Min", "Sum",
      "PRelu", "BatchNormalization"};
  return words.contains(word);
}

/// True if a call reads integers: all its edges come from DequantizeLinear, and the constants with which it computes,
/// too. So does an activation behind a layer that reads integers, if nothing else reads the layer.
inline bool takes_integers(onnx_graph& graph, const onnx_call& call) {
  bool any = false;
  for (std::size_t i = 0; i < call.node().inputs.size(); ++i) {
    const std::string& name = call.node().inputs[i];
    if (name.empty()) continue;
    if (graph.constant(name) != nullptr) {
      if (i < 2 && computes_with_constants(call.node().word) && graph.codes(name) == nullptr) return false;
      continue;
    }
    if (!graph.has_value(name)) return false;
    const onnx_value& value = graph.value(name);
    const imported_node& node = graph.model().nodes[value.node];
    const bool behind = graph.integer_nodes().contains(value.node) && !node.code.known() && graph.readers_of(name) == 1;
    const bool activates = call.node().word == "Relu" || call.node().word == "Clip" || call.node().word == "Add";
    if (!value.quantized && !(behind && activates)) return false;
    any = true;
  }
  return any;
}

/// The encodings that operators prescribe for their int8 results (TFLite's).
inline encoding prescribed_encoding(const std::string& word) {
  if (word == "tanh") return {1.0f / 128.0f, 0};
  if (word == "sigmoid" || word == "softmax") return {1.0f / 256.0f, -128};
  return {};
}

/// Decides of each node whether it computes with int8; the others keep real numbers, as ONNX defines them. `integers`
/// are the nodes that read integers.
inline void settle_numbers(imported_model& model, const std::set<std::size_t>& integers) {
  for (const imported_node& node : model.nodes) model.quantized = model.quantized || node.code.known();
  if (!model.quantized) return;
  model.real_border = true;
  model.rounds_float32 = true;
  const std::size_t size = model.nodes.size();
  std::vector<std::vector<std::size_t>> readers(size);
  for (std::size_t i = 0; i < size; ++i)
    for (const std::size_t input : model.nodes[i].inputs) readers[input].push_back(i);
  std::vector<encoding> codes(size);
  for (std::size_t i = 0; i < size; ++i) {
    imported_node& node = model.nodes[i];
    const operator_facts facts = facts_of_word(node.word);
    const bool marked = integers.contains(i);
    codes[i] = node.code;
    node.kept = false;
    if (node.word == "input") {
      node.kept = !node.code.known();
    } else if (facts.rule == encoding_rule::same_as_input) {
      const std::size_t from = node.inputs.front();
      const bool fits = !node.code.known() || node.code == codes[from];
      node.kept = !(codes[from].known() && fits && (marked || readers[i].size() > 0 || node.word == "output"));
      if (!node.kept) codes[i] = codes[from];
    } else if (facts.rule == encoding_rule::fixed) {
      node.kept = !(marked && node.code.known() && node.code == prescribed_encoding(node.word));
      if (!node.kept) node.code = {};
    } else if (facts.rule == encoding_rule::calibrated && node.word != "constant") {
      const bool absorbed = readers[i].size() == 1 && integers.contains(readers[i][0]) && facts.absorbs_clamp &&
                            facts_of_word(model.nodes[readers[i][0]].word).offers_clamp &&
                            model.nodes[readers[i][0]].code.known();
      node.kept = !(marked && (node.code.known() || absorbed));
    }
  }
  for (std::size_t i = 0; i < size; ++i) {
    if (model.nodes[i].word != "constant") continue;
    model.nodes[i].kept = true;
    for (const std::size_t reader : readers[i]) model.nodes[i].kept = model.nodes[i].kept && model.nodes[reader].kept;
  }
}

}  // namespace tenon::host::detail
