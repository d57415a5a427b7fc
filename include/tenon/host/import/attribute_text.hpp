// SPDX-License-Identifier: Apache-2.0
// Attributes of operators as they are written in a topology, and shapes as they are told in messages.
#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tenon/core/shape.hpp>

namespace tenon::host {

/// The extents of a shape as text: "1x25x5x64".
inline std::string extents_text(const shape& extents) {
  std::string text;
  for (int axis = 0; axis < extents.rank; ++axis) text += (axis == 0 ? "" : "x") + std::to_string(extents[axis]);
  return text.empty() ? "scalar" : text;
}

/// A float as C++ text that gives the same bits: "0.1f".
inline std::string float_text(float number) { return fmt::format("{:#}f", number); }

/// An attribute that holds a list: "axes{1, 2}".
inline std::string list_text(const char* word, const std::vector<int>& numbers) {
  return fmt::format("{}{{{}}}", word, fmt::join(numbers, ", "));
}

/// The extents of a shape as such a list.
inline std::vector<int> extent_list(const shape& extents) {
  return {extents.extents.begin(), extents.extents.begin() + extents.rank};
}

/// Margins of a pad for each axis, as "padding" where only rows and columns of an image with a batch get some.
inline std::vector<std::string> margin_attributes(const std::vector<int>& before, const std::vector<int>& after) {
  if (before.size() == 4 && before[0] == 0 && after[0] == 0 && before[3] == 0 && after[3] == 0)
    return {fmt::format("padding{{{}, {}, {}, {}}}", before[1], after[1], before[2], after[2])};
  return {list_text("before", before), list_text("after", after)};
}

}  // namespace tenon::host
