// SPDX-License-Identifier: Apache-2.0
// An edge of an .onnx file and the order in which the network stores its axes: images channels last, whatever the file
// says.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <tenon/core/shape.hpp>

namespace tenon::host {

/// The axes 0, 1, 2, ...: stored as the file says.
inline std::vector<int> in_file_order(int rank) {
  std::vector<int> order;
  for (int axis = 0; axis < rank; ++axis) order.push_back(axis);
  return order;
}

/// The axes of an image that the file keeps as (batch, channels, rows, columns): channels behind all others. Below
/// three axes there is no image, and channels stand last already.
inline std::vector<int> channels_last(int rank) {
  std::vector<int> order = in_file_order(rank);
  if (rank < 3) return order;
  order.erase(order.begin() + 1);
  order.push_back(1);
  return order;
}

/// The extents of axes taken in an order.
inline shape permuted(const shape& extents, const std::vector<int>& order) {
  shape made;
  for (const int axis : order) made.push_back(extents[axis]);
  return made;
}

/// Where an order has an axis.
inline int place_of(const std::vector<int>& order, int axis) {
  int place = 0;
  while (order[static_cast<std::size_t>(place)] != axis) ++place;
  return place;
}

/// A tensor of the file and the node whose edge holds it. Axis i of the edge is the file's axis order[i].
struct onnx_value {
  std::size_t node = 0;
  shape extents{};  ///< as the file sees them
  std::vector<int> order{};
  /// Of an image flattened into the last axis: its extents as the file sees them. The edge holds it channels last, so
  /// that a dense layer behind it takes its weights in another order, or somebody puts the elements in the file's.
  shape flattened{};
  bool quantized = false;  ///< readers compute with the integers that stand for it

  shape stored() const { return permuted(extents, order); }
  bool is_in_file_order() const { return flattened.rank == 0 && order == in_file_order(extents.rank); }
};

namespace detail {

/// Axes of more than one element, in an order. The others may stand anywhere.
inline std::vector<int> wide_axes(const shape& extents, const std::vector<int>& order) {
  std::vector<int> wide;
  for (const int axis : order)
    if (extents[axis] != 1) wide.push_back(axis);
  return wide;
}

/// Axes that a reshape merges or splits, with those that come of them.
struct axis_group {
  std::vector<int> from{};
  std::vector<int> to{};
};

inline std::vector<axis_group> groups_of_axes(const shape& from, const shape& to) {
  const auto old = wide_axes(from, in_file_order(from.rank));
  const auto made = wide_axes(to, in_file_order(to.rank));
  std::vector<axis_group> groups;
  for (std::size_t i = 0, k = 0; i < old.size() && k < made.size();) {
    axis_group next{{old[i]}, {made[k]}};
    std::int64_t have = from[old[i++]], want = to[made[k++]];
    while (have != want) {
      if (have < want) {
        have *= from[old[i]];
        next.from.push_back(old[i++]);
      } else {
        want *= to[made[k]];
        next.to.push_back(made[k++]);
      }
    }
    groups.push_back(next);
  }
  return groups;
}

/// The whole order of a shape whose wide axes stand in this one: a usual order if it agrees, else narrow axes in front.
inline std::vector<int> whole_order(const shape& extents, const std::vector<int>& wide) {
  for (const auto& usual : {in_file_order(extents.rank), channels_last(extents.rank)})
    if (wide_axes(extents, usual) == wide) return usual;
  std::vector<int> order;
  for (int axis = 0; axis < extents.rank; ++axis)
    if (extents[axis] == 1) order.push_back(axis);
  order.insert(order.end(), wide.begin(), wide.end());
  return order;
}

}  // namespace detail

/// True if two orders put the elements in the same places, as only axes of one element stand elsewhere.
inline bool places_agree(const shape& extents, const std::vector<int>& a, const std::vector<int>& b) {
  return detail::wide_axes(extents, a) == detail::wide_axes(extents, b);
}

/// The value after a transposition as the file sees it: nothing moves, its axes only have other numbers.
inline onnx_value transposed_value(const onnx_value& value, const std::vector<int>& permutation) {
  onnx_value made{value.node, permuted(value.extents, permutation), {}, {}, value.quantized};
  for (const int axis : value.order) made.order.push_back(place_of(permutation, axis));
  return made;
}

/// How a value is stored after a reshape to as many elements that moves none of them; empty if elements must move. Axes
/// that are merged must be stored side by side as in the file, and those that one is split into will be.
inline std::vector<int> order_after_reshape(const onnx_value& value, const shape& wanted) {
  const auto groups = detail::groups_of_axes(value.extents, wanted);
  const auto stored = detail::wide_axes(value.extents, value.order);
  std::vector<int> wide;
  for (std::size_t at = 0; at < stored.size();) {
    const auto group =
        std::find_if(groups.begin(), groups.end(), [&](const auto& each) { return each.from.front() == stored[at]; });
    if (group == groups.end()) return {};
    for (const int axis : group->from)
      if (at >= stored.size() || stored[at++] != axis) return {};
    wide.insert(wide.end(), group->to.begin(), group->to.end());
  }
  return detail::whole_order(wanted, wide);
}

}  // namespace tenon::host
