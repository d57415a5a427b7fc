// SPDX-License-Identifier: Apache-2.0
// mirror_pad: a tensor goes on beyond its edges with its own elements.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <tenon/graph/value.hpp>
#include <tenon/op/movement.hpp>
#include <tenon/op/pad.hpp>
#include <tenon/op/selection.hpp>

namespace tenon {

/// What follows an edge: the elements before it in reverse, without the edge (reflect: 3 2 | 1 2 3) or with it
/// (symmetric: 2 1 | 1 2 3), or the edge again and again (repeat_edge: 1 1 | 1 2 3).
enum class continuation : std::uint8_t { reflect, symmetric, repeat_edge };
inline constexpr continuation reflect = continuation::reflect;
inline constexpr continuation symmetric = continuation::symmetric;
inline constexpr continuation repeat_edge = continuation::repeat_edge;

namespace op {

/// Adds elements before and after each axis that continue it. Attributes: `before` and `after`, one number for each
/// axis, or `padding` for rows and columns of an image; `reflect` unless `symmetric` or `repeat_edge` is given. Rule:
/// TFLite MIRROR_PAD, ONNX Pad (reflect, edge).
template <auto... Attributes>
struct mirror_pad_ : movement {
  static constexpr std::string_view word = "mirror_pad";
  using attributes = attribute_types<continuation, tenon::before, tenon::after, padding>;
  static constexpr continuation mode = attribute_or<continuation>(continuation::reflect, Attributes...);

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const tensor_type& x = inputs[0].tensor;
    if (!suits(x.extents.rank))
      return refuse("tenon: mirror_pad has not one before and after for each axis; give as many as its input has axes");
    shape result;
    for (int axis = 0; axis < x.extents.rank; ++axis) {
      const detail::margin added = margin_at(x.extents, axis);
      if (added.before < 0 || added.after < 0)
        return refuse("tenon: mirror_pad would take elements away; use slice for that");
      if (added.before > most(x.extents[axis]) || added.after > most(x.extents[axis]))
        return refuse("tenon: mirror_pad has no elements to mirror so far from an edge; pad less, or twice");
      result.push_back(added.before + x.extents[axis] + added.after);
    }
    return accept(x.type, result, inputs[0].code);
  }

  static constexpr bool is_identity(std::span<const edge_type> inputs) noexcept {
    return infer(inputs).edge.tensor == inputs[0].tensor;
  }

  static constexpr int source_of(const shape& extents, int axis, int index) noexcept {
    const int last = extents[axis] - 1;
    const int at = index - margin_at(extents, axis).before;
    if (at >= 0 && at <= last) return at;
    if (mode == continuation::repeat_edge) return at < 0 ? 0 : last;
    const int skipped = mode == continuation::symmetric ? 1 : 0;
    return at < 0 ? -at - skipped : 2 * last - at + skipped;
  }

 private:
  static constexpr detail::margin margin_at(const shape& extents, int axis) noexcept {
    return detail::margin_of<Attributes...>(axis, extents.rank);
  }

  static constexpr bool suits(int rank) noexcept {
    constexpr int padded = detail::padded_rank<Attributes...>();
    return padded == 0 && has_attribute<padding>(Attributes...)
               ? rank == 3 || rank == 4
               : padded == rank && attribute_or<tenon::after>({}, Attributes...).count == rank;
  }

  /// Elements that can be added to one side of an axis.
  static constexpr int most(int extent) noexcept {
    if (mode == continuation::repeat_edge) return 1 << 30;
    return mode == continuation::symmetric ? extent : extent - 1;
  }
};

/// Continued edges: `mirror_pad<"framed", padding{1, 1, 1, 1}>`, `mirror_pad<"longer", before{0, 0}, after{0, 3},
/// symmetric>`.
template <fixed_string Name, auto... Attributes>
inline constexpr stage<Name, mirror_pad_<Attributes...>> mirror_pad{};

}  // namespace op
}  // namespace tenon
