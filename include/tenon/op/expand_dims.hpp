// SPDX-License-Identifier: Apache-2.0
// expand_dims: axes of one element are put in; nothing moves.
#pragma once

#include <span>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/movement.hpp>
#include <tenon/op/reduction.hpp>

namespace tenon::op {

/// Puts in axes of one element, where the result shall have them. Attribute: `axes`, those of the result; negative ones
/// count from its last. Rule: TFLite EXPAND_DIMS, ONNX Unsqueeze.
template <auto... Attributes>
struct expand_dims_ : movement {
  static constexpr std::string_view word = "expand_dims";
  using attributes = attribute_types<axes>;
  static constexpr bool only_reshapes = true;
  static constexpr axes wanted = attribute_or<axes>({}, Attributes...);

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& x = inputs[0].tensor;
    const int rank = x.extents.rank + wanted.count;
    const reduced_axes marked = mark_axes(wanted, rank);
    if (wanted.count == 0 || rank > max_rank || !marked.sound)
      return refuse(
          "tenon: expand_dims names no axis, one twice or one that its result lacks; name each new axis once");
    shape result;
    int next = 0;
    for (int axis = 0; axis < rank; ++axis) result.push_back(marked.has(axis) ? 1 : x.extents[next++]);
    return accept(x.type, result, inputs[0].code);
  }
};

/// With axes of one element: `expand_dims<"image", axes{0}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, expand_dims_<Attributes...>> expand_dims{};

}  // namespace tenon::op
