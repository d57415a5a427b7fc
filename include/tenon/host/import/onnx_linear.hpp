// SPDX-License-Identifier: Apache-2.0
// Imports the operators of an .onnx file that have weights: convolutions, matrix products, batch normalization.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/import/onnx_graph.hpp>
#include <tenon/host/import/onnx_window.hpp>

namespace tenon::host::detail {

/// Binds one number a channel, repeated if the file has one for all.
inline void bind_vector(onnx_graph& graph, const std::string& node, const char* parameter, const std::string& name,
                        int channels, float factor = 1.0f) {
  const auto count = count_of(graph.constant(name)->extents);
  if (count != 1 && count != channels)
    throw not_importable{"its " + std::string{parameter} + " has not one number for each channel; export it again"};
  if (channels > (1 << 24)) throw not_importable{"it has more than 2^24 channels; make it smaller"};
  imported_array made = graph.array(name, {count}, {0});
  made.reals.resize(static_cast<std::size_t>(channels), made.reals.front());
  for (float& number : made.reals) number *= factor;
  made.order = std::to_string(channels);
  graph.bind(node, parameter, std::move(made));
}

inline const std::vector<std::int64_t>& weight_extents(const onnx_graph& graph, const onnx_call& call,
                                                       std::size_t rank) {
  const auto& extents = graph.constant_input(call, 1).extents;
  if (extents.size() != rank || count_of(extents) == 0)
    throw not_importable{fmt::format("its weights have not {} axes; reshape them", rank)};
  return extents;
}

/// Conv: weights (filters, channels of a group, rows, columns) become (filters, rows, columns, channels), and those of
/// a layer with one channel a group (rows, columns, filters).
inline void import_conv(onnx_graph& graph, const onnx_call& call) {
  const onnx_image image = image_of(graph, graph.value(call.input(0)));
  auto weights = weight_extents(graph, call, image.is_row ? 3 : 4);
  const std::vector<std::int64_t> size{weights.begin() + 2, weights.end()};
  if (image.is_row) weights.insert(weights.begin() + 2, 1);
  const std::int64_t groups = call.integer("group", 1);
  const int filters = narrow(weights[0]);
  const int channels = image.extents[1];
  if (groups < 1 || groups > channels || weights[1] * groups != channels || filters % groups != 0 ||
      call.integers("kernel_shape", size) != size)
    throw not_importable{"its weights do not fit the channels of its input; the file is damaged, get it again"};
  const onnx_window window = window_of(call, size, image);
  const bool depthwise = groups == channels && groups > 1;
  imported_node node{graph.name_for(call, "conv"), depthwise ? "depthwise_conv2d" : "conv2d"};
  if (!depthwise) node.attributes.push_back(fmt::format("filters{{{}}}", filters));
  for (std::string& attribute : window.attributes()) node.attributes.push_back(std::move(attribute));
  if (!depthwise && groups != 1) node.attributes.push_back(fmt::format("groups{{{}}}", groups));
  if (depthwise && filters != channels) node.attributes.push_back(fmt::format("multiplier{{{}}}", filters / channels));
  node.inputs = {image.node};
  const std::vector<int> order = depthwise ? std::vector<int>{1, 2, 3, 0} : std::vector<int>{0, 2, 3, 1};
  graph.bind(node.name, "kernel", graph.weights(call.input(1), weights, order, 0));
  if (call.has_input(2)) {
    graph.constant_input(call, 2);
    bind_vector(graph, node.name, "bias", call.input(2), filters);
  }
  image_result(graph, call, std::move(node), slid_extents(image, window, filters), image.is_row);
}

/// A matrix of weights of `depth` inputs as (units, depth). Where the input is a flattened image that is stored
/// channels last, so are the weights of each unit.
inline imported_array matrix_of(onnx_graph& graph, const std::string& name, const onnx_value& input, bool units_first,
                                int units, int depth) {
  std::vector<std::int64_t> columns{depth};
  if (input.flattened.rank != 0) {
    columns = extents_of(input.flattened);
    columns.erase(columns.begin());
  }
  auto extents = columns;
  extents.insert(units_first ? extents.begin() : extents.end(), units);
  const int first = units_first ? 1 : 0;
  std::vector<int> order{units_first ? 0 : static_cast<int>(columns.size())};
  for (std::size_t i = 1; i < columns.size(); ++i) order.push_back(first + static_cast<int>(i));
  order.push_back(first);
  imported_array made = graph.weights(name, extents, order, units_first ? 0 : 1);
  made.order = fmt::format("{}x{}", units, depth);
  return made;
}

/// Whether a constant is one number for each unit, or one for all.
inline bool is_bias(const onnx_tensor& tensor, int units) {
  const auto count = count_of(tensor.extents);
  return count == 1 || (count == units && tensor.extents.back() == units);
}

/// The matrix product of an edge with constant weights of (units, depth), or (depth, units).
inline void import_dense(onnx_graph& graph, const onnx_call& call, onnx_value input, bool units_first, float factor,
                         float bias_factor) {
  const auto& weights = weight_extents(graph, call, 2);
  const int units = narrow(weights[units_first ? 0 : 1]);
  const int depth = narrow(weights[units_first ? 1 : 0]);
  const int last = input.extents.rank - 1;
  if (last < 0 || input.extents[last] != depth)
    throw not_importable{"its weights do not fit its input; export the model again with the right input shape"};
  if (input.flattened.rank == 0 && input.order.back() != last) input = graph.in_order_of_file(input);
  imported_node node{graph.name_for(call, "dense"), "dense", {fmt::format("units{{{}}}", units)}, {input.node}};
  imported_array kernel = matrix_of(graph, call.input(1), input, units_first, units, depth);
  for (float& number : kernel.reals) number *= factor;
  for (float& scale : kernel.scales) scale *= factor;
  graph.bind(node.name, "kernel", std::move(kernel));
  if (call.has_input(2)) {
    if (!is_bias(graph.constant_input(call, 2), units))
      throw not_importable{"what it adds is not one number for each unit; add it with Add"};
    bind_vector(graph, node.name, "bias", call.input(2), units, bias_factor);
  }
  shape extents = input.extents;
  extents[last] = units;
  graph.result(call, std::move(node), extents, input.order);
}

inline void import_gemm(onnx_graph& graph, const onnx_call& call) {
  onnx_value input = graph.value(call.input(0));
  call.ignore({"broadcast"});  // of operator set 6
  if (input.extents.rank != 2) throw not_importable{"its input has not 2 axes; flatten it"};
  if (call.integer("transA", 0) != 0) {
    if (input.flattened.rank != 0) input = graph.in_order_of_file(input);
    input = transposed_value(input, {1, 0});
  }
  import_dense(graph, call, input, call.integer("transB", 0) != 0, call.real("alpha", 1.0f), call.real("beta", 1.0f));
}

/// The axis of a layer's result that has one weight vector each: that of its units or filters.
inline int channel_axis(const imported_node& layer, int rank) { return layer.word == "dense" ? rank - 1 : 1; }

/// Whether a constant that goes with a tensor of some axes has one number for each index of one axis, or one for all.
inline bool varies_along(const onnx_tensor& tensor, int axis, int rank, int channels) {
  if (count_of(tensor.extents) == 1) return true;
  const auto own = static_cast<int>(tensor.extents.size()) - (rank - axis);
  return own >= 0 && count_of(tensor.extents) == channels && tensor.extents[static_cast<std::size_t>(own)] == channels;
}

/// A constant added to a layer that nothing else reads is that layer's bias. True if it was done.
inline bool absorb_bias(onnx_graph& graph, const onnx_call& call, const std::string& sum, const std::string& constant) {
  if (!graph.has_value(sum) || graph.constant(constant) == nullptr || graph.readers_of(sum) != 1) return false;
  const onnx_value value = graph.value(sum);
  const imported_node& layer = graph.model().nodes[value.node];
  if (layer.source != sum || (layer.word != "dense" && layer.word != "conv2d" && layer.word != "depthwise_conv2d"))
    return false;
  const int rank = value.extents.rank, axis = channel_axis(layer, rank);
  if (value.order.back() != axis || !varies_along(*graph.constant(constant), axis, rank, value.extents[axis]))
    return false;
  if (static_cast<int>(graph.constant(constant)->extents.size()) > rank) return false;
  for (const imported_array& array : graph.model().arrays)
    if (array.name == layer.name + ".bias") return false;
  bind_vector(graph, layer.name, "bias", constant, value.extents[axis]);
  graph.take_over(call, value);
  return true;
}

inline void import_batch_norm(onnx_graph& graph, const onnx_call& call) {
  call.ignore({"momentum", "is_test", "consumed_inputs"});
  if (call.integer("training_mode", 0) != 0 || call.integer("spatial", 1) == 0)
    throw not_importable{"it computes as in training or for each pixel; export the model for inference"};
  const onnx_value input = graph.as_image(graph.value(call.input(0)));
  if (input.extents.rank < 2) throw not_importable{"its input has no channels; reshape it"};
  const int channels = input.extents[1];
  imported_node node{graph.name_for(call, "norm"),
                     "batch_norm",
                     {"epsilon{" + float_text(call.real("epsilon", 1e-5f)) + "}"},
                     {input.node}};
  const char* const parameters[] = {"gamma", "beta", "mean", "variance"};
  for (std::size_t i = 0; i < 4; ++i) {
    graph.constant_input(call, i + 1);
    bind_vector(graph, node.name, parameters[i], call.input(i + 1), channels);
  }
  graph.result(call, std::move(node), input.extents, input.order);
}

}  // namespace tenon::host::detail
