// SPDX-License-Identifier: Apache-2.0
// Reads an .onnx file: every operator becomes nodes of tenon's vocabulary, or a constant, or a reason why it cannot.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <tenon/host/import/finish_network.hpp>
#include <tenon/host/import/onnx_composed.hpp>
#include <tenon/host/import/onnx_folding_moves.hpp>
#include <tenon/host/import/onnx_graph.hpp>
#include <tenon/host/import/onnx_inputs.hpp>
#include <tenon/host/import/onnx_integers.hpp>
#include <tenon/host/import/onnx_linear.hpp>
#include <tenon/host/import/onnx_moves.hpp>
#include <tenon/host/import/onnx_plain.hpp>
#include <tenon/host/import/onnx_products.hpp>
#include <tenon/host/import/onnx_quantized.hpp>
#include <tenon/host/import/onnx_reduce.hpp>
#include <tenon/host/import/onnx_resize.hpp>
#include <tenon/host/import/onnx_slices.hpp>

namespace tenon::host {

namespace detail {

using onnx_importer = void (*)(onnx_graph&, const onnx_call&);

/// What imports each operator.
inline const std::map<std::string, onnx_importer>& onnx_importers() {
  // clang-format off
  static const std::map<std::string, onnx_importer> known{
      {"Abs", import_named<"abs">}, {"Add", import_add}, {"ArgMax", import_argmax},
      {"AveragePool", import_average_pool}, {"BatchNormalization", import_batch_norm}, {"Cast", import_cast},
      {"CastLike", import_cast_like}, {"Ceil", import_named<"ceil">}, {"Celu", import_celu}, {"Clip", import_clip},
      {"Concat", import_concat}, {"Conv", import_conv}, {"ConvTranspose", import_transposed_conv},
      {"DepthToSpace", import_depth_to_space}, {"DequantizeLinear", import_dequantize_linear}, {"Div", import_div},
      {"Dropout", import_nothing}, {"Elu", import_elu}, {"Erf", import_named<"erf">}, {"Exp", import_named<"exp">},
      {"Expand", import_expand}, {"Flatten", import_flatten}, {"Floor", import_named<"floor">},
      {"Gather", import_gather}, {"Gelu", import_gelu}, {"Gemm", import_gemm},
      {"GlobalAveragePool", import_global_average_pool}, {"GlobalMaxPool", import_global_max_pool},
      {"HardSigmoid", import_hard_sigmoid}, {"HardSwish", import_named<"hard_swish">}, {"Identity", import_nothing},
      {"InstanceNormalization", import_instance_norm}, {"LRN", import_local_response_norm},
      {"LayerNormalization", import_layer_norm},
      {"LeakyRelu", import_leaky_relu}, {"Log", import_named<"log">}, {"LogSoftmax", import_log_softmax},
      {"LpNormalization", import_lp_normalization}, {"MatMul", import_matmul}, {"Max", import_max},
      {"MaxPool", import_max_pool}, {"Mean", import_mean_of_edges}, {"Min", import_min},
      {"Mish", import_named<"mish">}, {"Mul", import_mul}, {"Neg", import_named<"neg">}, {"PRelu", import_prelu},
      {"Pad", import_pad}, {"Pow", import_pow}, {"QLinearConv", import_integer_conv},
      {"QLinearMatMul", import_integer_matmul}, {"QuantizeLinear", import_quantize_linear},
      {"Reciprocal", import_reciprocal}, {"ReduceL1", import_l1_norm}, {"ReduceL2", import_l2_norm},
      {"ReduceLogSum", import_log_sum}, {"ReduceLogSumExp", import_log_sum_exp}, {"ReduceMax", import_reduce_max},
      {"ReduceMean", import_mean}, {"ReduceMin", import_reduce_min}, {"ReduceSum", import_reduce_sum},
      {"ReduceSumSquare", import_sum_of_squares}, {"Relu", import_named<"relu">}, {"Reshape", import_reshape},
      {"Resize", import_resize}, {"Round", import_named<"round">}, {"Selu", import_selu},
      {"Sigmoid", import_named<"sigmoid">}, {"Sign", import_named<"sign">}, {"Slice", import_slice},
      {"Softmax", import_softmax}, {"Softplus", import_named<"softplus">}, {"Softsign", import_softsign},
      {"SpaceToDepth", import_space_to_depth}, {"Split", import_split}, {"Sqrt", import_named<"sqrt">},
      {"Squeeze", import_squeeze}, {"Sub", import_sub}, {"Sum", import_sum}, {"Tanh", import_named<"tanh">},
      {"ThresholdedRelu", import_thresholded_relu}, {"Tile", import_tile}, {"Transpose", import_transpose},
      {"Unsqueeze", import_unsqueeze}, {"Upsample", import_resize}};
  // clang-format on
  return known;
}

/// Reads the nodes of one file in order.
class onnx_reader {
 public:
  onnx_reader(const onnx_model& file, const input_shapes& shapes) : file_(file), shapes_(shapes), graph_(file) {}

  imported_model read() {
    refuse_unknown_shapes();
    for (const onnx_port& port : file_.inputs)
      attempt("input", port.name, {port.name}, [&] { add_onnx_input(graph_, port, shapes_); });
    for (const onnx_node& node : file_.nodes) read_node(node);
    if (!faults_.empty()) refuse(sentence_of(faults_));
    collect_outputs();
    settle_numbers(graph_.model(), graph_.integer_nodes());
    graph_.name_integers();
    remove_unread(graph_.model());
    name_tensors();
    const std::string unread = unread_input(graph_.model());
    if (!unread.empty()) refuse("has the input '" + unread + "', on which no output depends; remove it from the model");
    return std::move(graph_.model());
  }

