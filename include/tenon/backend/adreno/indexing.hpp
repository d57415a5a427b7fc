// SPDX-License-Identifier: Apache-2.0
// Index arithmetic in OpenCL C: from the number of an element to where it lies, with literal extents.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include <tenon/backend/adreno/text.hpp>
#include <tenon/core/shape.hpp>
#include <tenon/op/strided.hpp>

namespace tenon::adreno_kernels {

/// An axis as an expression sees it.
struct indexed_axis {
  int extent = 1;
  int step = 0;
};

/// The axes of a shape from the innermost on; axes that follow each other without a gap are one, those of one
/// element none.
struct axis_walk {
  std::array<indexed_axis, max_rank> axes{};
  std::size_t count = 0;

  constexpr axis_walk(const shape& extents, const std::array<int, max_rank>& steps) noexcept {
    for (int axis = extents.rank - 1; axis >= 0; --axis) {
      const indexed_axis next{extents[axis], steps[static_cast<std::size_t>(axis)]};
      if (next.extent == 1) continue;
      if (count > 0 && next.step == axes[count - 1].step * axes[count - 1].extent)
        axes[count - 1].extent *= next.extent;
      else axes[count++] = next;
    }
  }

  /// True if every element has the same place.
  constexpr bool stays() const noexcept {
    for (std::size_t i = 0; i < count; ++i)
      if (axes[i].step != 0) return false;
    return true;
  }
};

/// Writes `start + index % 4 * 12 + index / 4 * 3`: where the element `index` of a result of these extents
/// lies, when one index of each axis moves by its step.
constexpr void put_offset(text_writer& out, std::string_view index, const shape& extents,
                          const std::array<int, max_rank>& steps, int start = 0) noexcept {
  const axis_walk walk(extents, steps);
  bool first = true;
  if (start != 0) out.put(std::int64_t{start}), first = false;
  int before = 1;
  for (std::size_t i = 0; i < walk.count; ++i) {
    const indexed_axis& axis = walk.axes[i];
    if (axis.step != 0) {
      const tail whole{" / ", before, 1};
      const tail part{" % ", before * axis.extent == extents.size() ? 1 : axis.extent, 1};
      const tail step = times(axis.step);
      out.fill("$plus$index$whole$part$step", {{"plus", first ? "" : " + "},
                                               {"index", index},
                                               {"whole", whole.view()},
                                               {"part", part.view()},
                                               {"step", step.view()}});
      first = false;
    }
    before *= axis.extent;
  }
  if (first) out.put("0");
}

/// The outer axes of a shape, without its innermost.
constexpr shape outer_axes(shape extents) noexcept {
  if (extents.rank > 0) extents[--extents.rank] = 0;
  return extents;
}

}  // namespace tenon::adreno_kernels
