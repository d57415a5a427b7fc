// SPDX-License-Identifier: Apache-2.0
// Imports the operators of a .tflite file that move values or change their encoding.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/import/tflite_graph.hpp>
#include <tenon/host/import/tflite_linear.hpp>
#include <tenon/host/import/tflite_plain.hpp>

namespace tenon::host::detail {

/// A node that moves values, which keep their encoding.
inline void import_move(tflite_graph& graph, const tflite_call& call, imported_node node) {
  require_same_encoding(graph, call.input(0), call.output());
  import_function(graph, call, std::move(node), false);
}

/// RESHAPE, SQUEEZE, EXPAND_DIMS: the extents of the result say all.
inline void import_reshape(tflite_graph& graph, const tflite_call& call) {
  const shape result = graph.facts().extents(call.output());
  if (result.size() != graph.facts().extents(call.input(0)).size())
    throw not_importable{"it changes the number of elements; the file is damaged, get it again"};
  if (result.rank == 0) throw not_importable{"its result is a scalar; keep one axis"};
  import_move(graph, call, {{}, "reshape", {list_text("extents", extent_list(result))}});
}

inline void import_transpose(tflite_graph& graph, const tflite_call& call) {
  import_move(graph, call, {{}, "transpose", {list_text("permutation", graph.facts().integers(call.input(1)))}});
}

/// Margins of a pad, as "padding" where only rows and columns of an image get some.
inline std::vector<std::string> pad_attributes(const std::vector<int>& margins) {
  if (std::any_of(margins.begin(), margins.end(), [](int margin) { return margin < 0; }))
    throw not_importable{"it has a margin below 0; cut with a slice instead"};
  std::vector<int> before, after;
  for (std::size_t axis = 0; axis < margins.size() / 2; ++axis) {
    before.push_back(margins[2 * axis]);
    after.push_back(margins[2 * axis + 1]);
  }
  return tenon::host::margin_attributes(before, after);
}

inline void import_pad(tflite_graph& graph, const tflite_call& call) {
  const auto margins = graph.facts().integers(call.input(1));
  if (margins.size() != 2 * static_cast<std::size_t>(graph.facts().extents(call.input(0)).rank))
    throw not_importable{"it has not two margins for each axis; the file is damaged, get it again"};
  import_move(graph, call, {{}, "pad", pad_attributes(margins)});
}

/// PAD with a value of its own.
inline void import_pad_value(tflite_graph& graph, const tflite_call& call) {
  const auto margins = graph.facts().integers(call.input(1));
  const imported_array fill = graph.facts().array(call.input(2));
  if (fill.reals.size() + fill.bytes.size() + fill.words.size() != 1 || !(fill.words.empty() || fill.scales.size() == 1))
    throw not_importable{"its fill is not one number; give one float32, int8 or int16"};
  if (margins.size() != 2 * static_cast<std::size_t>(graph.facts().extents(call.input(0)).rank))
    throw not_importable{"it has not two margins for each axis; the file is damaged, get it again"};
  require_same_encoding(graph, call.input(2), call.output());
  const float value =
      !fill.reals.empty()
          ? fill.reals[0]
          : dequantize_value(fill.bytes.empty() ? fill.words[0] : fill.bytes[0], graph.facts().code(call.input(2)));
  imported_node node{{}, "pad", pad_attributes(margins)};
  node.attributes.push_back("fill{" + float_text(value) + "}");
  import_move(graph, call, std::move(node));
}

template <class Options>
void import_resize(tflite_graph& graph, const tflite_call& call, const char* method, const Options& given) {
  const auto size = graph.facts().integers(call.input(1));
  if (size.size() != 2)
    throw not_importable{"it has not one size for rows and one for columns; the file is damaged, get it again"};
  if (given.align_corners() && given.half_pixel_centers())
    throw not_importable{"it aligns corners and pixel centres at once; choose one of them"};
  imported_node node{{}, "resize", {fmt::format("image_size{{{}, {}}}", size[0], size[1]), method}};
  if (given.align_corners()) node.attributes.push_back("align_corners");
  if (given.half_pixel_centers()) node.attributes.push_back("half_pixel");
  import_move(graph, call, std::move(node));
}
inline void import_resize_bilinear(tflite_graph& graph, const tflite_call& call) {
  import_resize(graph, call, "bilinear", options_of(call.call.built_in_as_resize_bilinear_options()));
}
inline void import_resize_nearest(tflite_graph& graph, const tflite_call& call) {
  import_resize(graph, call, "nearest", options_of(call.call.built_in_as_resize_nearest_options()));
}

/// STRIDED_SLICE with its masks written out, and axes that it drops taken away by a reshape behind it.
inline void import_strided_slice(tflite_graph& graph, const tflite_call& call) {
  const auto& given = options_of(call.call.built_in_as_strided_slice_options());
  const shape from = graph.facts().extents(call.input(0));
  std::vector<int> begin = graph.facts().integers(call.input(1));
  std::vector<int> end = graph.facts().integers(call.input(2));
  std::vector<int> strides = graph.facts().integers(call.input(3));
  const auto rank = static_cast<std::size_t>(from.rank);
  if (begin.size() != end.size() || begin.size() != strides.size() || begin.size() > rank)
    throw not_importable{"its begin, end and strides are not one for each axis; the file is damaged, get it again"};
  if (given.ellipsis_mask() != 0 || given.new_axis_mask() != 0 || given.offset())
    throw not_importable{"it uses an ellipsis, new axes or offsets; convert the model with plain slices"};
  shape taken;
  for (std::size_t axis = 0; axis < rank; ++axis) {
    const int extent = from[static_cast<int>(axis)];
    const bool open = axis >= begin.size();
    if (open) begin.push_back(0), end.push_back(extent), strides.push_back(1);
    const int bit = 1 << axis;
    if (strides[axis] == 0) throw not_importable{"it has a stride of 0; the file is damaged, get it again"};
    if ((given.begin_mask() & bit) != 0) begin[axis] = strides[axis] > 0 ? 0 : extent - 1;
    if ((given.end_mask() & bit) != 0) end[axis] = strides[axis] > 0 ? extent : -extent - 1;
    if ((given.shrink_axis_mask() & bit) != 0) {
      if (begin[axis] < -extent || begin[axis] >= extent)
        throw not_importable{"it reaches beyond its input; the file is damaged, get it again"};
      if (begin[axis] < 0) begin[axis] += extent;
      end[axis] = begin[axis] + 1;
      strides[axis] = 1;
    }
    taken.push_back((given.shrink_axis_mask() & bit) != 0 ? 1 : 0);
  }
  imported_node node{{}, "slice", {list_text("begin", begin), list_text("end", end)}};
  if (std::any_of(strides.begin(), strides.end(), [](int step) { return step != 1; }))
    node.attributes.push_back(list_text("strides", strides));
  const shape result = graph.facts().extents(call.output());
  if (result.rank == from.rank) return import_move(graph, call, std::move(node));
  if (result.rank == 0) throw not_importable{"its result is a scalar; keep one axis"};
  require_same_encoding(graph, call.input(0), call.output());
  node.name = graph.unique("slice");
  node.inputs = {graph.edge(call.input(0))};
  node.kept = graph.facts().is_real(call.output());
  int next = 0;
  for (int axis = 0; axis < from.rank; ++axis)
    node.extents.push_back(taken[axis] == 1 || next >= result.rank ? 1 : result[next++]);
  const std::size_t sliced = graph.put(std::move(node));
  imported_node flat{
      graph.name_for(call.output(), "slice"), "reshape", {list_text("extents", extent_list(result))}, {sliced}};
  graph.result(call.output(), std::move(flat), false);
}

inline void import_slice(tflite_graph& graph, const tflite_call& call) {
  const shape from = graph.facts().extents(call.input(0));
  const auto begin = graph.facts().integers(call.input(1));
  std::vector<int> end = graph.facts().integers(call.input(2));
  if (begin.size() != static_cast<std::size_t>(from.rank) || end.size() != begin.size())
    throw not_importable{"its begin and size are not one for each axis; the file is damaged, get it again"};
  for (std::size_t axis = 0; axis < end.size(); ++axis) {
    const int extent = from[static_cast<int>(axis)];
    if (begin[axis] < 0 || begin[axis] >= extent || end[axis] > extent - begin[axis])
      throw not_importable{"it reaches beyond its input; the file is damaged, get it again"};
    end[axis] = end[axis] < 0 ? extent : begin[axis] + end[axis];
  }
  import_move(graph, call, {{}, "slice", {list_text("begin", begin), list_text("end", end)}});
}

/// The one axis that a constant names, counted from the first.
inline int named_axis(const tflite_graph& graph, int tensor, const shape& extents) {
  const auto axes = graph.facts().integers(tensor);
  const int axis = axes.size() != 1 ? extents.rank : axes[0] < 0 ? axes[0] + extents.rank : axes[0];
  if (axis < 0 || axis >= extents.rank)
    throw not_importable{"it has not one axis of its input; the file is damaged, get it again"};
  return axis;
}

/// A slice for each part of a tensor.
inline void import_parts(tflite_graph& graph, const tflite_call& call, int input, int axis,
                         const std::vector<int>& sizes) {
  const shape from = graph.facts().extents(input);
  std::vector<int> begin(static_cast<std::size_t>(from.rank), 0);
  std::vector<int> end = extent_list(from);
  int& first = begin[static_cast<std::size_t>(axis)];
  int& last = end[static_cast<std::size_t>(axis)];
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (sizes.size() != call.outputs.size() || sizes[i] < 1 || sizes[i] > from[axis] - first)
      throw not_importable{"its parts are not those of its input; the file is damaged, get it again"};
    last = first + sizes[i];
    const tflite_call part{call.call, {input}, {call.outputs[i]}};
    import_move(graph, part, {{}, "slice", {list_text("begin", begin), list_text("end", end)}});
    first = last;
  }
}