 private:
  [[noreturn]] void refuse(const std::string& why) const { throw std::runtime_error{file_.path + ": " + why}; }

  void refuse_unknown_shapes() const {
    for (const auto& [name, extents] : shapes_)
      if (std::none_of(file_.inputs.begin(), file_.inputs.end(), [&](const auto& port) { return port.name == name; }))
        refuse("has no input '" + plain_name(name) + "', for which --input-shape gives a shape; its inputs are " +
               inputs_text(file_));
  }

  /// Does what makes some tensors; where that fails, those that need them are not complained of too.
  template <class Action>
  void attempt(const std::string& what, const std::string& name, const std::vector<std::string>& made,
               const Action& action) {
    try {
      action();
      return;
    } catch (const not_importable& wrong) {
      faults_.push_back(what + (name.empty() ? "" : " '" + plain_name(name) + "'") + ": " + wrong.why);
    } catch (const std::out_of_range&) {
      faults_.push_back(what + " '" + plain_name(name) + "': it lacks numbers; the file is damaged, get it again");
    }
    failed_.insert(made.begin(), made.end());
  }

  void read_node(const onnx_node& node) {
    const bool lost =
        std::any_of(node.inputs.begin(), node.inputs.end(), [&](const auto& name) { return failed_.contains(name); });
    const auto known = onnx_importers().find(node.word);
    const bool plain = node.domain.empty() || node.domain == "ai.onnx";
    if (lost && plain && (known != onnx_importers().end() || can_fold({node, file_.opset}) || is_shape_query(node))) {
      failed_.insert(node.outputs.begin(), node.outputs.end());
      return;
    }
    const std::string name = !node.name.empty() || node.outputs.empty() ? node.name : node.outputs.front();
    attempt(plain_name(node.word), name, node.outputs, [&] {
      const onnx_call call{node, file_.opset};
      if (!plain || !(answer_shape_query(call) || fold_constants(call))) {
        if (!plain || known == onnx_importers().end())
          throw not_importable{"tenon has no such operator" + (plain ? "" : " (" + plain_name(node.domain) + ")") +
                               "; replace it, or cut the model before it"};
        const std::size_t first = graph_.model().nodes.size();
        const bool integers = takes_integers(graph_, call);
        known->second(graph_, call);
        if (integers) graph_.computes_integers(first);
      }
      call.require_all_asked();
    });
  }

  /// Shape and Size of anything are constants, as shapes are known.
  static bool is_shape_query(const onnx_node& node) { return node.word == "Shape" || node.word == "Size"; }
  bool answer_shape_query(const onnx_call& call) {
    if (!is_shape_query(call.node())) return false;
    const onnx_tensor* constant = graph_.constant(call.input(0));
    auto extents = constant != nullptr ? constant->extents : extents_of(graph_.value(call.input(0)).extents);
    std::vector<double> numbers(extents.begin(), extents.end());
    if (call.node().word == "Size") {
      graph_.set_constant(call.output(), tensor_of(onnx_type::int64, {}, {static_cast<double>(count_of(extents))}));
      return true;
    }
    const auto rank = static_cast<std::int64_t>(numbers.size());
    const auto bounded = [&](std::int64_t at) { return std::clamp(at < 0 ? at + rank : at, std::int64_t{0}, rank); };
    const std::int64_t start = bounded(call.integer("start", 0)),
                       end = std::max(start, bounded(call.integer("end", rank)));
    numbers = {numbers.begin() + start, numbers.begin() + end};
    graph_.set_constant(call.output(), tensor_of(onnx_type::int64, {end - start}, numbers));
    return true;
  }

  /// Computes a call whose inputs are all constants.
  bool fold_constants(const onnx_call& call) {
    if (!can_fold(call)) return false;
    std::vector<const onnx_tensor*> inputs;
    for (const std::string& name : call.node().inputs) {
      inputs.push_back(name.empty() ? nullptr : graph_.constant(name));
      if (!name.empty() && inputs.back() == nullptr) return false;
    }
    graph_.set_constant(call.output(), fold(call, inputs));
    return true;
  }

  /// Tells all tensors of the file, also those that became no node.
  void name_tensors() {
    for (const onnx_node& node : file_.nodes)
      graph_.model().names.insert(graph_.model().names.end(), node.outputs.begin(), node.outputs.end());
    for (const auto& [name, tensor] : file_.constants) graph_.model().names.push_back(name);
  }

  void collect_outputs() {
    std::vector<std::size_t> made;
    for (const onnx_port& port : file_.outputs)
      attempt("output", port.name, {}, [&] { made.push_back(graph_.output_of(port.name)); });
    if (!faults_.empty()) refuse(sentence_of(faults_));
    if (made.empty()) refuse("has no outputs; export the model again");
    set_outputs(graph_.model(), std::move(made), graph_.names());
  }

  const onnx_model& file_;
  const input_shapes& shapes_;
  onnx_graph graph_;
  std::vector<std::string> faults_;
  std::set<std::string> failed_;
};

}  // namespace detail

/// The network in an .onnx file, its inputs in the shapes that are given by name. Throws std::runtime_error with one
/// line that names the file, and every node that cannot be imported with what would help.
inline imported_model read_onnx(const onnx_model& file, const input_shapes& shapes = {}) {
  return detail::onnx_reader{file, shapes}.read();
}

}  // namespace tenon::host
