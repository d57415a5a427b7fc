// SPDX-License-Identifier: Apache-2.0
// Imports operators of an .onnx file for which tenon has no word as several that it has: norms, normalizations, Expand.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/import/onnx_graph.hpp>
#include <tenon/host/import/onnx_moves.hpp>
#include <tenon/host/import/onnx_plain.hpp>
#include <tenon/host/import/onnx_reduce.hpp>

namespace tenon::host::detail {

/// Adds the nodes of one call after each other: "<name>.<word>" but for the last, which is the call's result.
class composer {
 public:
  composer(onnx_graph& graph, const onnx_call& call, const std::string& keyword)
      : graph_(graph), call_(call), name_(graph.name_for(call, keyword)) {}

  /// A node that keeps the extents of the first of its inputs.
  onnx_value then(const std::string& word, const onnx_value& x, std::vector<std::string> attributes = {}) {
    return put({{}, word, std::move(attributes), {x.node}}, x.extents, x.order);
  }
  /// A node of two edges that are stored in one order; the second may repeat.
  onnx_value pair(const std::string& word, const onnx_value& a, const onnx_value& b) {
    return put({{}, word, {}, {a.node, b.node}}, broadcast_shape(a.extents, b.extents),
               a.order.size() < b.order.size() ? b.order : a.order);
  }
  /// A reduction over axes of the file, which stay with one element each unless `kept` is false.
  onnx_value reduce(const std::string& word, const onnx_value& x, const std::vector<int>& axes, bool kept = true) {
    const reduced_value left = without_axes(x, axes, kept);
    if (left.extents.rank == 0) throw not_importable{"its result is a scalar; keep its axes (keepdims)"};
    std::vector<std::string> attributes{list_text("axes", left.places)};
    if (kept) attributes.push_back("keep_axes{true}");
    return put({{}, word, std::move(attributes), {x.node}}, left.extents, left.order);
  }
  /// One number as an edge.
  onnx_value number(double value) {
    const std::string constant = fmt::format("{} of {}", value, name_);
    graph_.set_constant(constant, tensor_of(onnx_type::float32, {}, {value}));
    return graph_.constant_value(constant, 0, {});
  }
  /// The last node is the call's result under the call's name.
  void finish(const onnx_value& made) {
    rename_node(graph_.model(), made.node, name_);
    imported_node& node = graph_.model().nodes[made.node];
    node.source = call_.output();
    if (!made.is_in_file_order()) node.axes = made.order;
    graph_.set_value(call_.output(), made);
  }

 private:
  onnx_value put(imported_node node, const shape& extents, const std::vector<int>& order) {
    onnx_value made{0, extents, order, {}};
    node.name = graph_.names().unique(name_ + "." + node.word);
    node.extents = made.stored();
    made.node = graph_.put(std::move(node));
    return made;
  }

