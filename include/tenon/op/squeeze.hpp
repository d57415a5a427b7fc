// SPDX-License-Identifier: Apache-2.0
// squeeze: axes of one element are left out; nothing moves.
#pragma once

#include <span>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/movement.hpp>
#include <tenon/op/reduction.hpp>

namespace tenon::op {

/// Leaves out axes of one element. Attribute: `axes`, all of one element unless given. Rule: TFLite SQUEEZE.
template <auto... Attributes>
struct squeeze_ : movement {
  static constexpr std::string_view word = "squeeze";
  using attributes = attribute_types<axes>;
  static constexpr bool only_reshapes = true;
  static constexpr axes wanted = attribute_or<axes>({}, Attributes...);

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& x = inputs[0].tensor;
    const reduced_axes marked = mark_axes(wanted, x.extents.rank);
    shape result;
    for (int axis = 0; axis < x.extents.rank; ++axis) {
      const bool goes = wanted.count == 0 ? x.extents[axis] == 1 : marked.has(axis);
      if (!goes)
        result.push_back(x.extents[axis]);
      else if (x.extents[axis] != 1)
        return refuse("tenon: squeeze would leave out an axis of several elements; name axes of one element");
    }
    if (!marked.sound)
      return refuse("tenon: squeeze names an axis twice or one that its input lacks; name each of its axes once");
    return accept(x.type, result, inputs[0].code);
  }

  static constexpr bool is_identity(std::span<const edge_type> inputs) noexcept {
    return infer(inputs).edge.tensor == inputs[0].tensor;
  }
};

/// Without axes of one element: `squeeze<"row", axes{1}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, squeeze_<Attributes...>> squeeze{};

}  // namespace tenon::op
