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

#include <tenon/host/import/finish_network.hpp>
#include <tenon/host/import/imported_model.hpp>
#include <tenon/host/import/tflite_file.hpp>
#include <tenon/host/import/tflite_functions.hpp>
#include <tenon/host/import/tflite_graph.hpp>
#include <tenon/host/import/tflite_linear.hpp>
#include <tenon/host/import/tflite_moves.hpp>
#include <tenon/host/import/tflite_names.hpp>
#include <tenon/host/import/tflite_plain.hpp>
#include <tenon/host/import/tflite_slices.hpp>
#include <tenon/host/import/tflite_states.hpp>
#include <tenon/host/import/tflite_tensors.hpp>

namespace tenon::host {

namespace detail {

using tflite_importer = void (*)(tflite_graph&, const tflite_call&);

/// What imports each operator.
inline const std::map<std::string, tflite_importer>& tflite_importers() {
  static const std::map<std::string, tflite_importer> known{
      {"ABS", import_abs}, {"ADD", import_add}, {"ARG_MAX", import_argmax},
      {"ASSIGN_VARIABLE", import_assign_variable}, {"AVERAGE_POOL_2D", import_average_pool},
      {"BATCH_MATMUL", import_batch_matmul}, {"CALL_ONCE", import_call_once}, {"CEIL", import_ceil},
      {"CONCATENATION", import_concat}, {"CONV_2D", import_conv2d}, {"DEPTHWISE_CONV_2D", import_depthwise_conv2d},
      {"DEPTH_TO_SPACE", import_depth_to_space}, {"DEQUANTIZE", import_dequantize}, {"DIV", import_div},
      {"ELU", import_elu}, {"EXP", import_exp}, {"EXPAND_DIMS", import_reshape}, {"FLOOR", import_floor},
      {"FULLY_CONNECTED", import_fully_connected}, {"GATHER", import_gather}, {"GELU", import_gelu},
      {"HARD_SWISH", import_hard_swish}, {"LEAKY_RELU", import_leaky_relu}, {"LOG", import_log},
      {"LOGISTIC", import_sigmoid}, {"MAXIMUM", import_maximum}, {"MAX_POOL_2D", import_max_pool},
      {"MEAN", import_mean}, {"MINIMUM", import_minimum}, {"MIRROR_PAD", import_mirror_pad}, {"MUL", import_mul},
      {"NEG", import_neg}, {"PACK", import_pack}, {"PAD", import_pad}, {"PADV2", import_pad_value},
      {"PRELU", import_prelu}, {"QUANTIZE", import_quantize}, {"READ_VARIABLE", import_read_variable},
      {"REDUCE_MAX", import_reduce_max},
      {"REDUCE_MIN", import_reduce_min}, {"RELU", import_relu}, {"RELU6", import_relu6},
      {"RELU_0_TO_1", import_relu_0_to_1}, {"RELU_N1_TO_1", import_relu_n1_to_1}, {"RESHAPE", import_reshape},
      {"RESIZE_BILINEAR", import_resize_bilinear}, {"RESIZE_NEAREST_NEIGHBOR", import_resize_nearest},
      {"REVERSE_V2", import_reverse}, {"ROUND", import_round}, {"RSQRT", import_rsqrt}, {"SLICE", import_slice},
      {"SOFTMAX", import_softmax}, {"SPACE_TO_DEPTH", import_space_to_depth}, {"SPLIT", import_split},
      {"SPLIT_V", import_split_v}, {"SQRT", import_sqrt}, {"SQUARE", import_square},
      {"SQUARED_DIFFERENCE", import_squared_difference}, {"SQUEEZE", import_reshape},
      {"STRIDED_SLICE", import_strided_slice}, {"SUB", import_sub}, {"SUM", import_reduce_sum},
      {"TANH", import_tanh}, {"TILE", import_tile}, {"TRANSPOSE", import_transpose},
      {"TRANSPOSE_CONV", import_transposed_conv2d}, {"UNPACK", import_unpack},
      {"VAR_HANDLE", import_var_handle}};
  return known;
}

/// What imports an operator, which of the custom ones is told by `custom`; null if nothing does.
inline tflite_importer importer_of(const std::string& name, const std::string& custom) {
  if (name == "CUSTOM") return custom == "Convolution2DTransposeBias" ? import_transposed_conv2d_with_bias : nullptr;
  const auto found = tflite_importers().find(name);
  return found == tflite_importers().end() ? nullptr : found->second;
}

/// Reads the operators of one file in order.
class tflite_reader {
 public:
  explicit tflite_reader(const tflite_file& file) : file_(file), facts_(file), graph_(file, facts_) {}

