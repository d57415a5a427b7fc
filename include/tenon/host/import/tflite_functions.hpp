// SPDX-License-Identifier: Apache-2.0
// Imports the operators of a .tflite file that compute element by element, fold axes, or multiply two edges.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/import/tflite_graph.hpp>
#include <tenon/host/import/tflite_linear.hpp>
#include <tenon/host/import/tflite_plain.hpp>

namespace tenon::host::detail {

/// Throws for integers: LiteRT has no rule for them, or none that is sound.
inline void require_real(const tflite_graph& graph, int tensor) {
  if (!graph.facts().is_real(tensor))
    throw not_importable{"it computes with " + type_name(graph.facts().type(tensor)) +
                         ", for which LiteRT has no sound rule; keep it in float32"};
}

inline void import_abs(tflite_graph& graph, const tflite_call& call) { import_function(graph, call, {{}, "abs"}); }
inline void import_exp(tflite_graph& graph, const tflite_call& call) { import_function(graph, call, {{}, "exp"}); }
inline void import_log(tflite_graph& graph, const tflite_call& call) { import_function(graph, call, {{}, "log"}); }
inline void import_sqrt(tflite_graph& graph, const tflite_call& call) { import_function(graph, call, {{}, "sqrt"}); }
inline void import_rsqrt(tflite_graph& graph, const tflite_call& call) { import_function(graph, call, {{}, "rsqrt"}); }
inline void import_elu(tflite_graph& graph, const tflite_call& call) { import_function(graph, call, {{}, "elu"}); }

inline void import_gelu(tflite_graph& graph, const tflite_call& call) {
  imported_node node{{}, "gelu"};
  if (options_of(call.call.built_in_as_gelu_options()).approximate()) node.attributes.push_back("approximate{true}");
  import_function(graph, call, std::move(node));
}
inline void import_relu_0_to_1(tflite_graph& graph, const tflite_call& call) {
  import_bounded(graph, call, {{}, "clip", {"clamp{0.0f, 1.0f}"}});
}

/// A function that LiteRT has for real numbers only, or without a sound rule for others.
inline void import_real_function(tflite_graph& graph, const tflite_call& call, const char* word) {
  require_real(graph, call.input(0));
  import_function(graph, call, {{}, word});
}
inline void import_neg(tflite_graph& graph, const tflite_call& call) { import_real_function(graph, call, "neg"); }
inline void import_square(tflite_graph& graph, const tflite_call& call) { import_real_function(graph, call, "square"); }
inline void import_floor(tflite_graph& graph, const tflite_call& call) { import_real_function(graph, call, "floor"); }
inline void import_ceil(tflite_graph& graph, const tflite_call& call) { import_real_function(graph, call, "ceil"); }
inline void import_round(tflite_graph& graph, const tflite_call& call) { import_real_function(graph, call, "round"); }

/// A node that reads two edges of one type.
inline imported_node node_of_pair(tflite_graph& graph, const tflite_call& call, const char* word) {
  require_same_type(graph, call.input(0), call.input(1));
  require_same_type(graph, call.input(0), call.output());
  imported_node node{graph.name_for(call.output(), word), word};
  node.inputs = {graph.edge(call.input(0)), graph.edge(call.input(1))};
  return node;
}

/// MAXIMUM, MINIMUM: raw integers, which have one encoding or no meaning.
inline void import_extremum(tflite_graph& graph, const tflite_call& call, const char* word) {
  imported_node node = node_of_pair(graph, call, word);
  require_same_encoding(graph, call.input(0), call.output());
  require_same_encoding(graph, call.input(1), call.output());
  graph.result(call.output(), std::move(node));
}
inline void import_maximum(tflite_graph& graph, const tflite_call& call) { import_extremum(graph, call, "maximum"); }
inline void import_minimum(tflite_graph& graph, const tflite_call& call) { import_extremum(graph, call, "minimum"); }

inline void import_prelu(tflite_graph& graph, const tflite_call& call) {
  graph.result(call.output(), node_of_pair(graph, call, "prelu"));
}

inline void import_div(tflite_graph& graph, const tflite_call& call) {
  require_real(graph, call.input(0));
  import_pair(graph, call, "div", options_of(call.call.built_in_as_div_options()));
}

/// (a - b)^2 of real numbers: a difference, and its square.
inline void import_squared_difference(tflite_graph& graph, const tflite_call& call) {
  require_real(graph, call.input(0));
  imported_node difference = node_of_pair(graph, call, "sub");
  imported_node square{std::exchange(difference.name, graph.unique(difference.name + ".difference")), "square"};
  difference.extents = graph.facts().extents(call.output());
  difference.kept = true;
  square.inputs = {graph.put(std::move(difference))};
  graph.result(call.output(), std::move(square));
}

inline void import_fold(tflite_graph& graph, const tflite_call& call, const char* word, bool calibrated) {
  const auto& given = options_of(call.call.built_in_as_reducer_options());
  const auto folded = graph.facts().integers(call.input(1));
  imported_node node{{}, word};
  if (!folded.empty()) node.attributes.push_back(list_text("axes", folded));
  if (given.keep_axes()) node.attributes.push_back("keep_axes{true}");
  import_function(graph, call, std::move(node), calibrated);
}
inline void import_reduce_sum(tflite_graph& graph, const tflite_call& call) {
  import_fold(graph, call, "reduce_sum", true);
}
inline void import_reduce_max(tflite_graph& graph, const tflite_call& call) {
  require_same_encoding(graph, call.input(0), call.output());
  import_fold(graph, call, "reduce_max", false);
}
inline void import_reduce_min(tflite_graph& graph, const tflite_call& call) {
  require_same_encoding(graph, call.input(0), call.output());
  import_fold(graph, call, "reduce_min", false);
}

inline void import_batch_matmul(tflite_graph& graph, const tflite_call& call) {
  const auto& given = options_of(call.call.built_in_as_batch_matmul_options());
  imported_node node = node_of_pair(graph, call, "batch_matmul");
  if (given.first_transposed() || given.second_transposed())
    node.attributes.push_back(
        fmt::format("transposed_inputs{{{}, {}}}", given.first_transposed(), given.second_transposed()));
  graph.result(call.output(), std::move(node));
}

}  // namespace tenon::host::detail