/// Equal parts.
inline void import_split(tflite_graph& graph, const tflite_call& call) {
  const auto parts = static_cast<int>(call.outputs.size());
  const shape from = graph.facts().extents(call.input(1));
  const int axis = named_axis(graph, call.input(0), from);
  if (parts < 1 || from[axis] % parts != 0)
    throw not_importable{"its parts are not those of its input; the file is damaged, get it again"};
  import_parts(graph, call, call.input(1), axis, std::vector<int>(call.outputs.size(), from[axis] / parts));
}

/// Parts of given sizes, of which one may be -1: what is left.
inline void import_split_v(tflite_graph& graph, const tflite_call& call) {
  std::vector<int> sizes = graph.facts().integers(call.input(1));
  const shape from = graph.facts().extents(call.input(0));
  const int axis = named_axis(graph, call.input(2), from);
  std::int64_t left = from[axis];
  for (const int size : sizes) left -= std::max(size, 0);
  if (const auto open = std::find(sizes.begin(), sizes.end(), -1); open != sizes.end())
    *open = static_cast<int>(std::clamp<std::int64_t>(left, 0, from[axis]));
  import_parts(graph, call, call.input(0), axis, sizes);
}

inline void import_concat(tflite_graph& graph, const tflite_call& call) {
  const auto& given = options_of(call.call.built_in_as_concatenation_options());
  if (given.fused() != tflite::activation::none)
    throw not_importable{"it has a fused activation; make that a layer of its own"};
  if (call.inputs.empty()) throw not_importable{"it has no inputs; the file is damaged, get it again"};
  imported_node node{graph.name_for(call.output(), "concat"), "concat", {fmt::format("axis{{{}}}", given.axis())}};
  for (std::size_t i = 0; i < call.inputs.size(); ++i) {
    require_same_type(graph, call.input(i), call.output());
    require_same_encoding(graph, call.input(i), call.output());
    node.inputs.push_back(graph.edge(call.input(i)));
  }
  graph.result(call.output(), std::move(node));
}

