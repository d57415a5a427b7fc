// SPDX-License-Identifier: Apache-2.0
// Imports integers of an .onnx file: QuantizeLinear and DequantizeLinear around operators, and the QLinear operators.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/import/onnx_graph.hpp>
#include <tenon/host/import/onnx_linear.hpp>
#include <tenon/host/import/onnx_plain.hpp>
#include <tenon/host/import/onnx_products.hpp>

namespace tenon::host::detail {

/// The scales and zero points that a call takes as inputs, of integers of `type`.
inline onnx_codes codes_at(const onnx_graph& graph, const onnx_call& call, std::size_t at, onnx_type type) {
  onnx_codes made{{}, reals_of(graph.constant_input(call, at)), {}, narrow(call.integer("axis", 1))};
  if (type != onnx_type::int8 && type != onnx_type::uint8 && type != onnx_type::int32)
    throw not_importable{"it holds " + type_name(type) + "; quantize the model to int8 or uint8"};
  if (call.integer("block_size", 0) != 0)
    throw not_importable{"it has scales of blocks; quantize per tensor or channel"};
  if (call.has_input(at + 1)) made.zero_points = integers_of(graph.constant_input(call, at + 1));
  made.zero_points.resize(made.scales.size(), 0);
  for (std::int64_t& point : made.zero_points) point -= type == onnx_type::uint8 ? 128 : 0;
  for (const float scale : made.scales)
    if (!(scale > 0.0f) || !std::isfinite(scale))
      throw not_importable{"a scale is not positive; quantize the model again"};
  if (made.scales.empty()) throw not_importable{"it has no scale; quantize the model again"};
  return made;
}

/// The type of the integers that a call makes: that of its zero point, else uint8.
inline onnx_type integer_type(const onnx_graph& graph, const onnx_call& call, std::size_t at) {
  if (call.has_input(at)) return graph.constant_input(call, at).type;
  return static_cast<onnx_type>(call.integer("output_dtype", static_cast<std::int64_t>(onnx_type::uint8)));
}

/// The one encoding of an edge.
inline encoding encoding_of(const onnx_codes& codes) {
  if (codes.scales.size() != 1) throw not_importable{"an edge has a scale a channel; quantize it per tensor"};
  if (codes.zero_points[0] < -128 || codes.zero_points[0] > 127)
    throw not_importable{"a zero point is no 8-bit integer; quantize the model again"};
  return {codes.scales[0], static_cast<std::int32_t>(codes.zero_points[0])};
}

/// The index of an element's scale.
inline std::size_t scale_index(const onnx_codes& codes, const std::vector<std::int64_t>& extents, std::size_t element) {
  if (codes.scales.size() == 1) return 0;
  const int axis = axis_in(codes.axis, static_cast<int>(extents.size()));
  std::size_t inner = 1;
  for (auto i = static_cast<std::size_t>(axis) + 1; i < extents.size(); ++i)
    inner *= static_cast<std::size_t>(extents[i]);
  const auto extent = static_cast<std::size_t>(extents[static_cast<std::size_t>(axis)]);
  if (extent != codes.scales.size()) throw not_importable{"its scales are not one for each channel; quantize it again"};
  return element / inner % extent;
}

/// Makes a constant of integers one of real numbers that knows its integers.
inline void dequantize_constant(onnx_graph& graph, const std::string& source, const std::string& name,
                                onnx_codes codes) {
  const onnx_tensor& tensor = *graph.constant(source);
  const std::int64_t shift = tensor.type == onnx_type::uint8 ? 128 : 0;
  const auto integers = integers_of(tensor);
  std::vector<double> reals;
  for (std::size_t i = 0; i < integers.size(); ++i) {
    const std::size_t at = scale_index(codes, tensor.extents, i);
    reals.push_back(
        static_cast<double>(static_cast<float>(integers[i] - shift - codes.zero_points[at]) * codes.scales[at]));
  }
  graph.set_constant(name, tensor_of(onnx_type::float32, tensor.extents, reals));
  if (tensor.type == onnx_type::int32) return;
  if (codes.scales.size() > 1) codes.axis = axis_in(codes.axis, static_cast<int>(tensor.extents.size()));
  codes.source = source;
  graph.set_codes(name, std::move(codes));
}

/// DequantizeLinear: of a constant, real numbers that know their integers; of an edge, the same edge, whose readers
/// compute with integers.
inline void import_dequantize_linear(onnx_graph& graph, const onnx_call& call) {
  const onnx_tensor* constant = graph.constant(call.input(0));
  if (constant != nullptr)
    return dequantize_constant(graph, call.input(0), call.output(), codes_at(graph, call, 1, constant->type));
  onnx_value value = graph.value(call.input(0));
  const encoding code = encoding_of(codes_at(graph, call, 1, integer_type(graph, call, 2)));
  if (graph.model().nodes[value.node].code != code)
    throw not_importable{"it reads integers by another scale or zero point than they were made with; use the same"};
  value.quantized = true;
  if (value.flattened.rank == 0 && graph.readers_of(call.output()) > 0)
    graph.set_dequantized(value.node, call.output());
  graph.set_value(call.output(), value);
}

/// QuantizeLinear of a constant, as of weights that are quantized when the model is loaded.
inline void quantize_constant(onnx_graph& graph, const onnx_call& call, const onnx_codes& codes, onnx_type type) {
  const onnx_tensor& tensor = *graph.constant(call.input(0));
  const int shift = type == onnx_type::uint8 ? 128 : 0;
  std::vector<double> integers;
  for (const float real : finite_reals_of(tensor)) {
    const std::size_t at = scale_index(codes, tensor.extents, integers.size());
    const double rounded = std::nearbyint(real / codes.scales[at]) + static_cast<double>(codes.zero_points[at] + shift);
    integers.push_back(rounded);
  }
  graph.set_constant(call.output(), tensor_of(type, tensor.extents, integers));
}

/// Gives an edge its encoding; one that has another already is followed by a change of encoding.
inline onnx_value encoded_value(onnx_graph& graph, onnx_value value, encoding code) {
  imported_node& node = graph.model().nodes[value.node];
  if (!node.code.known()) node.code = code;
  if (node.code == code) return value;
  imported_node changed{graph.names().unique(node.name + ".requantized"),
                        "requantize",
                        {fmt::format("encoded{{{{{}, {}}}}}", float_text(code.scale), code.zero_point)},
                        {value.node}};
  changed.extents = node.extents;
  changed.code = code;
  value.node = graph.put(std::move(changed));
  return value;
}

/// QuantizeLinear: its edge gets the encoding; where readers compute with integers, tenon converts.
inline void import_quantize_linear(onnx_graph& graph, const onnx_call& call) {
  call.ignore({"saturate", "precision"});
  const onnx_type type = integer_type(graph, call, 2);
  const onnx_codes codes = codes_at(graph, call, 1, type);
  if (graph.constant(call.input(0)) != nullptr) return quantize_constant(graph, call, codes, type);
  if (graph.is_output(call.output()))
    throw not_importable{"it makes integers an output; end the model with DequantizeLinear"};
  graph.set_value(call.output(), encoded_value(graph, graph.value(call.input(0)), encoding_of(codes)));
}

/// The operand of a QLinear operator at a place, followed by its scale and zero point, as real numbers under a new
/// name.
inline std::string real_operand(onnx_graph& graph, const onnx_call& call, std::size_t at) {
  const std::string name = call.input(at) + " of " + call.output() + " as real " + std::to_string(at);
  onnx_node node{name, "DequantizeLinear", "", {call.input(at), call.input(at + 1)}, {name}, {}};
  if (call.has_input(at + 2)) node.inputs.push_back(call.input(at + 2));
  node.attributes["axis"].integer = at == 0 ? 1 : 0;
  import_dequantize_linear(graph, {node, call.opset()});
  return name;
}

/// A QLinear operator as the plain one on real numbers, whose result gets the encoding that stands at `at`.
template <class Import>
void import_integer_operator(onnx_graph& graph, const onnx_call& call, std::vector<std::string> inputs, std::size_t at,
                             const Import& import) {
  const std::string result = call.output() + " as real";
  onnx_node node{call.node().name.empty() ? call.output() : call.node().name,
                 call.node().word,
                 "",
                 std::move(inputs),
                 {result},
                 call.node().attributes};
  const onnx_call plain{node, call.opset()};
  const std::size_t first = graph.model().nodes.size();
  import(graph, plain);
  plain.require_all_asked();
  for (const auto& [name, value] : node.attributes) call.has(name);
  graph.computes_integers(first);
  const onnx_codes codes = codes_at(graph, call, at, integer_type(graph, call, at + 1));
  if (graph.is_output(call.output()))
    throw not_importable{"it makes integers an output; end the model with DequantizeLinear"};
  graph.set_value(call.output(), encoded_value(graph, graph.value(result), encoding_of(codes)));
}

inline void import_integer_conv(onnx_graph& graph, const onnx_call& call) {
  std::vector<std::string> inputs{real_operand(graph, call, 0), real_operand(graph, call, 3)};
  if (call.has_input(8)) {
    // The bias counts in input scale * weight scale.
    const auto x = reals_of(graph.constant_input(call, 1)), w = reals_of(graph.constant_input(call, 4));
    const auto integers = integers_of(graph.constant_input(call, 8));
    std::vector<double> reals;
    for (std::size_t i = 0; i < integers.size(); ++i)
      reals.push_back(static_cast<double>(integers[i]) * static_cast<double>(x.at(0)) *
                      static_cast<double>(w.at(w.size() > 1 ? i : 0)));
    inputs.push_back(call.input(8) + " of " + call.output() + " as real");
    graph.set_constant(inputs.back(), tensor_of(onnx_type::float32, {static_cast<std::int64_t>(reals.size())}, reals));
  }
  import_integer_operator(graph, call, std::move(inputs), 6, import_conv);
}
inline void import_integer_matmul(onnx_graph& graph, const onnx_call& call) {
  import_integer_operator(graph, call, {real_operand(graph, call, 0), real_operand(graph, call, 3)}, 6, import_matmul);
}

}  // namespace tenon::host::detail
