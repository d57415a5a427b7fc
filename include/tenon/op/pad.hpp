// SPDX-License-Identifier: Apache-2.0
// pad: elements of one value around a tensor.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include <tenon/core/encoding.hpp>
#include <tenon/graph/value.hpp>
#include <tenon/op/axis_list.hpp>
#include <tenon/op/movement.hpp>

namespace tenon {

/// Elements added in front of every axis.
struct before : axis_list {
  using axis_list::axis_list;
};
/// Elements added behind every axis.
struct after : axis_list {
  using axis_list::axis_list;
};
/// The real value of what is added; 0 unless given.
struct fill {
  float value;
};

namespace op {

namespace detail {

/// How much is added to one axis.
struct margin {
  int before = 0;
  int after = 0;
};

template <auto... Attributes>
constexpr margin margin_of(int axis, int rank) noexcept {
  constexpr padding around = attribute_or<padding>({}, Attributes...);
  if constexpr (has_attribute<padding>(Attributes...)) {
    if (axis == rank - 3) return {around.top, around.bottom};
    return axis == rank - 2 ? margin{around.left, around.right} : margin{};
  } else {
    return {attribute_or<tenon::before>({}, Attributes...)[axis],
            attribute_or<tenon::after>({}, Attributes...)[axis]};
  }
}

/// The rank that the attributes speak of; 0 if they suit images of rank 3 and 4.
template <auto... Attributes>
constexpr int padded_rank() noexcept {
  return has_attribute<padding>(Attributes...) ? 0 : attribute_or<tenon::before>({}, Attributes...).count;
}

/// True if zeros are added to rows and columns of an image, and nothing else is.
template <auto... Attributes>
constexpr bool pads_image() noexcept {
  if (attribute_or<tenon::fill>({0.0f}, Attributes...).value != 0.0f) return false;
  constexpr int rank = padded_rank<Attributes...>();
  if (rank == 0) return has_attribute<padding>(Attributes...);
  if (rank != 3 && rank != 4) return false;
  for (int axis = 0; axis < rank; ++axis) {
    const margin added = margin_of<Attributes...>(axis, rank);
    if ((axis < rank - 3 || axis == rank - 1) && (added.before != 0 || added.after != 0)) return false;
  }
  return true;
}

/// What a pad of rows and columns only offers to the window that reads it.
template <bool Offers, auto... Attributes>
struct offered_padding {};
template <auto... Attributes>
struct offered_padding<true, Attributes...> {
  static constexpr padding image_padding = [] {
    constexpr int rank = padded_rank<Attributes...>() == 0 ? 3 : padded_rank<Attributes...>();
    const margin rows = margin_of<Attributes...>(rank - 3, rank);
    const margin columns = margin_of<Attributes...>(rank - 2, rank);
    return padding{rows.before, rows.after, columns.before, columns.after};
  }();
};

}  // namespace detail

/// The element that a pad adds.
template <element Type>
struct fill_parameters {
  storage_t<Type> value{};
};

/// Adds elements before and after each axis. Attributes: `before` and `after`, one number for each axis, or
/// `padding` for rows and columns of an image; `fill`, the real value that is added, 0 unless given. Integers
/// get the fill's encoded value, so 0 becomes the zero point (TFLite PAD, PADV2).
template <auto... Attributes>
struct pad_ : movement, detail::offered_padding<detail::pads_image<Attributes...>(), Attributes...> {
  static constexpr std::string_view word = "pad";
  using attributes = attribute_types<tenon::before, tenon::after, padding, tenon::fill>;
  static constexpr float filling = attribute_or<tenon::fill>({0.0f}, Attributes...).value;

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& x = inputs[0].tensor;
    if (!suits(x.extents.rank))
      return refuse(
          "tenon: pad has not one before and after for each axis; give as many as its input has axes");
    if (filling != 0.0f && (x.type == f16 || x.type == bf16))
      return refuse(
          "tenon: pad has a fill that its element type cannot be given yet; use f32, integers or a fill of "
          "0");
    shape result;
    for (int axis = 0; axis < x.extents.rank; ++axis) {
      const detail::margin added = margin_at(x.extents, axis);
      if (added.before < 0 || added.after < 0)
        return refuse("tenon: pad would take elements away; use slice for that");
      result.push_back(added.before + x.extents[axis] + added.after);
    }
    return accept(x.type, result, inputs[0].code);
  }

  static constexpr bool is_identity(std::span<const edge_type> inputs) noexcept {
    return infer(inputs).edge.tensor == inputs[0].tensor;
  }

  /// What is added to one axis of an input.
  static constexpr detail::margin margin_at(const shape& extents, int axis) noexcept {
    return detail::margin_of<Attributes...>(axis, extents.rank);
  }

  template <class Call>
  using parameters = fill_parameters<Call::x.type>;

  template <class Call>
  static constexpr parameters<Call> prepare(const parameter_source&, std::span<const edge_type>,
                                            const edge_type& output) noexcept {
    constexpr element type = Call::x.type;
    constexpr integer_range range = range_of(type);
    if constexpr (type == f32)
      return {filling};
    else if constexpr (type == f16 || type == bf16)
      return {};
    else if constexpr (type == i32)
      return {quantize_value(filling, {1.0f, 0}, range.low, range.high)};
    else
      return {static_cast<storage_t<type>>(quantize_value(filling, output.code, range.low, range.high))};
  }

 private:
  static constexpr bool suits(int rank) noexcept {
    if constexpr (has_attribute<padding>(Attributes...))
      return rank == 3 || rank == 4;
    else
      return padded<tenon::before>(rank) && padded<tenon::after>(rank);
  }

  template <class Side>
  static constexpr bool padded(int rank) noexcept {
    return attribute_or<Side>({}, Attributes...).count == rank;
  }
};

/// Elements around a tensor: `pad<"framed", padding{1, 1, 1, 1}>`, `pad<"longer", before{0, 0}, after{0,
/// 3}>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, pad_<Attributes...>> pad{};

}  // namespace op
}  // namespace tenon
