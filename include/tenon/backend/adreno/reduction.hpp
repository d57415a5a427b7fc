// SPDX-License-Identifier: Apache-2.0
// Reductions in OpenCL C: an item for each result, loops over the values that it is made of.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include <tenon/backend/adreno/frame.hpp>
#include <tenon/backend/adreno/indexing.hpp>
#include <tenon/op/reduction.hpp>
#include <tenon/op/strided.hpp>

namespace tenon::adreno_kernels {

/// The axes of a shape that are reduced, or those that are not, with their steps.
struct reduced_part {
  shape extents{};
  std::array<int, max_rank> steps{};

  constexpr reduced_part(const shape& whole, const op::reduced_axes& marked, bool reduced) noexcept {
    const auto dense = op::steps_of_axes(whole);
    for (int axis = 0; axis < whole.rank; ++axis) {
      if (marked.has(axis) != reduced) continue;
      steps[static_cast<std::size_t>(extents.rank)] = dense[static_cast<std::size_t>(axis)];
      extents.push_back(whole[axis]);
    }
  }
};

/// Opens an item's result and the loop over its values, the value `k` of which lies at `x + at`. `before`
/// stands in between.
constexpr void put_reduction(text_writer& out, const shape& extents, const op::reduced_axes& marked,
                             std::string_view before) noexcept {
  const reduced_part kept(extents, marked, false);
  const reduced_part reduced(extents, marked, true);
  out.fill("const int result = get_global_id(0);\nif (result >= $results) return;\nconst int start = ",
           {{"results", kept.extents.size()}});
  put_offset(out, "result", kept.extents, kept.steps);
  out.put_line(";");
  out.put_line(before);
  out.fill("for (int k = 0; k < $count; ++k) {\nconst int at = start + ",
           {{"count", reduced.extents.size()}});
  put_offset(out, "k", reduced.extents, reduced.steps);
  out.put_line(";");
}

}  // namespace tenon::adreno_kernels
