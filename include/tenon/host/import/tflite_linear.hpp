// SPDX-License-Identifier: Apache-2.0
// Imports the operators of a .tflite file that have weights: convolutions and fully connected layers.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/import/tflite_graph.hpp>

namespace tenon::host::detail {

/// The options of a call; throws if the file gives it others or none.
template <class Options>
const Options& options_of(const Options* given) {
  if (given == nullptr) throw not_importable{"its options are missing; the file is damaged, get it again"};
  return *given;
}

/// window{...}, stride{...}, dilation{...} and padding of a sliding window, where they say something.
template <class Options>
void add_window(std::vector<std::string>& attributes, int rows, int columns, const Options& given, int dilation_rows,
                int dilation_columns) {
  if (given.stride_rows() < 1 || given.stride_columns() < 1 || rows < 1 || columns < 1 || dilation_rows < 1 ||
      dilation_columns < 1)
    throw not_importable{"its window, stride or dilation is below 1; the file is damaged, get it again"};
  attributes.push_back(fmt::format("window{{{}, {}}}", rows, columns));
  if (given.stride_rows() != 1 || given.stride_columns() != 1)
    attributes.push_back(fmt::format("stride{{{}, {}}}", given.stride_rows(), given.stride_columns()));
  if (dilation_rows != 1 || dilation_columns != 1)
    attributes.push_back(fmt::format("dilation{{{}, {}}}", dilation_rows, dilation_columns));
  if (given.padding() == tflite::window_padding::same && (rows > 1 || columns > 1)) attributes.push_back("same_padding");
}

/// Throws unless weights and input are uint8 together, with one scale, or neither.
inline void require_same_sign(const tflite_tensors& facts, int input, int weights, std::size_t scales) {
  if (facts.is_unsigned(input) != facts.is_unsigned(weights) || (facts.is_unsigned(weights) && scales != 1))
    throw not_importable{"its weights and its input are not both uint8 with one scale; quantize the model with int8"};
}

/// True if a layer has real inputs and int8 weights: LiteRT rounds its input as it runs.
inline bool has_dynamic_range(const tflite_graph& graph, const tflite_call& call) {
  const tflite_tensors& facts = graph.facts();
  return facts.is_real(call.input(0)) && facts.type(call.input(1)) == tflite::tensor_type::int8;
}

/// Says how such a layer rounds: around zero, or with a zero point.
inline void add_dynamic_range(const tflite_graph& graph, const tflite_call& call, bool symmetric, imported_node& node) {
  if (!has_dynamic_range(graph, call)) return;
  node.attributes.push_back(symmetric ? "dynamic_range::symmetric" : "dynamic_range::asymmetric");
}

/// Binds kernel and bias of a layer: int8 to int8; to real numbers float32, float16 or, as with dynamic ranges, int8
/// weights. The layer has `outputs` channels, and scales, if there are many, follow `axis` of the weights.
inline void bind_weights(tflite_graph& graph, const tflite_call& call, const std::string& name, int outputs, int axis,
                         bool symmetric = true) {
  const tflite_tensors& facts = graph.facts();
  const int weights = call.input(1);
  const bool integers = facts.is_integer(call.input(0));
  if (!facts.is_constant(weights))
    throw not_importable{"its weights are computed, not constant; use an operator with two operands"};
  imported_array kernel = facts.array(weights);
  if ((integers && kernel.bytes.empty()) || !kernel.words.empty())
    throw not_importable{"its weights and its input are not of types that go together; quantize both or neither"};
  if (kernel.scales.size() > 1 &&
      (kernel.scales.size() != static_cast<std::size_t>(outputs) || facts.axis_of_scales(weights) != axis))
    throw not_importable{"the scales of its weights do not follow its output channels; quantize the model again"};
  if (integers) require_same_sign(facts, call.input(0), weights, kernel.scales.size());
  if ((symmetric || has_dynamic_range(graph, call)) && kernel.zero_point != 0 && !facts.is_unsigned(weights))
    throw not_importable{"its weights have a zero point; make them symmetric"};
  graph.bind(name, "kernel", std::move(kernel));
  if (!call.has_input(2)) return;
  if (!facts.is_constant(call.input(2))) throw not_importable{"its bias is computed, not constant; add it with ADD"};
  imported_array bias = facts.array(call.input(2));
  if (integers != bias.reals.empty() || !bias.bytes.empty() || !bias.scales.empty() ||
      (!bias.long_words.empty() && !facts.is_int16(call.input(0))) ||
      bias.reals.size() + bias.words.size() + bias.long_words.size() != static_cast<std::size_t>(outputs))
    throw not_importable{"its bias has another type or size than its weights ask for; quantize the model again"};
  graph.bind(name, "bias", std::move(bias));
}

inline shape image_extents(const tflite_tensors& facts, int tensor) {
  const shape extents = facts.extents(tensor);
  if (extents.rank != 4) throw not_importable{"an image or its weights have not 4 axes; reshape them"};
  return extents;
}

/// LiteRT's convolutions of uint8 round input scale * weight scale to float32.
inline void add_scale_product(const tflite_graph& graph, const tflite_call& call, imported_node& node) {
  if (graph.facts().is_unsigned(call.input(0))) node.attributes.push_back("scale_product::float32");
}

/// Of a convolution of int16: in what it sums up. LiteRT takes the bias for what its options say, whatever the tensor is.
inline void add_accumulator(const tflite_graph& graph, const tflite_call& call, tflite::tensor_type wanted,
                            imported_node& node) {
  if (!graph.facts().is_int16(call.input(0))) return;
  const bool narrow = wanted == tflite::tensor_type::int32;
  const auto asked = narrow ? tflite::tensor_type::int32 : tflite::tensor_type::int64;
  if (call.has_input(2) && graph.facts().type(call.input(2)) != asked)
    throw not_importable{"its bias is of another type than its options say; convert the model again"};
  if (narrow) node.attributes.push_back("accumulator::int32");
}

/// LiteRT takes many scales that are equal for one.
inline bool has_one_scale(const tflite_tensors& facts, int weights) {
  if (!facts.is_constant(weights)) return true;
  const std::vector<float> scales = facts.array(weights).scales;
  return std::adjacent_find(scales.begin(), scales.end(), std::not_equal_to<>{}) == scales.end();
}

inline void import_conv2d(tflite_graph& graph, const tflite_call& call) {
  const auto& given = options_of(call.call.built_in_as_conv2d_options());
  const shape weights = image_extents(graph.facts(), call.input(1));
  const shape image = image_extents(graph.facts(), call.input(0));
  imported_node node{graph.name_after(call.input(1), call.output(), given.fused(), "conv"),
                     "conv2d",
                     {fmt::format("filters{{{}}}", weights[0])}};
  add_window(node.attributes, weights[1], weights[2], given, given.dilation_rows(), given.dilation_columns());
  if (image[3] % weights[3] != 0)
    throw not_importable{"its weights do not fit the channels of its input; the file is damaged, get it again"};
  if (image[3] != weights[3]) node.attributes.push_back(fmt::format("groups{{{}}}", image[3] / weights[3]));
  node.inputs = {graph.edge(call.input(0))};
  add_scale_product(graph, call, node);
  add_accumulator(graph, call, given.bias_type(), node);
  add_dynamic_range(graph, call, image[3] == weights[3] && has_one_scale(graph.facts(), call.input(1)), node);
  bind_weights(graph, call, node.name, weights[0], 0);
  graph.activated(call.output(), std::move(node), given.fused());
}

inline void import_depthwise_conv2d(tflite_graph& graph, const tflite_call& call) {
  const auto& given = options_of(call.call.built_in_as_depthwise_conv2d_options());
  const shape weights = image_extents(graph.facts(), call.input(1));
  const shape image = image_extents(graph.facts(), call.input(0));
  imported_node node{graph.name_after(call.input(1), call.output(), given.fused(), "depthwise"), "depthwise_conv2d"};
  add_window(node.attributes, weights[1], weights[2], given, given.dilation_rows(), given.dilation_columns());
  if (weights[0] != 1 || weights[3] % image[3] != 0)
    throw not_importable{"its weights do not fit the channels of its input; the file is damaged, get it again"};
  if (weights[3] != image[3]) node.attributes.push_back(fmt::format("multiplier{{{}}}", weights[3] / image[3]));
  node.inputs = {graph.edge(call.input(0))};
  add_scale_product(graph, call, node);
  add_accumulator(graph, call, tflite::tensor_type::int64, node);
  add_dynamic_range(graph, call, false, node);
  bind_weights(graph, call, node.name, weights[3], 3);
  graph.activated(call.output(), std::move(node), given.fused());
}

/// How the window of a transposed convolution moves; read like the options of other windows.
struct transposed_steps {
  int rows = 0;
  int columns = 0;
  bool same = false;
  tflite::activation fused = tflite::activation::none;
  tflite::tensor_type bias_type = tflite::tensor_type::float32;

