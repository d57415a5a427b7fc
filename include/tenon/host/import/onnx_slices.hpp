// SPDX-License-Identifier: Apache-2.0
// Imports the operators of an .onnx file that take pieces of a tensor or add margins: Slice, Split, Gather, Pad.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tenon/host/import/cpp_text.hpp>
#include <tenon/host/import/onnx_moves.hpp>

namespace tenon::host::detail {

/// A slice of a value: of each of the file's axes what is taken.
inline imported_node slice_node(const onnx_value& value, const std::vector<taken_axis>& taken) {
  std::vector<int> begin, end, strides;
  bool steps = false;
  for (const int axis : value.order) {
    const taken_axis& each = taken[static_cast<std::size_t>(axis)];
    if (each.count <= 0)
      throw not_importable{"it takes nothing of an axis; export the model with the right input shape"};
    const std::int64_t behind = each.begin + each.count * each.step;
    const std::int64_t last = each.begin + (each.count - 1) * each.step;
    begin.push_back(narrow(each.begin));
    // A walk backwards ends before the first element, which a number below -extent says.
    end.push_back(narrow(each.step > 0 ? last + 1 : behind < 0 ? -1 - value.extents[axis] : behind));
    strides.push_back(narrow(each.step));
    steps = steps || each.step != 1;
  }
  imported_node node{{}, "slice", {list_text("begin", begin), list_text("end", end)}, {value.node}};
  if (steps) node.attributes.push_back(list_text("strides", strides));
  return node;
}
inline std::vector<taken_axis> whole_axes(const shape& extents) {
  std::vector<taken_axis> taken;
  for (int axis = 0; axis < extents.rank; ++axis) taken.push_back({0, 1, extents[axis]});
  return taken;
}
inline shape taken_extents(const std::vector<taken_axis>& taken) {
  std::vector<std::int64_t> extents;
  for (const taken_axis& each : taken) extents.push_back(each.count);
  return shape_of_extents(extents);
}

inline void import_slice(onnx_graph& graph, const onnx_call& call) {
  const onnx_value value = axes_input(graph, call);
  const auto list = [&](std::size_t at, const char* name) {
    if (call.opset() < 10) return call.integers(name);
    return call.has_input(at) ? integers_of(graph.constant_input(call, at)) : std::vector<std::int64_t>{};
  };
  const auto starts = list(1, "starts"), ends = list(2, "ends"), axes = list(3, "axes"), steps = list(4, "steps");
  auto taken = whole_axes(value.extents);
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const int axis = axis_in(axes.empty() ? static_cast<std::int64_t>(i) : axes.at(i), value.extents.rank);
    taken[static_cast<std::size_t>(axis)] =
        taken_of(value.extents[axis], starts[i], ends.at(i), steps.empty() ? 1 : steps.at(i));
  }
  imported_node node = slice_node(value, taken);
  graph.result(call, std::move(node), taken_extents(taken), value.order);
}

/// Split as one slice for each part.
inline void import_split(onnx_graph& graph, const onnx_call& call) {
  const onnx_value value = axes_input(graph, call);
  const int axis = axis_in(call.integer("axis", 0), value.extents.rank);
  const auto parts = static_cast<std::int64_t>(call.node().outputs.size());
  call.ignore({"num_outputs"});
  auto sizes = call.has_input(1) ? integers_of(graph.constant_input(call, 1)) : call.integers("split");
  const std::int64_t extent = value.extents[axis];
  const std::int64_t each = (extent + parts - 1) / std::max<std::int64_t>(parts, 1);
  for (std::int64_t at = 0; sizes.size() < static_cast<std::size_t>(parts); at += each)
    sizes.push_back(std::min(each, extent - at));
  std::int64_t begin = 0;
  for (std::size_t i = 0; i < sizes.size() && i < call.node().outputs.size(); ++i) {
    if (sizes[i] < 0 || sizes[i] > extent - begin)
      throw not_importable{"its parts are more than its input; export it again"};
    auto taken = whole_axes(value.extents);
    taken[static_cast<std::size_t>(axis)] = {begin, 1, sizes[i]};
    begin += sizes[i];
    if (call.node().outputs[i].empty()) continue;
    onnx_node part = call.node();
    part.outputs = {call.node().outputs[i]};
    imported_node node = slice_node(value, taken);
    graph.result(onnx_call{part, call.opset()}, std::move(node), taken_extents(taken), value.order);
  }
}

