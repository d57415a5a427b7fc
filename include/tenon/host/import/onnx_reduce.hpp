// SPDX-License-Identifier: Apache-2.0
// Imports the operators of an .onnx file that make fewer values of many: pools, means, softmax, indices of the largest.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <tenon/host/import/onnx_graph.hpp>
#include <tenon/host/import/onnx_window.hpp>

namespace tenon::host::detail {

inline void import_pool(onnx_graph& graph, const onnx_call& call, const char* word, bool counts_padding) {
  const onnx_image image = image_of(graph, graph.value(call.input(0)));
  const onnx_window window = window_of(call, call.attribute("kernel_shape").integers, image);
  imported_node node{graph.name_for(call, "pool"), word, window.attributes(), {image.node}};
  if (counts_padding) node.attributes.push_back("count_padding{true}");
  image_result(graph, call, std::move(node), slid_extents(image, window, image.extents[1]), image.is_row);
}
inline void import_max_pool(onnx_graph& graph, const onnx_call& call) {
  call.ignore({"storage_order"});  // of the indices, which tenon does not make
  import_pool(graph, call, "max_pool", false);
}
inline void import_average_pool(onnx_graph& graph, const onnx_call& call) {
  const bool counted = call.integer("count_include_pad", 0) != 0;
  if (counted && call.integer("ceil_mode", 0) != 0)
    throw not_importable{"it counts padding and rounds up (ceil_mode) at once; choose one of them"};
  const auto pads = call.integers("pads");
  const bool padded = std::any_of(pads.begin(), pads.end(), [](std::int64_t pad) { return pad != 0; });
  import_pool(graph, call, "average_pool", counted && (padded || call.text("auto_pad", "NOTSET") != "NOTSET"));
}

inline void import_global_pool(onnx_graph& graph, const onnx_call& call, const char* word) {
  const onnx_image image = image_of(graph, graph.value(call.input(0)));
  imported_node node{graph.name_for(call, "pool"), word, {"keep_axes{true}"}, {image.node}};
  image_result(graph, call, std::move(node), shape_of(image.extents[0], image.extents[1], 1, 1), image.is_row);
}
inline void import_global_average_pool(onnx_graph& graph, const onnx_call& call) {
  import_global_pool(graph, call, "global_average_pool");
}
inline void import_global_max_pool(onnx_graph& graph, const onnx_call& call) {
  import_global_pool(graph, call, "global_max_pool");
}

/// What is left of a value's axes: those that are reduced go, or stay with one element.
struct reduced_value {
  shape extents{};
  std::vector<int> order{};
  std::vector<int> places{};  ///< of the reduced axes, as they are stored
};

inline reduced_value without_axes(const onnx_value& value, std::vector<int> axes, bool kept) {
  std::sort(axes.begin(), axes.end());
  reduced_value left;
  std::vector<int> number(static_cast<std::size_t>(value.extents.rank), -1);
  for (int axis = 0; axis < value.extents.rank; ++axis) {
    const bool gone = std::binary_search(axes.begin(), axes.end(), axis);
    if (gone) left.places.push_back(place_of(value.order, axis));
    if (gone && !kept) continue;
    number[static_cast<std::size_t>(axis)] = left.extents.rank;
    left.extents.push_back(gone ? 1 : value.extents[axis]);
  }
  for (const int axis : value.order)
    if (const int now = number[static_cast<std::size_t>(axis)]; now >= 0) left.order.push_back(now);
  std::sort(left.places.begin(), left.places.end());
  return left;
}

/// The axes that a call reduces: an attribute, or of newer operator sets an input. If none is named, all, or nothing
/// where the call says so: then the list is empty.
inline std::vector<int> reduced_axes_of(const onnx_graph& graph, const onnx_call& call, int rank) {
  const auto given = call.has_input(1) ? integers_of(graph.constant_input(call, 1)) : call.integers("axes");
  std::vector<int> axes;
  for (const std::int64_t axis : given) axes.push_back(axis_in(axis, rank));
  if (call.integer("noop_with_empty_axes", 0) == 0 && axes.empty()) axes = in_file_order(rank);
  return axes;
}

inline void import_reduction(onnx_graph& graph, const onnx_call& call, const char* word) {
  const onnx_value given = graph.value(call.input(0));
  const std::vector<int> axes = reduced_axes_of(graph, call, given.extents.rank);
  const bool kept = call.integer("keepdims", 1) != 0;
  if (axes.empty()) return graph.set_value(call.output(), given);
  const onnx_value value = given.flattened.rank == 0 ? given : graph.in_order_of_file(given);
  const reduced_value left = without_axes(value, axes, kept);
  if (left.extents.rank == 0) throw not_importable{"its result is a scalar; keep its axes (keepdims)"};
  imported_node node{{}, word, {list_text("axes", left.places)}, {value.node}};
  if (kept) node.attributes.push_back("keep_axes{true}");
  graph.result(call, std::move(node), left.extents, left.order);
}
inline void import_mean(onnx_graph& graph, const onnx_call& call) { import_reduction(graph, call, "mean"); }
inline void import_reduce_sum(onnx_graph& graph, const onnx_call& call) { import_reduction(graph, call, "reduce_sum"); }
inline void import_reduce_max(onnx_graph& graph, const onnx_call& call) { import_reduction(graph, call, "reduce_max"); }
inline void import_reduce_min(onnx_graph& graph, const onnx_call& call) { import_reduction(graph, call, "reduce_min"); }

/// The order in which an axis is stored last and all others stay as they are.
inline std::vector<int> order_with_last(std::vector<int> order, int axis) {
  order.erase(std::find(order.begin(), order.end(), axis));
  order.push_back(axis);
  return order;
}

/// Softmax along one axis, which is stored last. Before operator set 13 all axes from the given one on are one.
inline void import_softmax(onnx_graph& graph, const onnx_call& call) {
  const onnx_value given = graph.value(call.input(0));
  const onnx_value value = given.flattened.rank == 0 ? given : graph.in_order_of_file(given);
  const int rank = value.extents.rank;
  if (rank == 0) throw not_importable{"its input is a scalar; give it one axis"};
  const bool one_axis = call.opset() >= 13;
  int axis = axis_in(call.integer("axis", one_axis ? -1 : 1), std::max(rank, 1));
  int wide = 0;
  for (int i = axis; i < rank && !one_axis; ++i) wide += value.extents[i] != 1 ? 1 : 0;
  if (wide > 1) {
    const onnx_value plain = graph.in_order_of_file(value);
    const std::string name = graph.name_for(call, "softmax");
    const shape flat = shape_of(value.extents.span_of(0, axis), value.extents.span_of(axis, rank));
    const std::size_t rows = graph.put_reshape(name + ".rows", plain.node, flat);
    imported_node node{graph.names().unique(name + ".flat"), "softmax", {}, {rows}};
    node.extents = flat;
    imported_node end{
        name, "reshape", {list_text("extents", {value.extents.extents.begin(), value.extents.extents.begin() + rank})}};
    end.inputs = {graph.put(std::move(node))};
    graph.result(call, std::move(end), value.extents, in_file_order(rank));
    return;
  }
  for (int i = axis; i < rank && wide == 1; ++i)
    if (value.extents[i] != 1) axis = i;
  const bool stands_last = value.order.back() == axis;
  const onnx_value turned = stands_last ? value : graph.stored(value, order_with_last(value.order, axis));
  graph.like(call, {{}, "softmax"}, turned);
}

/// LRN along axis 1, the channels, which are stored last.
inline void import_local_response_norm(onnx_graph& graph, const onnx_call& call) {
  const onnx_value given = graph.value(call.input(0));
  const onnx_value x = given.flattened.rank == 0 ? given : graph.in_order_of_file(given);
  if (x.extents.rank < 2) throw not_importable{"its input has no channels; give it a batch and channels"};
  const std::int64_t channels = call.attribute("size").integer;
  if (channels < 1 || channels > x.extents[1] * std::int64_t{2})
    throw not_importable{"its size is not one of 1 to twice the number of channels; export it again"};
  const float bias = call.real("bias", 1.0f), alpha = call.real("alpha", 1e-4f);
  if (!(bias > 0.0f) || !(alpha >= 0.0f))
    throw not_importable{"it could divide by 0; export it with a positive bias and an alpha of 0 or more"};
  imported_node node{{}, "local_response_norm"};
  node.attributes.push_back(fmt::format("neighbours{{{}, {}, {}, {}}}", channels, float_text(bias), float_text(alpha),
                                        float_text(call.real("beta", 0.75f))));
  const bool stands_last = x.order.back() == 1;
  graph.like(call, std::move(node), stands_last ? x : graph.stored(x, order_with_last(x.order, 1)));
}

/// ArgMax: tenon's index is an int32, and its axis goes; a reshape behind it brings one of one element back.
inline void import_argmax(onnx_graph& graph, const onnx_call& call) {
  const onnx_value given = graph.value(call.input(0));
  const onnx_value value = given.flattened.rank == 0 ? given : graph.in_order_of_file(given);
  if (call.integer("select_last_index", 0) != 0)
    throw not_importable{"it takes the last of equal values, tenon the first; export it without select_last_index"};
  const int axis = axis_in(call.integer("axis", 0), value.extents.rank);
  const reduced_value left = without_axes(value, {axis}, false);
  imported_node node{{}, "argmax", {fmt::format("axis{{{}}}", left.places.front())}, {value.node}};
  if (call.integer("keepdims", 1) == 0) {
    graph.result(call, std::move(node), left.extents, left.order);
    return;
  }
  const std::string name = graph.name_for(call, "argmax");
  node.name = graph.names().unique(name + ".index");
  node.extents = permuted(left.extents, left.order);
  const reduced_value kept = without_axes(value, {axis}, true);
  const shape stored = permuted(kept.extents, kept.order);
  imported_node end{
      name, "reshape", {list_text("extents", {stored.extents.begin(), stored.extents.begin() + stored.rank})}};
  end.inputs = {graph.put(std::move(node))};
  graph.result(call, std::move(end), kept.extents, kept.order);
}

}  // namespace tenon::host::detail
