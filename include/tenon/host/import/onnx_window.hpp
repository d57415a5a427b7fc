// SPDX-License-Identifier: Apache-2.0
// Windows that slide over images in .onnx files: padding in numbers, and images of one axis as images of one row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/import/onnx_graph.hpp>

namespace tenon::host::detail {

/// An image of (batch, channels, rows, columns), stored channels last. One of (batch, channels, columns) gets a row.
struct onnx_image {
  std::size_t node = 0;
  shape extents{};
  bool is_row = false;
};

inline onnx_image image_of(onnx_graph& graph, const onnx_value& given) {
  const int rank = given.extents.rank;
  if (rank != 3 && rank != 4)
    throw not_importable{
        fmt::format("its input has {} axes, but tenon slides over images of one or two axes besides "
                    "batch and channels; reshape it",
                    rank)};
  const onnx_value value = graph.as_image(given);
  if (rank == 4) return {value.node, value.extents, false};
  const shape& row = value.extents;
  const shape stored = shape_of(row[0], 1, row[2], row[1]);
  return {graph.put_reshape(graph.model().nodes[value.node].name + ".row", value.node, stored),
          shape_of(row[0], row[1], 1, row[2]), true};
}

/// Adds the named node that makes an image out of another, and takes the row away that was added before.
inline void image_result(onnx_graph& graph, const onnx_call& call, imported_node node, const shape& extents,
                         bool is_row) {
  if (!is_row) {
    graph.result(call, std::move(node), extents, channels_last(4));
    return;
  }
  const std::string name = node.name;
  node.extents = permuted(extents, channels_last(4));
  const std::size_t inner = graph.put(std::move(node));
  if (graph.is_output(call.output())) rename_node(graph.model(), inner, graph.names().unique(name + ".rows"));
  const shape flat = shape_of(extents[0], extents[1], extents[3]);
  imported_node end{graph.is_output(call.output()) ? name : graph.names().unique(name + ".flat"),
                    "reshape",
                    {fmt::format("extents{{{}, {}, {}}}", flat[0], flat[2], flat[1])},
                    {inner}};
  graph.result(call, std::move(end), flat, channels_last(3));
}

/// A window along one axis.
struct onnx_slide {
  int size = 1, step = 1, spread = 1, before = 0, after = 0, in = 1, out = 1;

  int reach() const noexcept { return (size - 1) * spread + 1; }
};

/// The number that an attribute has for an axis, of an image that may have got one in front.
inline int number_for(const std::vector<std::int64_t>& numbers, std::size_t axis, std::size_t axes, int otherwise) {
  if (numbers.empty() || axis + axes < 2) return otherwise;
  if (numbers.size() < axes) throw not_importable{"an attribute has not one number for each axis; export it again"};
  return narrow(numbers[axis + axes - 2]);
}

inline void count_windows(onnx_slide& slide, bool rounds_up) {
  const std::int64_t room = std::int64_t{slide.in} + slide.before + slide.after - slide.reach();
  if (room < 0) throw not_importable{"its window reaches beyond the padded image; make it smaller or pad more"};
  std::int64_t out = (room + (rounds_up ? slide.step - 1 : 0)) / slide.step + 1;
  // A window that would start behind the image is none.
  if (rounds_up && (out - 1) * slide.step >= std::int64_t{slide.in} + slide.before) --out;
  slide.out = static_cast<int>(out);
  const std::int64_t beyond = (out - 1) * slide.step + slide.reach() - slide.in - slide.before - slide.after;
  if (beyond > 0) slide.after += static_cast<int>(beyond);
}

/// What `auto_pad` adds along an axis: as much as keeps ceil(in / step) windows, the odd one behind or in front.
inline void pad_same(onnx_slide& slide, bool odd_behind) {
  const int out = (slide.in + slide.step - 1) / slide.step;
  const int total = std::max(0, (out - 1) * slide.step + slide.reach() - slide.in);
  slide.before = odd_behind ? total / 2 : total - total / 2;
  slide.after = total - slide.before;
}

/// A window over rows and columns.
struct onnx_window {
  onnx_slide rows{}, columns{};

  /// Its attributes, where they say something.
  std::vector<std::string> attributes() const {
    std::vector<std::string> made{fmt::format("window{{{}, {}}}", rows.size, columns.size)};
    if (rows.step != 1 || columns.step != 1) made.push_back(fmt::format("stride{{{}, {}}}", rows.step, columns.step));
    if (rows.spread != 1 || columns.spread != 1)
      made.push_back(fmt::format("dilation{{{}, {}}}", rows.spread, columns.spread));
    if (rows.before != 0 || rows.after != 0 || columns.before != 0 || columns.after != 0)
      made.push_back(fmt::format("padding{{{}, {}, {}, {}}}", rows.before, rows.after, columns.before, columns.after));
    return made;
  }
};

/// The window of a call over an image: its size is given, all else the call's attributes say.
inline onnx_window window_of(const onnx_call& call, const std::vector<std::int64_t>& size, const onnx_image& image) {
  const std::size_t axes = image.is_row ? 1 : 2;
  if (size.size() != axes)
    throw not_importable{"its window has not one extent for each axis of the image; export it again"};
  const auto steps = call.integers("strides"), spreads = call.integers("dilations"), pads = call.integers("pads");
  const std::string padding = call.text("auto_pad", "NOTSET");
  const bool rounds_up = call.integer("ceil_mode", 0) != 0;
  if (!pads.empty() && pads.size() != 2 * axes)
    throw not_importable{"its padding has not two numbers for each axis; export it again"};
  onnx_window made;
  for (std::size_t axis = 0; axis < 2; ++axis) {
    onnx_slide& slide = axis == 0 ? made.rows : made.columns;
    slide.in = image.extents[static_cast<int>(axis) + 2];
    slide.size = number_for(size, axis, axes, 1);
    slide.step = number_for(steps, axis, axes, 1);
    slide.spread = number_for(spreads, axis, axes, 1);
    constexpr int most = 1 << 14;
    for (const int number : {slide.size, slide.step, slide.spread})
      if (number < 1 || number > most)
        throw not_importable{"its window, stride or dilation is below 1; export it again"};
    if (axis + axes >= 2 && (padding == "SAME_UPPER" || padding == "SAME_LOWER")) {
      pad_same(slide, padding == "SAME_UPPER");
    } else if (axis + axes >= 2 && padding != "VALID" && !pads.empty()) {
      slide.before = narrow(pads[axis + axes - 2]);
      slide.after = narrow(pads[2 * axes - 2 + axis]);
    }
    if (slide.before < 0 || slide.after < 0 || slide.before > most || slide.after > most)
      throw not_importable{"its padding is below 0; cut with a slice instead"};
    count_windows(slide, rounds_up);
  }
  return made;
}

/// The extents of an image under a window, with these channels.
inline shape slid_extents(const onnx_image& image, const onnx_window& window, int channels) {
  return shape_of(image.extents[0], channels, window.rows.out, window.columns.out);
}

}  // namespace tenon::host::detail
