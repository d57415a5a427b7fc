// SPDX-License-Identifier: Apache-2.0
// Imports products of two edges and transposed convolutions of an .onnx file.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/import/onnx_linear.hpp>
#include <tenon/host/import/onnx_plain.hpp>

namespace tenon::host::detail {

/// An operand of a product of two edges: its last two axes are rows and columns, in the file's order.
inline onnx_value matrix_operand(onnx_graph& graph, const std::string& name) {
  const onnx_tensor* constant = graph.constant(name);
  if (constant != nullptr && constant->extents.size() < 2)
    throw not_importable{"an operand of it has fewer than 2 axes; reshape it"};
  const onnx_value value = graph.in_order_of_file(graph.value(name));
  if (value.extents.rank < 2) throw not_importable{"an operand of it has fewer than 2 axes; reshape it"};
  return value;
}

/// MatMul of two edges, or with constants that have batches of their own.
inline void import_batch_matmul(onnx_graph& graph, const onnx_call& call) {
  const onnx_value a = matrix_operand(graph, call.input(0)), b = matrix_operand(graph, call.input(1));
  if (a.extents.from_end(0) != b.extents.from_end(1))
    throw not_importable{
        "rows of its first operand do not fit columns of its second; export it with the right input shape"};
  shape first = a.extents, second = b.extents;
  first[first.rank - 1] = first[first.rank - 2] = 1;
  second[second.rank - 1] = second[second.rank - 2] = 1;
  shape extents = broadcast_shape(first, second);
  extents[extents.rank - 2] = a.extents.from_end(1);
  extents[extents.rank - 1] = b.extents.from_end(0);
  graph.result(call, {{}, "batch_matmul", {}, {a.node, b.node}}, extents, in_file_order(extents.rank));
}

inline void import_matmul(onnx_graph& graph, const onnx_call& call) {
  const onnx_tensor* weights = graph.constant(call.input(1));
  if (weights == nullptr || weights->extents.size() != 2 || graph.constant(call.input(0)) != nullptr)
    return import_batch_matmul(graph, call);
  import_dense(graph, call, graph.value(call.input(0)), false, 1.0f, 1.0f);
}

/// One axis of a transposed convolution: what of its result is cut off, and how long the result is.
struct transposed_slide {
  int size = 1, step = 1, spread = 1, before = 0, after = 0, out = 1;
};

inline transposed_slide transposed_along(const onnx_call& call, std::size_t axis, std::int64_t size, int in) {
  const auto number = [&](const char* name, std::int64_t otherwise, std::size_t at) {
    const auto given = call.integers(name);
    if (!given.empty() && at >= given.size())
      throw not_importable{"its " + std::string{name} + " has not one number for each axis; export it again"};
    return narrow(given.empty() ? otherwise : given[at]);
  };
  transposed_slide made{narrow(size), number("strides", 1, axis), number("dilations", 1, axis)};
  const int longer = number("output_padding", 0, axis);
  const std::string padding = call.text("auto_pad", "NOTSET");
  constexpr int most = 1 << 14;
  if (made.step > most || made.spread > most || made.size > most || longer > most)
    throw not_importable{"its window, stride or dilation is beyond 16384; make it smaller"};
  if (made.step < 1 || made.spread < 1 || made.size < 1 || longer < 0)
    throw not_importable{"its window, stride or dilation is below 1; export it again"};
  const std::int64_t whole = std::int64_t{in - 1} * made.step + std::int64_t{made.size - 1} * made.spread + 1;
  std::int64_t total = 0;
  const bool shaped = call.has("output_shape");
  if (shaped || padding == "SAME_UPPER" || padding == "SAME_LOWER") {
    const std::int64_t wanted = shaped ? number("output_shape", 0, axis) : std::int64_t{in} * made.step;
    total = whole + longer - wanted;
    made.before = narrow(padding == "SAME_UPPER" ? total / 2 : total - total / 2);
    made.after = narrow(total - made.before - longer);
  } else if (padding != "VALID") {
    made.before = std::clamp(number("pads", 0, axis), -most, most);
    made.after = std::clamp(number("pads", 0, axis + 2), -most, most) - longer;
  }
  const std::int64_t out = whole - made.before - made.after;
  if (made.before < 0 || out < 1 || out > (1 << 20))
    throw not_importable{"its result has no size, or more before its first pixel than it computes; export it again"};
  made.out = narrow(out);
  return made;
}

/// ConvTranspose: weights (channels, filters of a group, rows, columns) become (filters, rows, columns, channels of a
/// group).
inline void import_transposed_conv(onnx_graph& graph, const onnx_call& call) {
  const onnx_image image = image_of(graph, graph.value(call.input(0)));
  if (image.is_row) throw not_importable{"it spreads over one axis; give its input rows of one element"};
  const auto weights = weight_extents(graph, call, 4);
  const std::vector<std::int64_t> size{weights.begin() + 2, weights.end()};
  const std::int64_t groups = call.integer("group", 1);
  if (groups < 1 || groups > image.extents[1])
    throw not_importable{"its groups do not divide its channels; export it again"};
  const int channels = image.extents[1], filters = narrow(weights[1] * groups);
  if (weights[0] != channels || channels % groups != 0 || call.integers("kernel_shape", size) != size)
    throw not_importable{"its weights do not fit the channels of its input; the file is damaged, get it again"};
  const transposed_slide rows = transposed_along(call, 0, size[0], image.extents[2]);
  const transposed_slide columns = transposed_along(call, 1, size[1], image.extents[3]);
  imported_node node{
      graph.name_for(call, "conv"), "transposed_conv2d", {fmt::format("filters{{{}}}", filters)}, {image.node}};
  node.attributes.push_back(fmt::format("window{{{}, {}}}", rows.size, columns.size));
  node.attributes.push_back(fmt::format("stride{{{}, {}}}", rows.step, columns.step));
  if (rows.spread != 1 || columns.spread != 1)
    node.attributes.push_back(fmt::format("dilation{{{}, {}}}", rows.spread, columns.spread));
  node.attributes.push_back(
      fmt::format("padding{{{}, {}, {}, {}}}", rows.before, rows.after, columns.before, columns.after));
  if (groups != 1) node.attributes.push_back(fmt::format("groups{{{}}}", groups));
  // Of (group, channel, filter, row, column) to (group, filter, row, column, channel).
  const std::vector<std::int64_t> grouped{groups, weights[0] / groups, weights[1], size[0], size[1]};
  imported_array kernel = graph.weights(call.input(1), grouped, {0, 2, 3, 4, 1}, groups == 1 ? 1 : -1);
  kernel.order = fmt::format("{}x{}x{}x{}", filters, size[0], size[1], grouped[1]);
  graph.bind(node.name, "kernel", std::move(kernel));
  if (call.has_input(2)) {
    graph.constant_input(call, 2);
    bind_vector(graph, node.name, "bias", call.input(2), filters);
  }
  image_result(graph, call, std::move(node), shape_of(image.extents[0], filters, rows.out, columns.out), false);
}

}  // namespace tenon::host::detail
