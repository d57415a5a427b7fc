// SPDX-License-Identifier: Apache-2.0
// Imports Resize and Upsample of an .onnx file where tenon has a rule that picks the same pixels for this very size.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <tenon/host/import/onnx_graph.hpp>
#include <tenon/host/import/onnx_window.hpp>
#include <tenon/op/resize.hpp>

namespace tenon::host::detail {

/// One axis of a Resize as ONNX defines it.
struct onnx_resampling {
  int in = 1, out = 1;
  double scale = 1.0;
  std::string points{}, rounding{};

  /// Where an element of the result lies in the input.
  double position(int index) const {
    const double x = index;
    if (points == "half_pixel") return (x + 0.5) / scale - 0.5;
    if (points == "pytorch_half_pixel") return out > 1 ? (x + 0.5) / scale - 0.5 : 0.0;
    if (points == "align_corners") return out == 1 ? 0.0 : x * (in - 1) / (in * scale - 1.0);
    if (points == "asymmetric") return x / scale;
    throw not_importable{"its coordinates are " + plain_name(points) +
                         "; use half_pixel, pytorch_half_pixel, align_corners or asymmetric"};
  }
  int nearest(int index) const {
    const double at = position(index);
    const double whole = rounding == "floor"               ? std::floor(at)
                         : rounding == "ceil"              ? std::ceil(at)
                         : rounding == "round_prefer_ceil" ? std::floor(at + 0.5)
                                                           : std::ceil(at - 0.5);
    return static_cast<int>(std::clamp(whole, 0.0, static_cast<double>(in - 1)));
  }
  double between(int index) const { return std::clamp(position(index), 0.0, static_cast<double>(in - 1)); }
};

/// True if tenon's rule with these points takes the same pixels, or pixels in the same shares.
inline bool resamples_alike(const onnx_resampling& wanted, sampling points, bool linear) {
  const op::resampling own{wanted.in, wanted.out, points};
  for (int i = 0; i < wanted.out; ++i) {
    if (!linear && own.nearest_to(i) != wanted.nearest(i)) return false;
    if (!linear) continue;
    const auto tap = own.between(i);
    const double at = tap.low == tap.high ? tap.low : tap.low + static_cast<double>(tap.fraction);
    if (std::abs(at - wanted.between(i)) > 1e-5 * wanted.in) return false;
  }
  return true;
}

/// The scales or sizes of a call for each of the file's axes: rows and columns alone may change.
struct resized_axes {
  std::vector<double> scales{};
  std::vector<std::int64_t> sizes{};
};
inline resized_axes resized_axes_of(const onnx_graph& graph, const onnx_call& call, const shape& given) {
  const bool upsample = call.node().word == "Upsample";
  const std::size_t at = upsample || call.opset() < 11 ? 1 : 2;
  resized_axes made{std::vector<double>(4, 1.0), extents_of(given)};
  std::vector<double> scales, sizes;
  if (upsample && call.opset() < 9) {
    const auto& reals = call.attribute("scales").reals;
    scales.assign(reals.begin(), reals.end());
  } else if (call.has_input(at)) {
    scales = numbers_of(graph.constant_input(call, at));
  }
  if (scales.empty() && call.has_input(3)) sizes = numbers_of(graph.constant_input(call, 3));
  auto axes = call.integers("axes");
  for (std::int64_t axis = 0; axes.empty() && axis < 4; ++axis) axes = {0, 1, 2, 3};
  if (std::max(scales.size(), sizes.size()) != axes.size())
    throw not_importable{"it has not one scale or size for each axis; export it again"};
  for (std::size_t i = 0; i < axes.size(); ++i) {
    const auto axis = static_cast<std::size_t>(axis_in(axes[i], 4));
    const double in = given[static_cast<int>(axis)];
    made.scales[axis] = sizes.empty() ? scales[i] : sizes[i] / in;
    const double size = sizes.empty() ? std::floor(in * scales[i]) : sizes[i];
    if (!(size >= 1.0 && size <= 65536.0))
      throw not_importable{"it makes an image of no size or a huge one; export it again"};
    made.sizes[axis] = static_cast<std::int64_t>(size);
  }
  if (made.sizes[0] != given[0] || made.sizes[1] != given[1])
    throw not_importable{"it resizes the batch or the channels; tenon resizes rows and columns"};
  return made;
}

inline void import_resize(onnx_graph& graph, const onnx_call& call) {
  const onnx_image image = image_of(graph, graph.value(call.input(0)));
  if (image.is_row) throw not_importable{"it resizes something that is no image; give it rows and columns"};
  const bool old = call.node().word == "Upsample" || call.opset() < 11;
  const std::string points = old ? "asymmetric" : call.text("coordinate_transformation_mode", "half_pixel");
  const std::string rounding = old ? "floor" : call.text("nearest_mode", "round_prefer_floor");
  const std::string mode = call.text("mode", "nearest");
  call.ignore({"cubic_coeff_a", "extrapolation_value", "exclude_outside"});
  if (mode != "nearest" && mode != "linear" && mode != "bilinear")
    throw not_importable{"its mode is " + plain_name(mode) + "; use nearest or linear"};
  if (call.integer("antialias", 0) != 0 || call.text("keep_aspect_ratio_policy", "stretch") != "stretch")
    throw not_importable{"it smooths or keeps the aspect ratio; export it without"};
  const bool linear = mode != "nearest";
  const resized_axes wanted = resized_axes_of(graph, call, image.extents);
  const onnx_resampling rows{image.extents[2], narrow(wanted.sizes[2]), wanted.scales[2], points, rounding};
  const onnx_resampling columns{image.extents[3], narrow(wanted.sizes[3]), wanted.scales[3], points, rounding};
  imported_node node{graph.name_for(call, "resize"),
                     "resize",
                     {fmt::format("image_size{{{}, {}}}", rows.out, columns.out), linear ? "bilinear" : "nearest"}};
  node.inputs = {image.node};
  constexpr std::array known{std::pair{asymmetric, ""}, std::pair{half_pixel, "half_pixel"},
                             std::pair{align_corners, "align_corners"}};
  for (const auto& [own, word] : known) {
    if (!resamples_alike(rows, own, linear) || !resamples_alike(columns, own, linear)) continue;
    if (*word != '\0') node.attributes.emplace_back(word);
    return image_result(graph, call, std::move(node), shape_of_extents(wanted.sizes), false);
  }
  throw not_importable{"it picks other pixels than tenon can (" + plain_name(points) + ", " + plain_name(rounding) +
                       "); use asymmetric with floor, or half_pixel"};
}

}  // namespace tenon::host::detail