inline std::string encoded_text(encoding code) {
  return fmt::format("encoded{{{{{}, {}}}}}", float_text(code.scale), code.zero_point);
}

/// float32 to integers, or a change of encoding. Real numbers that integers are made of get the encoding themselves:
/// where readers compute with integers, tenon converts. uint8 are made only where they leave the network.
inline void import_quantize(tflite_graph& graph, const tflite_call& call) {
  const tflite_tensors& facts = graph.facts();
  const int from = call.input(0);
  const int to = call.output();
  if (!facts.is_integer(to) || !(facts.is_real(from) || facts.is_integer(from)))
    throw not_importable{"it converts " + type_name(facts.type(from)) + " to " + type_name(facts.type(to)) +
                         ", for which tenon has no kernel; use float32 or int8 inputs and outputs"};
  const bool leaves_unsigned = graph.is_output(to) && facts.is_unsigned(to);
  std::vector<std::string> attributes{encoded_text(leaves_unsigned ? facts.code_as_given(to) : facts.code(to))};
  if (leaves_unsigned) attributes.insert(attributes.begin(), "u8");
  else if (facts.is_integer(from) && facts.is_int16(from) != facts.is_int16(to))
    attributes.insert(attributes.begin(), facts.is_int16(to) ? "i16" : "i8");
  if (facts.is_integer(from)) return import_conversion(graph, call, {{}, "requantize", attributes}, false);
  if (facts.is_int16(to)) attributes.insert(attributes.begin(), "i16");
  if (graph.is_output(to)) return import_conversion(graph, call, {{}, "quantize", attributes}, false);
  graph.set_edge(to, graph.encode(graph.edge(from), facts.code(to), facts.is_int16(to)));
}

/// int8 to float32: readers in real numbers make tenon convert. Of a constant, as with float16 weights, only the element
/// type changes.
inline void import_dequantize(tflite_graph& graph, const tflite_call& call) {
  if (graph.facts().is_constant(call.input(0)) && graph.facts().type(call.input(0)) == tflite::tensor_type::float16)
    return graph.facts().stands_for(call.output(), call.input(0));
  if (!graph.facts().is_integer(call.input(0)) || !graph.facts().is_real(call.output()))
    throw not_importable{"it converts " + type_name(graph.facts().type(call.input(0))) +
                         "; tenon converts int8, uint8 and int16 to float32"};
  if (graph.is_output(call.output())) return import_conversion(graph, call, {{}, "output"}, false);
  graph.set_edge(call.output(), graph.edge(call.input(0)));
}

}  // namespace tenon::host::detail