  imported_model read() {
    for (const int tensor : *file_.graph().inputs()) attempt("input", tensor, [&] { add_input(tensor); });
    find_assigned_variables(graph_);
    for (const auto* call : *file_.graph().operators()) read_call(*call);
    if (!faults_.empty()) refuse();
    assign_states(graph_);
    collect_outputs();
    remove_unread(graph_.model());
    refuse_unread_inputs();
    graph_.model().quantized = is_quantized();
    set_elements();
    for (std::size_t i = 0; i < file_.tensor_count(); ++i)
      graph_.model().names.push_back(file_.tensor_name(static_cast<int>(i)));
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
                           "; convert the model with float32, int8, uint8 or int16 inputs"};
    if (facts_.extents(tensor).rank == 0) throw not_importable{"it is a scalar; give it one axis"};
    imported_node node{graph_.name_for(tensor, "input"), "input"};
    graph_.add_element(tensor, node);
    if (!facts_.is_unsigned(tensor)) graph_.result(tensor, std::move(node));
    else add_unsigned_input(tensor, std::move(node));
  }

  /// The caller gives uint8; all that reads them reads int8.
  void add_unsigned_input(int tensor, imported_node node) {
    const std::string name = node.name;
    node.attributes = {"u8"};
    node.extents = facts_.extents(tensor);
    node.code = facts_.code_as_given(tensor);
    imported_node shifted{graph_.unique(name + ".int8"), "requantize", {"i8", encoded_text(facts_.code(tensor))}};
    shifted.inputs = {graph_.put(std::move(node))};
    graph_.result(tensor, std::move(shifted), false);
  }

  /// An output of the file that holds uint8, behind the int8 that stand for them.
  std::size_t add_unsigned_output(int tensor, std::size_t made) {
    imported_model& model = graph_.model();
    if (!model.nodes[made].attributes.empty() && model.nodes[made].attributes[0] == "u8") return made;
    imported_node node{model.nodes[made].name, "requantize", {"u8", encoded_text(facts_.code_as_given(tensor))}, {made}};
    rename_node(model, made, graph_.unique(node.name + ".int8"));
    return graph_.result(tensor, std::move(node), false);
  }

  void read_call(const tflite::operator_call& call) {
    const tflite_call given{call, tensors_of(call.inputs()), tensors_of(call.outputs())};
    const std::string name = tflite_operator_name(file_.code(call));
    const std::string custom = file_.custom_name(call);
    attempt(name, given.outputs.empty() ? -1 : given.outputs.front(), [&] {
      const tflite_importer import_call = importer_of(name, custom);
      if (import_call == nullptr)
        throw not_importable{"tenon has no such operator" + (custom.empty() ? "" : " (" + plain_name(custom) + ")") +
                             "; replace it, or cut the model before it"};
      if (!takes_unsigned(name)) refuse_unsigned(given);
      if (!takes_int16(name)) refuse_int16(given);
      import_call(graph_, given);
    });
    if (faults_.empty()) return;
    // So that readers complain of themselves only; there is a node to read even if no input could be imported.
    if (graph_.model().nodes.empty()) graph_.put({"nothing", "input"});
    for (const int tensor : given.outputs) graph_.set_edge(tensor, 0);
  }

  /// True for operators whose uint8 kernels in LiteRT answer what those of int8 do for the int8 128 below.
  static bool takes_unsigned(const std::string& word) {
    static const std::set<std::string> known{
        "ADD",          "ARG_MAX",       "AVERAGE_POOL_2D",   "CONCATENATION",     "CONV_2D",
        "DEQUANTIZE",   "EXPAND_DIMS",   "DEPTHWISE_CONV_2D", "FULLY_CONNECTED",   "HARD_SWISH",
        "LEAKY_RELU",   "LOGISTIC",      "MAX_POOL_2D",       "MEAN",              "MUL",
        "PAD",          "PADV2",         "QUANTIZE",          "RELU",              "RELU6",
        "RELU_N1_TO_1", "RESHAPE",       "SLICE",             "SOFTMAX",           "SPLIT",
        "SPLIT_V",      "SQUEEZE",       "STRIDED_SLICE",     "SUB",               "TANH",
        "TRANSPOSE",    "RESIZE_NEAREST_NEIGHBOR"};
    return known.contains(word);
  }

