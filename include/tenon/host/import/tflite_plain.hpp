// SPDX-License-Identifier: Apache-2.0
// Imports the operators of a .tflite file that compute without weights: sums, pools, means, functions, softmax.
#pragma once

#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/import/tflite_graph.hpp>
#include <tenon/host/import/tflite_linear.hpp>

namespace tenon::host::detail {

/// Throws unless input and output are int8 of one encoding, or real.
inline void require_same_encoding(const tflite_graph& graph, int from, int to) {
  if (graph.facts().is_integer(to) && graph.facts().code(from) != graph.facts().code(to))
    throw not_importable{"its input and output have different encodings; quantize the model again"};
}

/// Throws unless a result of integers has the encoding that its operator prescribes: one for int8, and 1/32768 for int16.
inline void require_encoding(const tflite_graph& graph, int tensor, encoding wanted) {
  if (graph.facts().is_int16(tensor)) wanted = {1.0f / 32768.0f, 0};
  if (graph.facts().is_integer(tensor) && graph.facts().code(tensor) != wanted)
    throw not_importable{fmt::format("its result has not the scale {} and zero point {} that the operator prescribes; "
                                     "quantize the model again", wanted.scale, wanted.zero_point)};
}

inline void require_same_type(const tflite_graph& graph, int a, int b) {
  if (graph.facts().type(a) != graph.facts().type(b))
    throw not_importable{"its tensors have different element types; convert the model again"};
}

template <class Options>
void import_pair(tflite_graph& graph, const tflite_call& call, const char* word, const Options& given) {
  require_same_type(graph, call.input(0), call.input(1));
  require_same_type(graph, call.input(0), call.output());
  imported_node node{graph.name_after(call.output(), call.output(), given.fused(), word), word};
  node.inputs = {graph.edge(call.input(0)), graph.edge(call.input(1))};
  graph.activated(call.output(), std::move(node), given.fused());
}

/// Throws for sums of int16 whose scales are powers of two, all three, in files that let LiteRT shift such terms: a rule of
/// older versions, which no converter asks for any more.
template <class Options>
void refuse_shifted_sum(const tflite_graph& graph, const tflite_call& call, const Options& given) {
  const auto is_power_of_two = [&](int tensor) {
    const float log = std::log2(graph.facts().code(tensor).scale);
    return std::abs(log - std::round(log)) < 1e-3f;
  };
  if (!graph.facts().is_int16(call.output()) || !given.shifts_int16()) return;
  if (is_power_of_two(call.input(0)) && is_power_of_two(call.input(1)) && is_power_of_two(call.output()))
    throw not_importable{"it adds int16 whose scales are powers of two by shifts (pot_scale_int16); convert the model "
                         "with a newer converter"};
}

template <class Options>
void import_sum(tflite_graph& graph, const tflite_call& call, const char* word, const Options& given) {
  refuse_shifted_sum(graph, call, given);
  import_pair(graph, call, word, given);
}

inline void import_add(tflite_graph& graph, const tflite_call& call) {
  import_sum(graph, call, "add", options_of(call.call.built_in_as_add_options()));
}
inline void import_sub(tflite_graph& graph, const tflite_call& call) {
  import_sum(graph, call, "sub", options_of(call.call.built_in_as_sub_options()));
}
inline void import_mul(tflite_graph& graph, const tflite_call& call) {
  import_pair(graph, call, "mul", options_of(call.call.built_in_as_mul_options()));
}

inline void import_pool(tflite_graph& graph, const tflite_call& call, const char* word) {
  const auto& given = options_of(call.call.built_in_as_pool2d_options());
  require_same_type(graph, call.input(0), call.output());
  require_same_encoding(graph, call.input(0), call.output());
  image_extents(graph.facts(), call.input(0));
  imported_node node{graph.name_after(call.output(), call.output(), given.fused(), "pool"), word};
  add_window(node.attributes, given.rows(), given.columns(), given, 1, 1);
  if (node.word == "average_pool" && graph.facts().is_unsigned(call.input(0)))
    node.attributes.push_back("half_rounding::up");
  node.inputs = {graph.edge(call.input(0))};
  graph.activated(call.output(), std::move(node), given.fused());
}
inline void import_max_pool(tflite_graph& graph, const tflite_call& call) { import_pool(graph, call, "max_pool"); }
inline void import_average_pool(tflite_graph& graph, const tflite_call& call) { import_pool(graph, call, "average_pool"); }

/// A node with one input; its int8 encoding is the file's unless the operator has one of its own.
inline void import_conversion(tflite_graph& graph, const tflite_call& call, imported_node node, bool calibrated) {
  node.name = graph.name_for(call.output(), node.word);
  node.inputs = {graph.edge(call.input(0))};
  graph.result(call.output(), std::move(node), calibrated);
}

/// The same of an operator that keeps the element type.
inline void import_function(tflite_graph& graph, const tflite_call& call, imported_node node, bool calibrated = true) {
  require_same_type(graph, call.input(0), call.output());
  import_conversion(graph, call, std::move(node), calibrated);
}

inline void import_mean(tflite_graph& graph, const tflite_call& call) {
  const auto& given = options_of(call.call.built_in_as_reducer_options());
  imported_node node{{}, "mean", {list_text("axes", graph.facts().integers(call.input(1)))}};
  if (given.keep_axes()) node.attributes.push_back("keep_axes{true}");
  import_function(graph, call, std::move(node));
}

inline void import_softmax(tflite_graph& graph, const tflite_call& call) {
  const auto& given = options_of(call.call.built_in_as_softmax_options());
  require_encoding(graph, call.output(), {1.0f / 256.0f, -128});
  imported_node node{{}, "softmax"};
  if (given.beta() != 1.0f) node.attributes.push_back("beta{" + float_text(given.beta()) + "}");
  import_function(graph, call, std::move(node), false);
}

inline void import_sigmoid(tflite_graph& graph, const tflite_call& call) {
  require_encoding(graph, call.output(), {1.0f / 256.0f, -128});
  import_function(graph, call, {{}, "sigmoid"}, false);
}
inline void import_tanh(tflite_graph& graph, const tflite_call& call) {
  require_encoding(graph, call.output(), {1.0f / 128.0f, 0});
  import_function(graph, call, {{}, "tanh"}, false);
}
inline void import_hard_swish(tflite_graph& graph, const tflite_call& call) {
  import_function(graph, call, {{}, "hard_swish"});
}

/// An activation that stands alone. Where it changes the encoding, the node before it keeps its own rounding.
inline void import_bounded(tflite_graph& graph, const tflite_call& call, imported_node node) {
  graph.keep_rounding_before(call.input(0), call.output());
  import_function(graph, call, std::move(node));
}
inline void import_relu(tflite_graph& graph, const tflite_call& call) { import_bounded(graph, call, {{}, "relu"}); }
inline void import_relu6(tflite_graph& graph, const tflite_call& call) { import_bounded(graph, call, {{}, "relu6"}); }
inline void import_relu_n1_to_1(tflite_graph& graph, const tflite_call& call) {
  import_bounded(graph, call, {{}, "clip", {"clamp{-1.0f, 1.0f}"}});
}

inline void import_leaky_relu(tflite_graph& graph, const tflite_call& call) {
  const auto& given = options_of(call.call.built_in_as_leaky_relu_options());
  import_function(graph, call, {{}, "leaky_relu", {"slope{" + float_text(given.slope()) + "}"}});
}

inline void import_argmax(tflite_graph& graph, const tflite_call& call) {
  const auto axes = graph.facts().integers(call.input(1));
  if (axes.size() != 1) throw not_importable{"it has not one axis; the file is damaged, get it again"};
  if (graph.facts().type(call.output()) != tflite::tensor_type::int32)
    throw not_importable{"its indices are " + type_name(graph.facts().type(call.output())) +
                         "; ask for int32 indices (output_type)"};
  imported_node node{graph.name_for(call.output(), "argmax"), "argmax", {list_text("axis", axes)}};
  node.inputs = {graph.edge(call.input(0))};
  graph.result(call.output(), std::move(node), false);
}

}  // namespace tenon::host::detail
