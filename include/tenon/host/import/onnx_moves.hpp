// SPDX-License-Identifier: Apache-2.0
// Imports the operators of an .onnx file that move values or give them other axes. Transpose moves nothing: what reads
// its result learns in which order that is stored.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/import/onnx_extents.hpp>
#include <tenon/host/import/onnx_graph.hpp>

namespace tenon::host::detail {

/// The value of an input as something with axes: a flattened image in the file's order.
inline onnx_value axes_input(onnx_graph& graph, const onnx_call& call, std::size_t at = 0) {
  const onnx_value& value = graph.value(call.input(at));
  return value.flattened.rank == 0 ? value : graph.in_order_of_file(value);
}

/// What does nothing at inference.
inline void import_nothing(onnx_graph& graph, const onnx_call& call) {
  call.ignore({"ratio", "seed", "is_test"});
  if (call.has_input(2) && numbers_of(graph.constant_input(call, 2)).at(0) != 0.0)
    throw not_importable{"it drops values as in training; export the model for inference"};
  graph.set_value(call.node().outputs.at(0), graph.value(call.input(0)));
}
/// A conversion of computed values, which are float32 whatever real numbers the file makes of them; bfloat16 would cut
/// off more digits than results may be apart.
inline void convert_computed(onnx_graph& graph, const onnx_call& call, onnx_type to) {
  call.ignore({"saturate", "round_mode"});
  if (!is_real(to) || to == onnx_type::bfloat16)
    throw not_importable{"it converts computed values to " + type_name(to) + "; tenon computes with float32"};
  graph.set_value(call.output(), graph.value(call.input(0)));
}
inline void import_cast(onnx_graph& graph, const onnx_call& call) {
  convert_computed(graph, call, static_cast<onnx_type>(call.integer("to", 1)));
}
inline void import_cast_like(onnx_graph& graph, const onnx_call& call) {
  const onnx_tensor* like = graph.constant(call.input(1));
  convert_computed(graph, call, like == nullptr ? onnx_type::float32 : like->type);
}

/// True for an image flattened to (batch, all the rest): a dense layer that reads it takes its weights in another
/// order.
inline bool flattens_image(const onnx_value& value, const shape& wanted) {
  return wanted.rank == 2 && value.extents.rank >= 3 && wanted[0] == value.extents[0] &&
         value.order == channels_last(value.extents.rank);
}

/// Gives a value other extents, without moving elements where it is stored so that it works.
inline void import_extents_of(onnx_graph& graph, const onnx_call& call, onnx_value value, const shape& wanted) {
  if (value.extents.size() != wanted.size())
    throw not_importable{"it changes the number of elements; export the model again with the right input shape"};
  if (wanted.rank == 0) throw not_importable{"its result is a scalar; keep one axis"};
  std::vector<int> order = order_after_reshape(value, wanted);
  const bool lazy = order.empty() && flattens_image(value, wanted);
  if (order.empty() && !lazy) value = graph.in_order_of_file(value);
  if (order.empty()) order = in_file_order(wanted.rank);
  const shape stored = permuted(wanted, order);
  imported_node node{{}, "reshape", {list_text("extents", extent_list(stored))}, {value.node}};
  const onnx_value made = graph.result(call, std::move(node), wanted, order);
  if (lazy) graph.flattened_from(call, made, value.extents);
}
inline void import_extents(onnx_graph& graph, const onnx_call& call, const shape& wanted) {
  import_extents_of(graph, call, axes_input(graph, call), wanted);
}

inline void import_reshape(onnx_graph& graph, const onnx_call& call) {
  const auto given = extents_of(graph.value(call.input(0)).extents);
  const auto wanted = call.has_input(1) ? integers_of(graph.constant_input(call, 1)) : call.integers("shape");
  import_extents(graph, call, shape_of_extents(reshaped_extents(given, wanted, call.integer("allowzero", 0) != 0)));
}
inline void import_flatten(onnx_graph& graph, const onnx_call& call) {
  const shape given = graph.value(call.input(0)).extents;
  const std::int64_t axis = call.integer("axis", 1);
  const int first = axis == given.rank ? given.rank : axis_in(axis, given.rank);
  import_extents(graph, call, shape_of(given.span_of(0, first), given.span_of(first, given.rank)));
}
inline std::vector<std::int64_t> axes_given(const onnx_graph& graph, const onnx_call& call) {
  return call.has_input(1) ? integers_of(graph.constant_input(call, 1)) : call.integers("axes");
}
inline void import_squeeze(onnx_graph& graph, const onnx_call& call) {
  const auto given = extents_of(graph.value(call.input(0)).extents);
  import_extents(graph, call, shape_of_extents(squeezed_extents(given, axes_given(graph, call))));
}
inline void import_unsqueeze(onnx_graph& graph, const onnx_call& call) {
  const auto given = extents_of(graph.value(call.input(0)).extents);
  import_extents(graph, call, shape_of_extents(unsqueezed_extents(given, axes_given(graph, call))));
}

inline void import_transpose(onnx_graph& graph, const onnx_call& call) {
  const onnx_value value = axes_input(graph, call);
  std::vector<int> order;
  for (const std::int64_t axis : call.integers("perm")) order.push_back(axis_in(axis, value.extents.rank));
  if (order.empty())
    for (int axis = value.extents.rank; axis-- > 0;) order.push_back(axis);
  auto sorted = order;
  std::sort(sorted.begin(), sorted.end());
  if (sorted != in_file_order(value.extents.rank))
    throw not_importable{"its order names not each axis once; the file is damaged, get it again"};
  graph.set_value(call.output(), transposed_value(value, order));
}

inline void import_concat(onnx_graph& graph, const onnx_call& call) {
  const auto& inputs = call.node().inputs;
  std::vector<onnx_value> values;
  for (std::size_t i = 0; i < inputs.size(); ++i) values.push_back(axes_input(graph, call, i));
  if (values.empty()) throw not_importable{"it has no inputs; the file is damaged, get it again"};
  shape extents = values.front().extents;
  const int axis = axis_in(call.attribute("axis").integer, extents.rank);
  std::vector<int> order = in_file_order(extents.rank);
  extents[axis] = 0;
  for (const onnx_value& value : values) {
    if (value.extents.rank != extents.rank)
      throw not_importable{"its inputs have different numbers of axes; export it again"};
    if (order == in_file_order(extents.rank) && value.extents.size() > 1) order = value.order;
    extents[axis] += value.extents[axis];
  }
  imported_node node{{}, "concat", {fmt::format("axis{{{}}}", place_of(order, axis))}};
  for (const onnx_value& value : values) {
    for (int i = 0; i < extents.rank; ++i)
      if (i != axis && value.extents[i] != extents[i])
        throw not_importable{
            "its inputs differ on another axis than the joined one; export it with the right input shape"};
    node.inputs.push_back(graph.stored(value, order).node);
  }
  graph.result(call, std::move(node), extents, order);
}

/// DepthToSpace and SpaceToDepth of images stored channels last. The order CRD is two reshapes and a transposition.
inline void import_depth_to_space(onnx_graph& graph, const onnx_call& call) {
  const onnx_value value = graph.as_image(axes_input(graph, call));
  const int block = narrow(call.attribute("blocksize").integer);
  const shape& x = value.extents;
  if (x.rank != 4 || block < 1 || block > 1024 || x[1] % (block * block) != 0)
    throw not_importable{"its block does not divide the channels of an image; export it again"};
  const std::string mode = call.text("mode", "DCR");
  const shape extents = shape_of(x[0], x[1] / (block * block), x[2] * block, x[3] * block);
  if (mode == "DCR") {
    graph.result(call, {{}, "depth_to_space", {fmt::format("block_size{{{}}}", block)}, {value.node}}, extents,
                 value.order);
    return;
  }
  if (mode != "CRD") throw not_importable{"its mode is " + plain_name(mode) + "; use DCR or CRD"};
  const std::string name = graph.name_for(call, "shuffle");
  const shape split = shape_of(x[0] * x[2], x[3], extents[1], block, block);
  imported_node turned{graph.names().unique(name + ".turned"),
                       "transpose",
                       {"permutation{0, 3, 1, 4, 2}"},
                       {graph.put_reshape(name + ".split", value.node, split)}};
  turned.extents = permuted(split, {0, 3, 1, 4, 2});
  imported_node end{name, "reshape", {list_text("extents", extent_list(permuted(extents, value.order)))}};
  end.inputs = {graph.put(std::move(turned))};
  graph.result(call, std::move(end), extents, value.order);
}
inline void import_space_to_depth(onnx_graph& graph, const onnx_call& call) {
  const onnx_value value = graph.as_image(axes_input(graph, call));
  const int block = narrow(call.attribute("blocksize").integer);
  const shape& x = value.extents;
  if (x.rank != 4 || block < 1 || block > 1024 || x[2] % block != 0 || x[3] % block != 0)
    throw not_importable{"its block does not divide rows and columns of an image; export it again"};
  const shape extents = shape_of(x[0], x[1] * block * block, x[2] / block, x[3] / block);
  graph.result(call, {{}, "space_to_depth", {fmt::format("block_size{{{}}}", block)}, {value.node}}, extents,
               value.order);
}

/// Tile, and Expand as tiles of the axes of one element.
inline void put_tiles(onnx_graph& graph, const onnx_call& call, const onnx_value& value,
                      const std::vector<std::int64_t>& repeats) {
  std::vector<int> stored;
  auto extents = extents_of(value.extents);
  for (std::size_t axis = 0; axis < extents.size(); ++axis) {
    if (repeats.at(axis) < 1 || repeats[axis] > (1 << 30))
      throw not_importable{"it repeats an axis less than once; export it again"};
    extents[axis] *= repeats[axis];
  }
  for (const int axis : value.order) stored.push_back(narrow(repeats[static_cast<std::size_t>(axis)]));
  graph.result(call, {{}, "tile", {list_text("repeats", stored)}, {value.node}}, shape_of_extents(extents),
               value.order);
}
inline void import_tile(onnx_graph& graph, const onnx_call& call) {
  const onnx_value value = axes_input(graph, call);
  put_tiles(graph, call, value, integers_of(graph.constant_input(call, 1)));
}

}  // namespace tenon::host::detail