  /// True for operators that both LiteRT and tenon have for int16.
  static bool takes_int16(const std::string& word) {
    static const std::set<std::string> known{
        "ABS", "ADD", "ASSIGN_VARIABLE", "AVERAGE_POOL_2D", "CONCATENATION", "CONV_2D", "DEPTHWISE_CONV_2D",
        "DEQUANTIZE", "EXP", "EXPAND_DIMS", "FULLY_CONNECTED", "GATHER", "GELU", "LEAKY_RELU", "LOGISTIC", "MAXIMUM",
        "MAX_POOL_2D", "MEAN", "MINIMUM", "MIRROR_PAD", "MUL", "PACK", "PAD", "PADV2", "QUANTIZE",
        "READ_VARIABLE", "REDUCE_MAX", "REDUCE_MIN", "RELU", "RELU6", "RESHAPE", "RESIZE_BILINEAR",
        "RESIZE_NEAREST_NEIGHBOR", "REVERSE_V2", "SLICE", "SOFTMAX", "SPLIT", "SPLIT_V", "SQUEEZE", "STRIDED_SLICE",
        "SUB", "TANH", "TILE", "TRANSPOSE", "TRANSPOSE_CONV", "UNPACK"};
    return known.contains(word);
  }

  void refuse_int16(const tflite_call& call) const {
    for (const auto* tensors : {&call.inputs, &call.outputs})
      for (const int tensor : *tensors)
        if (tensor >= 0 && facts_.is_int16(tensor))
          throw not_importable{"tenon has no rule for it with int16; keep it in float32 or int8"};
  }

  void refuse_unsigned(const tflite_call& call) const {
    for (const auto* tensors : {&call.inputs, &call.outputs})
      for (const int tensor : *tensors)
        if (tensor >= 0 && facts_.is_unsigned(tensor))
          throw not_importable{"tenon has no rule for it with uint8; quantize the model with int8"};
  }

  [[noreturn]] void refuse() const { file_.refuse(sentence_of(faults_)); }

  void collect_outputs() {
    std::vector<std::size_t> made;
    for (const int tensor : *file_.graph().outputs()) {
      std::size_t node = 0;
      attempt("output", tensor, [&] { node = graph_.edge(tensor); });
      if (!faults_.empty()) refuse();
      made.push_back(facts_.is_unsigned(tensor) ? add_unsigned_output(tensor, node) : node);
    }
    if (made.empty()) file_.refuse("has no outputs; convert the model again");
    set_outputs(graph_.model(), std::move(made), graph_.names());
  }

  void refuse_unread_inputs() {
    const std::string unread = unread_input(graph_.model());
    if (!unread.empty())
      file_.refuse("has the input '" + unread + "', on which no output depends; remove it from the model");
  }

  /// Where all that decide on their elements are int16, the model says so, once.
  void set_elements() {
    std::vector<std::vector<std::string>*> named;
    for (imported_node& node : graph_.model().nodes) {
      const auto& of = node.attributes;
      const bool decides = node.word == "input" || node.word == "constant" || node.word == "state" || node.kept;
      const bool is_int16 = std::find(of.begin(), of.end(), "i16") != of.end();
      if (decides && !is_int16 && (node.kept ? node.code.known() : is_quantized(node))) return;
      if (decides && is_int16) named.push_back(&node.attributes);
    }
    graph_.model().int16 = !named.empty();
    for (std::vector<std::string>* attributes : named) std::erase(*attributes, "i16");
  }

  bool is_quantized(const imported_node& node) const { return node.tensor >= 0 && facts_.is_integer(node.tensor); }

  bool is_quantized() {
    for (const imported_node& node : graph_.model().nodes)
      if (is_quantized(node)) return true;
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
