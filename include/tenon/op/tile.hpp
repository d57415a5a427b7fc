// SPDX-License-Identifier: Apache-2.0
// tile: a tensor side by side with itself.
#pragma once

#include <span>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/axis_list.hpp>
#include <tenon/op/movement.hpp>
#include <tenon/op/selection.hpp>

namespace tenon {

/// How often a tensor stands along each axis.
struct repeats : axis_list {
  using axis_list::axis_list;
};

namespace op {

/// Repeats a tensor along its axes. Attribute: `repeats`, one number for each axis. Rule: TFLite TILE, NumPy's tile.
template <auto... Attributes>
struct tile_ : movement {
  static constexpr std::string_view word = "tile";
  using attributes = attribute_types<repeats>;
  static constexpr repeats times = attribute_or<repeats>({}, Attributes...);

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& x = inputs[0].tensor;
    if (times.count != x.extents.rank)
      return refuse("tenon: tile has not one number of repeats for each axis; give as many as its input has axes");
    shape result = x.extents;
    for (int axis = 0; axis < result.rank; ++axis) {
      if (times[axis] < 1) return refuse("tenon: tile repeats an axis less than once; give repeats of 1 or more");
      result[axis] *= times[axis];
    }
    return accept(x.type, result, inputs[0].code);
  }

  static constexpr bool is_identity(std::span<const edge_type> inputs) noexcept {
    return infer(inputs).edge.tensor == inputs[0].tensor;
  }

  static constexpr int source_of(const shape& extents, int axis, int index) noexcept { return index % extents[axis]; }
};

/// Repeats of an edge: `tile<"rows", repeats{4, 1}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, tile_<Attributes...>> tile{};

}  // namespace op
}  // namespace tenon