  int stride_rows() const noexcept { return rows; }
  int stride_columns() const noexcept { return columns; }
  /// Its padding is told in numbers.
  tflite::window_padding padding() const noexcept { return tflite::window_padding::valid; }
};

/// A transposed convolution of the inputs image, weights and bias. The result's size says how much the window reaches
/// beyond it, at the top and to the left no more than half.
inline void put_transposed(tflite_graph& graph, const tflite_call& call, const transposed_steps& steps) {
  const shape weights = image_extents(graph.facts(), call.input(1));
  const shape image = image_extents(graph.facts(), call.input(0));
  const shape result = image_extents(graph.facts(), call.output());
  if (image[3] != weights[3] || result[3] != weights[0] || result[0] != image[0])
    throw not_importable{"its weights do not fit its input and result; the file is damaged, get it again"};
  imported_node node{graph.name_after(call.input(1), call.output(), steps.fused, "conv"),
                     "transposed_conv2d",
                     {fmt::format("filters{{{}}}", weights[0])}};
  add_window(node.attributes, weights[1], weights[2], steps, 1, 1);
  const auto excess = [&](int axis, int step) {
    return static_cast<int>(std::int64_t{image[axis] - 1} * step + weights[axis] - result[axis]);
  };
  const int rows = excess(1, steps.rows), columns = excess(2, steps.columns);
  const int top = steps.same && rows > 0 ? rows / 2 : 0, left = steps.same && columns > 0 ? columns / 2 : 0;
  if (rows != 0 || columns != 0)
    node.attributes.push_back(fmt::format("padding{{{}, {}, {}, {}}}", top, rows - top, left, columns - left));
  node.inputs = {graph.edge(call.input(0))};
  add_accumulator(graph, call, steps.bias_type, node);
  bind_weights(graph, call, node.name, weights[0], 0);
  graph.activated(call.output(), std::move(node), steps.fused);
}

inline void import_transposed_conv2d(tflite_graph& graph, const tflite_call& call) {
  const auto& given = options_of(call.call.built_in_as_transposed_conv2d_options());
  tflite_call turned{call.call, {call.input(2), call.input(1)}, call.outputs};
  if (call.has_input(3)) turned.inputs.push_back(call.input(3));
  const bool same = given.padding() == tflite::window_padding::same;
  put_transposed(graph, turned,
                 {given.stride_rows(), given.stride_columns(), same, given.fused(), given.bias_type()});
}

/// MediaPipe's custom operator: its options are three int32, the padding (1 is same), the columns and the rows of a step.
inline void import_transposed_conv2d_with_bias(tflite_graph& graph, const tflite_call& call) {
  const auto* given = call.call.custom_options();
  std::array<std::int32_t, 3> numbers{};
  if (given == nullptr || given->size() < sizeof numbers)
    throw not_importable{"its options are missing; the file is damaged, get it again"};
  std::memcpy(numbers.data(), given->data(), sizeof numbers);
  put_transposed(graph, call, {numbers[2], numbers[1], numbers[0] == 1});
}

/// The input of a fully connected layer as rows of `depth` numbers: reshaped where it is not.
inline std::size_t rows_of_depth(tflite_graph& graph, const std::string& name, int tensor, int depth, bool keep_axes) {
  const shape given = graph.facts().extents(tensor);
  const std::size_t edge = graph.edge(tensor);
  if (given.size() % depth != 0 || (keep_axes && given.from_end(0) != depth))
    throw not_importable{"its weights do not fit its input; the file is damaged, get it again"};
  const int rows = given.size() / depth;
  if (keep_axes || given == shape_of(rows, depth)) return edge;
  imported_node flat{graph.unique(name + ".rows"), "reshape", {fmt::format("extents{{{}, {}}}", rows, depth)}, {edge}};
  flat.extents = shape_of(rows, depth);
  flat.kept = graph.facts().is_real(tensor);
  return graph.put(std::move(flat));
}

inline void import_fully_connected(tflite_graph& graph, const tflite_call& call) {
  const auto& given = options_of(call.call.built_in_as_fully_connected_options());
  const shape weights = graph.facts().extents(call.input(1));
  if (weights.rank != 2) throw not_importable{"its weights have not 2 axes; reshape them"};
  if (given.weights_format() != 0)
    throw not_importable{"its weights are shuffled for one runtime; convert the model without that"};
  if (graph.facts().extents(call.input(0)).rank == 0) throw not_importable{"its input is a scalar; reshape it"};
  imported_node node{graph.name_after(call.input(1), call.output(), given.fused(), "dense"),
                     "dense",
                     {fmt::format("units{{{}}}", weights[0])}};
  node.inputs = {rows_of_depth(graph, node.name, call.input(0), weights[1], given.keep_axes())};
  add_dynamic_range(graph, call, !given.asymmetric_inputs(), node);
  bind_weights(graph, call, node.name, weights[0], 0, false);
  graph.activated(call.output(), std::move(node), given.fused());
}

}  // namespace tenon::host::detail