/// Gather with constant indices: at equal distances a slice; one index takes the axis away.
inline void import_gather(onnx_graph& graph, const onnx_call& call) {
  const onnx_value value = axes_input(graph, call);
  const onnx_tensor& given = graph.constant_input(call, 1);
  auto indices = integers_of(given);
  const int axis = axis_in(call.integer("axis", 0), value.extents.rank);
  for (std::int64_t& index : indices) {
    index += index < 0 ? value.extents[axis] : 0;
    if (index < 0 || index >= value.extents[axis])
      throw not_importable{"it takes an element that is not there; export it again"};
  }
  if (given.extents.size() > 1 || indices.empty())
    throw not_importable{"its indices have more than one axis; reshape them"};
  const std::int64_t step = indices.size() > 1 ? indices[1] - indices[0] : 1;
  bool even = step != 0;
  for (std::size_t i = 1; i < indices.size(); ++i) even = even && indices[i] - indices[i - 1] == step;
  auto taken = whole_axes(value.extents);
  const auto count = static_cast<std::int64_t>(indices.size());
  taken[static_cast<std::size_t>(axis)] = {indices[0], even ? step : 1, count};
  const shape extents = taken_extents(taken);
  imported_node node{
      {},
      "gather",
      {fmt::format("axis{{{}}}", place_of(value.order, axis)), fmt::format("indices<{}>", fmt::join(indices, ", "))},
      {value.node}};
  if (even) node = slice_node(value, taken);
  if (!given.extents.empty()) {
    graph.result(call, std::move(node), extents, value.order);
    return;
  }
  node.name = graph.names().unique(graph.model().nodes[value.node].name + ".piece");
  onnx_value piece{0, extents, value.order, {}};
  node.extents = piece.stored();
  piece.node = graph.put(std::move(node));
  shape left;
  for (int i = 0; i < extents.rank; ++i)
    if (i != axis) left.push_back(extents[i]);
  import_extents_of(graph, call, piece, left);
}

inline void import_pad(onnx_graph& graph, const onnx_call& call) {
  const onnx_value value = axes_input(graph, call);
  const std::string mode = call.text("mode", "constant");
  if (mode != "constant" && mode != "reflect" && mode != "edge")
    throw not_importable{"its mode is " + plain_name(mode) + "; use constant, reflect or edge"};
  const bool old = call.opset() < 11;
  const auto pads = old ? call.integers("pads") : integers_of(graph.constant_input(call, 1));
  float fill = old ? call.real("value", 0.0f) : 0.0f;
  if (!old && call.has_input(2)) fill = static_cast<float>(numbers_of(graph.constant_input(call, 2)).at(0));
  const auto axes = call.has_input(3) ? integers_of(graph.constant_input(call, 3)) : std::vector<std::int64_t>{};
  const std::size_t count = axes.empty() ? static_cast<std::size_t>(value.extents.rank) : axes.size();
  if (pads.size() != 2 * count) throw not_importable{"it has not two margins for each axis; export it again"};
  const auto rank = static_cast<std::size_t>(value.extents.rank);
  std::vector<int> before(rank), after(rank);
  auto extents = extents_of(value.extents);
  for (std::size_t i = 0; i < count; ++i) {
    const int axis = axis_in(axes.empty() ? static_cast<std::int64_t>(i) : axes[i], value.extents.rank);
    const auto place = static_cast<std::size_t>(place_of(value.order, axis));
    before[place] = narrow(pads[i]);
    after[place] = narrow(pads[i + count]);
    if (before[place] < 0 || after[place] < 0)
      throw not_importable{"it has a margin below 0; cut with a slice instead"};
    extents[static_cast<std::size_t>(axis)] += std::int64_t{before[place]} + after[place];
  }
  imported_node node{{}, mode == "constant" ? "pad" : "mirror_pad", margin_attributes(before, after), {value.node}};
  if (mode == "edge") node.attributes.push_back("repeat_edge");
  if (fill != 0.0f && mode == "constant") node.attributes.push_back("fill{" + float_literal(fill) + "}");
  graph.result(call, std::move(node), shape_of_extents(extents), value.order);
}

}  // namespace tenon::host::detail
