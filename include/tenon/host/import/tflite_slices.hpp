// SPDX-License-Identifier: Apache-2.0
// Imports the operators of a .tflite file that take slices along axes, or move pixels to channels and back.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tenon/host/import/tflite_graph.hpp>
#include <tenon/host/import/tflite_linear.hpp>
#include <tenon/host/import/tflite_moves.hpp>
#include <tenon/host/import/tflite_plain.hpp>

namespace tenon::host::detail {

inline void import_depth_to_space(tflite_graph& graph, const tflite_call& call) {
  const auto& given = options_of(call.call.built_in_as_depth_to_space_options());
  import_move(graph, call, {{}, "depth_to_space", {fmt::format("block_size{{{}}}", given.block())}});
}
inline void import_space_to_depth(tflite_graph& graph, const tflite_call& call) {
  const auto& given = options_of(call.call.built_in_as_space_to_depth_options());
  import_move(graph, call, {{}, "space_to_depth", {fmt::format("block_size{{{}}}", given.block())}});
}

inline void import_tile(tflite_graph& graph, const tflite_call& call) {
  const auto repeats = graph.facts().integers(call.input(1));
  if (repeats.size() != static_cast<std::size_t>(graph.facts().extents(call.input(0)).rank))
    throw not_importable{"it has not one repeat for each axis; the file is damaged, get it again"};
  import_move(graph, call, {{}, "tile", {list_text("repeats", repeats)}});
}

/// MIRROR_PAD; margins that are too wide for its input are told here, not by the compiler of the network.
inline void import_mirror_pad(tflite_graph& graph, const tflite_call& call) {
  const bool symmetric = options_of(call.call.built_in_as_mirror_pad_options()).symmetric();
  const auto margins = graph.facts().integers(call.input(1));
  const shape from = graph.facts().extents(call.input(0));
  if (margins.size() != 2 * static_cast<std::size_t>(from.rank))
    throw not_importable{"it has not two margins for each axis; the file is damaged, get it again"};
  std::vector<int> before, after;
  for (std::size_t i = 0; i < margins.size(); ++i) {
    const int most = from[static_cast<int>(i / 2)] - (symmetric ? 0 : 1);
    if (margins[i] < 0 || margins[i] > most)
      throw not_importable{"it has a margin below 0 or wider than its input; the file is damaged, get it again"};
    (i % 2 == 0 ? before : after).push_back(margins[i]);
  }
  imported_node node{{}, "mirror_pad", host::margin_attributes(before, after)};
  if (symmetric) node.attributes.push_back("symmetric");
  import_move(graph, call, std::move(node));
}

/// The same elements with other extents, as a node that the file does not have.
inline std::size_t put_reshaped(tflite_graph& graph, const std::string& name, std::size_t from, const shape& extents,
                                bool real) {
  imported_node node{graph.unique(name), "reshape", {list_text("extents", extent_list(extents))}, {from}};
  node.extents = extents;
  node.kept = real;
  return graph.put(std::move(node));
}

/// An axis of a shape, counted from the first.
inline int checked_axis(int given, const shape& extents) {
  const int axis = given < 0 ? given + extents.rank : given;
  if (axis < 0 || axis >= extents.rank)
    throw not_importable{"it names an axis that its tensors lack; the file is damaged, get it again"};
  return axis;
}

/// PACK: every input gets the axis along which they are joined.
inline void import_pack(tflite_graph& graph, const tflite_call& call) {
  const int to = call.output();
  const shape result = graph.facts().extents(to);
  const int axis = checked_axis(options_of(call.call.built_in_as_pack_options()).axis(), result);
  shape part = result;
  part[axis] = 1;
  imported_node joined{graph.name_for(to, "pack"), "concat", {fmt::format("axis{{{}}}", axis)}};
  for (std::size_t i = 0; i < call.inputs.size(); ++i) {
    require_same_type(graph, call.input(i), to);
    require_same_encoding(graph, call.input(i), to);
    if (graph.facts().extents(call.input(i)).size() != part.size() ||
        static_cast<int>(call.inputs.size()) != result[axis])
      throw not_importable{"its inputs are not the parts of its result; the file is damaged, get it again"};
    const std::size_t edge = graph.edge(call.input(i));
    joined.inputs.push_back(put_reshaped(graph, joined.name + ".part", edge, part, graph.facts().is_real(to)));
  }
  if (joined.inputs.empty()) throw not_importable{"it has no inputs; the file is damaged, get it again"};
  graph.result(to, std::move(joined));
}

/// UNPACK: a slice for each result, which loses the axis.
inline void import_unpack(tflite_graph& graph, const tflite_call& call) {
  const int from = call.input(0);
  const shape whole = graph.facts().extents(from);
  const int axis = checked_axis(options_of(call.call.built_in_as_unpack_options()).axis(), whole);
  std::vector<int> begin(static_cast<std::size_t>(whole.rank), 0), end = extent_list(whole);
  if (static_cast<int>(call.outputs.size()) != whole[axis] || whole.rank < 2)
    throw not_importable{
        "its results are not the parts of its input, or scalars; the file is damaged, or keep one axis"};
  for (const int to : call.outputs) {
    require_same_type(graph, from, to);
    require_same_encoding(graph, from, to);
    const shape result = graph.facts().extents(to);
    end[static_cast<std::size_t>(axis)] = begin[static_cast<std::size_t>(axis)] + 1;
    imported_node part{
        graph.unique("unpack"), "slice", {list_text("begin", begin), list_text("end", end)}, {graph.edge(from)}};
    part.extents = whole;
    part.extents[axis] = 1;
    part.kept = graph.facts().is_real(to);
    if (part.extents.size() != result.size())
      throw not_importable{"its results are not the parts of its input; the file is damaged, get it again"};
    const std::size_t sliced = graph.put(std::move(part));
    imported_node flat{graph.name_for(to, "unpack"), "reshape", {list_text("extents", extent_list(result))}, {sliced}};
    graph.result(to, std::move(flat), false);
    ++begin[static_cast<std::size_t>(axis)];
  }
}

/// REVERSE_V2: a slice that walks backwards.
inline void import_reverse(tflite_graph& graph, const tflite_call& call) {
  const shape from = graph.facts().extents(call.input(0));
  std::vector<int> begin(static_cast<std::size_t>(from.rank), 0), end = extent_list(from), strides(begin.size(), 1);
  for (const int given : graph.facts().integers(call.input(1))) {
    const int axis = given < 0 ? given + from.rank : given;
    if (axis < 0 || axis >= from.rank)
      throw not_importable{"it names an axis that its input lacks; the file is damaged"};
    const auto at = static_cast<std::size_t>(axis);
    begin[at] = from[axis] - 1, end[at] = -from[axis] - 1, strides[at] = -1;
  }
  import_move(graph, call,
              {{}, "slice", {list_text("begin", begin), list_text("end", end), list_text("strides", strides)}});
}

/// The node that takes some indices of an axis: a slice where they are evenly spaced, which all backends have.
inline imported_node taken(const shape& from, int axis, const std::vector<int>& picked) {
  const int step = picked.size() < 2 ? 1 : picked[1] - picked[0];
  bool even = step != 0;
  for (std::size_t i = 1; i < picked.size(); ++i) even = even && picked[i] - picked[i - 1] == step;
  if (!even)
    return {{}, "gather", {fmt::format("axis{{{}}}", axis), fmt::format("indices<{}>", fmt::join(picked, ", "))}};
  const auto at = static_cast<std::size_t>(axis);
  std::vector<int> begin(static_cast<std::size_t>(from.rank), 0), end = extent_list(from), strides(begin.size(), 1);
  begin[at] = picked.front();
  end[at] = step > 0 ? picked.back() + 1 : picked.back() - 1 >= 0 ? picked.back() - 1 : -from[axis] - 1;
  strides[at] = step;
  imported_node node{{}, "slice", {list_text("begin", begin), list_text("end", end)}};
  if (step != 1) node.attributes.push_back(list_text("strides", strides));
  return node;
}

/// GATHER with constant indices; where they are not one row of them, a reshape stands behind it.
inline void import_gather(tflite_graph& graph, const tflite_call& call) {
  const auto& given = options_of(call.call.built_in_as_gather_options());
  const shape from = graph.facts().extents(call.input(0));
  const shape result = graph.facts().extents(call.output());
  const auto picked = graph.facts().integers(call.input(1));
  const int axis = given.axis() < 0 ? given.axis() + from.rank : given.axis();
  if (given.batches() != 0) throw not_importable{"it gathers batch by batch; gather along one axis"};
  if (axis < 0 || axis >= from.rank || picked.empty())
    throw not_importable{"it names an axis that its input lacks, or no indices; the file is damaged, get it again"};
  for (const int index : picked)
    if (index < 0 || index >= from[axis])
      throw not_importable{"it has an index beyond its axis; the file is damaged, get it again"};
  imported_node node = taken(from, axis, picked);
  shape made = from;
  made[axis] = static_cast<int>(picked.size());
  if (made == result) return import_move(graph, call, std::move(node));
  if (result.rank == 0 || result.size() != made.size())
    throw not_importable{"its result is a scalar or has another size than its indices ask for; keep one axis"};
  require_same_encoding(graph, call.input(0), call.output());
  require_same_type(graph, call.input(0), call.output());
  node.name = graph.unique("gather");
  node.inputs = {graph.edge(call.input(0))};
  node.kept = graph.facts().is_real(call.output());
  node.extents = made;
  const std::size_t inner = graph.put(std::move(node));
  imported_node shaped{
      graph.name_for(call.output(), "gather"), "reshape", {list_text("extents", extent_list(result))}, {inner}};
  graph.result(call.output(), std::move(shaped), false);
}

}  // namespace tenon::host::detail
