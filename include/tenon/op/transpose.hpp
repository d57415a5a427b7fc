// SPDX-License-Identifier: Apache-2.0
// transpose: axes in another order.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/axis_list.hpp>
#include <tenon/op/movement.hpp>

namespace tenon {

/// Which axis of the input each axis of the result is.
struct permutation : axis_list {
  using axis_list::axis_list;
};

namespace op {

/// Axis i of the result is axis permutation[i] of the input. Attribute: `permutation`; without it the axes
/// are reversed. Rule: TFLite TRANSPOSE.
template <auto... Attributes>
struct transpose_ : movement {
  static constexpr std::string_view word = "transpose";
  using attributes = attribute_types<permutation>;
  static constexpr bool writes_rows = true;
  static constexpr permutation given = attribute_or<permutation>({}, Attributes...);

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const shape& x = inputs[0].tensor.extents;
    if (!permutes(x.rank))
      return refuse("tenon: transpose has no permutation of the axes of its input; name each axis once");
    shape result;
    for (int axis = 0; axis < x.rank; ++axis) result.push_back(x[source_of_axis(axis, x.rank)]);
    return accept(inputs[0].tensor.type, result, inputs[0].code);
  }

  static constexpr bool is_identity(std::span<const edge_type> inputs) noexcept {
    const int rank = inputs[0].tensor.extents.rank;
    for (int axis = 0; axis < rank; ++axis)
      if (source_of_axis(axis, rank) != axis) return false;
    return true;
  }

  static constexpr strided view(const shape& extents) noexcept {
    const auto dense = steps_of_axes(extents);
    strided turned;
    for (int axis = 0; axis < extents.rank; ++axis)
      turned.steps[static_cast<std::size_t>(axis)] =
          dense[static_cast<std::size_t>(source_of_axis(axis, extents.rank))];
    return turned;
  }

 private:
  static constexpr int source_of_axis(int axis, int rank) noexcept {
    return given.count == 0 ? rank - 1 - axis : given[axis];
  }

  static constexpr bool permutes(int rank) noexcept {
    if (given.count == 0) return true;
    if (given.count != rank) return false;
    unsigned seen = 0;
    for (int axis = 0; axis < rank; ++axis)
      if (given[axis] >= 0 && given[axis] < rank) seen |= 1u << given[axis];
    return seen == (1u << rank) - 1;
  }
};

/// Axes in another order: `transpose<"channels.first", permutation{2, 0, 1}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, transpose_<Attributes...>> transpose{};

}  // namespace op
}  // namespace tenon
