// SPDX-License-Identifier: Apache-2.0
// slice: a part of a tensor, with steps that may go backwards.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/axis_list.hpp>
#include <tenon/op/movement.hpp>

namespace tenon {

/// First index of a slice on every axis; negative counts from the end.
struct begin : axis_list {
  using axis_list::axis_list;
};
/// First index after a slice on every axis; negative counts from the end, and below that it is before the
/// first element.
struct end : axis_list {
  using axis_list::axis_list;
};
/// Distance between the elements of a slice on every axis; negative walks backwards. 1 unless given.
struct strides : axis_list {
  using axis_list::axis_list;
};

namespace op {

/// Takes the elements begin, begin + stride, ... before end of every axis. Attributes: `begin`, `end`,
/// `strides`, one number for each axis. Rule: TFLite STRIDED_SLICE without masks, NumPy's
/// x[begin:end:stride].
template <auto... Attributes>
struct slice_ : movement {
  static constexpr std::string_view word = "slice";
  using attributes = attribute_types<begin, end, strides>;
  static constexpr bool writes_rows = true;
  static constexpr begin first_index = attribute_or<begin>({}, Attributes...);
  static constexpr end end_index = attribute_or<end>({}, Attributes...);
  static constexpr strides given_strides = attribute_or<strides>({}, Attributes...);

  static constexpr int stride_of(int axis) noexcept {
    return given_strides.count == 0 ? 1 : given_strides[axis];
  }

  /// The element at which an axis starts.
  static constexpr int first_of(const shape& extents, int axis) noexcept {
    return bounded_index(first_index[axis], extents[axis], stride_of(axis));
  }

  /// Elements that are taken of an axis; 0 or less if there is none.
  static constexpr int count_of(const shape& extents, int axis) noexcept {
    const int stride = stride_of(axis);
    const int distance = bounded_index(end_index[axis], extents[axis], stride) - first_of(extents, axis);
    return stride > 0 ? (distance + stride - 1) / stride : (distance + stride + 1) / stride;
  }

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const shape& x = inputs[0].tensor.extents;
    const bool strides_fit = given_strides.count == 0 || given_strides.count == x.rank;
    if (first_index.count != x.rank || end_index.count != x.rank || !strides_fit)
      return refuse(
          "tenon: slice has not one begin, end and stride for each axis; give as many as its input has axes");
    shape result;
    for (int axis = 0; axis < x.rank; ++axis) {
      if (stride_of(axis) == 0) return refuse("tenon: slice has a stride of 0; use 1 or more, or -1 or less");
      const int count = count_of(x, axis);
      if (count <= 0) return refuse("tenon: slice takes nothing of an axis; let begin come before end");
      result.push_back(count);
    }
    return accept(inputs[0].tensor.type, result, inputs[0].code);
  }

  static constexpr bool is_identity(std::span<const edge_type> inputs) noexcept {
    for (int axis = 0; axis < inputs[0].tensor.extents.rank; ++axis)
      if (stride_of(axis) < 0) return false;
    return infer(inputs).edge.tensor == inputs[0].tensor;
  }

  static constexpr strided view(const shape& extents) noexcept {
    const auto dense = steps_of_axes(extents);
    strided taken;
    for (int axis = 0; axis < extents.rank; ++axis) {
      const auto at = static_cast<std::size_t>(axis);
      taken.start += first_of(extents, axis) * dense[at];
      taken.steps[at] = stride_of(axis) * dense[at];
    }
    return taken;
  }

 private:
  /// An index counted from the front and cut to what a walk in this direction can reach.
  static constexpr int bounded_index(int index, int extent, int stride) noexcept {
    const int from_front = index < 0 ? index + extent : index;
    const int low = stride > 0 ? 0 : -1;
    const int high = stride > 0 ? extent : extent - 1;
    return from_front < low ? low : from_front > high ? high : from_front;
  }
};

/// A part of an edge: `slice<"left", begin{0, 0, 0}, end{8, 4, 3}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, slice_<Attributes...>> slice{};

}  // namespace op
}  // namespace tenon
