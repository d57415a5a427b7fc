// SPDX-License-Identifier: Apache-2.0
// rows: some rows of a tensor.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include <tenon/op/conversion.hpp>
#include <tenon/op/movement.hpp>

namespace tenon::op {

/// Copies a `row_range` of its input. Networks do not name it: the plan inserts it where a step is made band by band,
/// as a processor's fast memory cannot hold all rows at the same time.
template <auto... Attributes>
struct rows_ : movement {
  static constexpr std::string_view word = "rows";
  using attributes = attribute_types<row_range>;
  static constexpr row_range taken = attribute_or<row_range>({}, Attributes...);

  static constexpr inferred infer(std::span<const edge_type> inputs) noexcept {
    const shape& from = inputs[0].tensor.extents;
    if (taken.axis < 0 || taken.axis >= from.rank || taken.first < 0 || taken.last > from[taken.axis] ||
        taken.first >= taken.last)
      return refuse("tenon: rows takes rows that its input lacks; give an axis of it and a range within");
    shape result = from;
    result[taken.axis] = taken.last - taken.first;
    return accept(inputs[0].tensor.type, result, inputs[0].code);
  }

  static constexpr strided view(const shape& extents) noexcept {
    const auto steps = steps_of_axes(extents);
    return {taken.first * steps[static_cast<std::size_t>(taken.axis)], steps};
  }
};

}  // namespace tenon::op