  onnx_graph& graph_;
  const onnx_call& call_;
  std::string name_;
};

inline void import_log_softmax(onnx_graph& graph, const onnx_call& call) {
  const onnx_value x = axes_input(graph, call);
  const int axis = axis_in(call.integer("axis", call.opset() >= 13 ? -1 : 1), x.extents.rank);
  for (int i = axis + 1; i < x.extents.rank && call.opset() < 13; ++i)
    if (x.extents[i] != 1) throw not_importable{"it takes several axes as one; reshape its input"};
  composer made{graph, call, "log_softmax"};
  const onnx_value last = x.order.back() == axis ? x : graph.stored(x, order_with_last(x.order, axis));
  made.finish(made.then("log", made.then("softmax", last)));
}

/// Norms and sums of functions: `before` each element, `word` over the axes, `after` the result.
inline void import_norm(onnx_graph& graph, const onnx_call& call, const char* before, const char* after) {
  onnx_value x = axes_input(graph, call);
  const auto axes = reduced_axes_of(graph, call, x.extents.rank);
  const bool kept = call.integer("keepdims", 1) != 0;
  if (axes.empty()) throw not_importable{"it reduces nothing; remove it"};
  composer made{graph, call, "norm"};
  if (*before != '\0') x = made.then(before, x);
  x = made.reduce("reduce_sum", x, axes, kept);
  made.finish(*after == '\0' ? x : made.then(after, x));
}
inline void import_l1_norm(onnx_graph& graph, const onnx_call& call) { import_norm(graph, call, "abs", ""); }
inline void import_l2_norm(onnx_graph& graph, const onnx_call& call) { import_norm(graph, call, "square", "sqrt"); }
inline void import_sum_of_squares(onnx_graph& graph, const onnx_call& call) { import_norm(graph, call, "square", ""); }
inline void import_log_sum(onnx_graph& graph, const onnx_call& call) { import_norm(graph, call, "", "log"); }

/// ReduceLogSumExp, the largest taken away first so that no exponential is infinite.
inline void import_log_sum_exp(onnx_graph& graph, const onnx_call& call) {
  const onnx_value x = axes_input(graph, call);
  const auto axes = reduced_axes_of(graph, call, x.extents.rank);
  const bool kept = call.integer("keepdims", 1) != 0;
  if (axes.empty()) throw not_importable{"it reduces nothing; remove it"};
  composer made{graph, call, "norm"};
  const onnx_value most = made.reduce("reduce_max", x, axes);
  const onnx_value sum = made.reduce("reduce_sum", made.then("exp", made.pair("sub", x, most)), axes, kept);
  const onnx_value rest = made.then("log", sum);
  made.finish(made.pair("add", rest, kept ? most : made.reduce("reduce_max", x, axes, false)));
}

inline void import_softsign(onnx_graph& graph, const onnx_call& call) {
  const onnx_value x = axes_input(graph, call);
  composer made{graph, call, "softsign"};
  const onnx_value size = made.then("abs", x);
  made.finish(made.pair("div", x, made.pair("add", size, made.number(1.0))));
}

/// Mean of several edges.
inline void import_mean_of_edges(onnx_graph& graph, const onnx_call& call) {
  const auto& inputs = call.node().inputs;
  onnx_node sum = call.node();
  sum.outputs = {call.output() + " before its mean"};
  import_chain(graph, {sum, call.opset()}, "add");
  composer made{graph, call, "mean"};
  made.finish(made.pair("mul", graph.value(sum.outputs[0]), made.number(1.0 / static_cast<double>(inputs.size()))));
}

/// (x - mean) / sqrt(variance + epsilon) over some axes.
inline onnx_value normalized(composer& made, const onnx_value& x, const std::vector<int>& axes, float epsilon) {
  const onnx_value centred = made.pair("sub", x, made.reduce("mean", x, axes));
  const onnx_value variance = made.reduce("mean", made.then("square", centred), axes);
  return made.pair("mul", centred,
                   made.then("rsqrt", made.pair("add", variance, made.number(static_cast<double>(epsilon)))));
}

/// InstanceNormalization: each channel over its rows and columns, with a scale and an offset a channel.
inline void import_instance_norm(onnx_graph& graph, const onnx_call& call) {
  const onnx_value x = graph.as_image(axes_input(graph, call));
  std::vector<int> axes;
  std::vector<std::int64_t> channel(static_cast<std::size_t>(x.extents.rank), 1);
  for (int axis = 2; axis < x.extents.rank; ++axis) axes.push_back(axis);
  if (axes.empty()) throw not_importable{"its input has no pixels; reshape it"};
  channel[1] = x.extents[1];
  composer made{graph, call, "norm"};
  onnx_value y = normalized(made, x, axes, call.real("epsilon", 1e-5f));
  for (std::size_t at = 1; at <= 2; ++at) {
    const std::string name = call.input(at) + " of " + call.output();
    graph.set_constant(name, tensor_of(onnx_type::float32, channel, numbers_of(graph.constant_input(call, at))));
    y = made.pair(at == 1 ? "mul" : "add", y, graph.constant_value(name, x.extents.rank, x.order));
  }
  made.finish(y);
}

/// LayerNormalization over the last axes, with scales and offsets of their shape.
inline void import_layer_norm(onnx_graph& graph, const onnx_call& call) {
  const onnx_value x = graph.in_order_of_file(axes_input(graph, call));
  std::vector<int> axes;
  for (int axis = axis_in(call.integer("axis", -1), x.extents.rank); axis < x.extents.rank; ++axis)
    axes.push_back(axis);
  if (call.integer("stash_type", 1) != 1)
    throw not_importable{"it computes with other numbers than float32; export it again"};
  composer made{graph, call, "norm"};
  onnx_value y = normalized(made, x, axes, call.real("epsilon", 1e-5f));
  for (std::size_t at = 1; at <= 2; ++at) {
    if (!call.has_input(at)) continue;
    graph.constant_input(call, at);
    y = made.pair(at == 1 ? "mul" : "add", y, graph.constant_value(call.input(at), x.extents.rank, x.order));
  }
  made.finish(y);
}

/// LpNormalization: x divided by its norm along one axis.
inline void import_lp_normalization(onnx_graph& graph, const onnx_call& call) {
  const onnx_value x = axes_input(graph, call);
  const int axis = axis_in(call.integer("axis", -1), x.extents.rank);
  const std::int64_t p = call.integer("p", 2);
  if (p != 1 && p != 2) throw not_importable{"its norm is neither 1 nor 2; write it as products"};
  composer made{graph, call, "norm"};
  const onnx_value sum = made.reduce("reduce_sum", made.then(p == 1 ? "abs" : "square", x), {axis});
  made.finish(made.pair("div", x, p == 1 ? sum : made.then("sqrt", sum)));
}

/// Expand: axes of one element repeat.
inline void import_expand(onnx_graph& graph, const onnx_call& call) {
  const shape wanted = shape_of_extents(integers_of(graph.constant_input(call, 1)));
  const onnx_value given = axes_input(graph, call);
  const onnx_value x = with_rank(graph, given, std::max(given.extents.rank, wanted.rank));
  const shape extents = broadcast_shape(x.extents, wanted);
  std::vector<std::int64_t> repeats;
  for (int axis = 0; axis < extents.rank; ++axis) repeats.push_back(extents[axis] / x.extents[axis]);
  put_tiles(graph, call, x, repeats);
}

}  // namespace tenon::host::detail
