// SPDX-License-Identifier: Apache-2.0
// reshape: the same elements under other extents; nothing moves.
#pragma once

#include <span>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/axis_list.hpp>
#include <tenon/op/movement.hpp>

namespace tenon {

/// The extents of a result; one of them may be -1, which stands for what is left.
struct extents : axis_list {
  using axis_list::axis_list;
};

namespace op {

/// Gives the elements, in row-major order, other extents. Attribute: `extents`. Rule: TFLite RESHAPE.
template <auto... Attributes>
struct reshape_ : movement {
  static constexpr std::string_view word = "reshape";
  using attributes = attribute_types<tenon::extents>;
  static constexpr bool only_reshapes = true;
  static constexpr tenon::extents wanted = attribute_or<tenon::extents>({}, Attributes...);

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& x = inputs[0].tensor;
    if (!is_shape())
      return refuse("tenon: reshape has extents that make no shape; give positive ones, and -1 once at most");
    const shape result = result_for(x.size());
    if (result.size() != x.size())
      return refuse(
          "tenon: reshape changes the number of elements; let the product of its extents be that of its "
          "input");
    return accept(x.type, result, inputs[0].code);
  }

  static constexpr bool is_identity(std::span<const edge_type> inputs) noexcept {
    return infer(inputs).edge.tensor == inputs[0].tensor;
  }

 private:
  static constexpr bool is_shape() noexcept {
    int open = 0;
    for (int axis = 0; axis < wanted.count; ++axis) {
      if (wanted[axis] == -1)
        ++open;
      else if (wanted[axis] <= 0)
        return false;
    }
    return wanted.count > 0 && open <= 1;
  }

  /// The wanted extents, the open one chosen so that `size` elements fit if that is possible.
  static constexpr shape result_for(int size) noexcept {
    int known = 1;
    for (int axis = 0; axis < wanted.count; ++axis) known *= wanted[axis] == -1 ? 1 : wanted[axis];
    shape result;
    for (int axis = 0; axis < wanted.count; ++axis)
      result.push_back(wanted[axis] == -1 ? size / known : wanted[axis]);
    return result;
  }
};

/// The same elements under other extents: `reshape<"rows", extents{7, -1}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, reshape_<Attributes...>> reshape{};

}  // namespace op
}  // namespace tenon
