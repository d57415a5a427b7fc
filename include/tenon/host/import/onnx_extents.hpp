// SPDX-License-Identifier: Apache-2.0
// Extents that operators of .onnx files ask for: reshaped, without axes of one element or with more of them, sliced.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <tenon/host/import/onnx_tensor.hpp>

namespace tenon::host::detail {

/// Reads the shape that a Reshape asks for: 0 keeps an extent, -1 stands for what is left.
inline std::vector<std::int64_t> reshaped_extents(const std::vector<std::int64_t>& given,
                                                  std::vector<std::int64_t> wanted, bool zero_is_zero) {
  std::int64_t known = 1;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i] == 0 && !zero_is_zero) {
      if (i >= given.size()) throw not_importable{"it keeps an axis that its input lacks; export it again"};
      wanted[i] = given[i];
    }
    if (wanted[i] < -1 || wanted[i] > (std::int64_t{1} << 30) || (known > (std::int64_t{1} << 30)))
      throw not_importable{"it asks for a shape that no tensor has; export it again"};
    if (wanted[i] != -1) known *= wanted[i];
  }
  const std::int64_t count = count_of(given);
  if (const auto open = std::find(wanted.begin(), wanted.end(), -1); open != wanted.end())
    *open = known == 0 ? 0 : count / known;
  if (count_of(wanted) != count)
    throw not_importable{"it changes the number of elements; export the model again with the right input shape"};
  return wanted;
}

/// Extents without some axes of one element, or all such if none is named.
inline std::vector<std::int64_t> squeezed_extents(const std::vector<std::int64_t>& given,
                                                  const std::vector<std::int64_t>& axes) {
  const int rank = static_cast<int>(given.size());
  std::vector<bool> gone(given.size());
  for (const std::int64_t axis : axes) gone[static_cast<std::size_t>(axis_in(axis, rank))] = true;
  std::vector<std::int64_t> made;
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (gone[i] && given[i] != 1) throw not_importable{"it drops an axis of more than one element; export it again"};
    if (!gone[i] && !(axes.empty() && given[i] == 1)) made.push_back(given[i]);
  }
  return made;
}

/// Extents with axes of one element at some places of the result.
inline std::vector<std::int64_t> unsqueezed_extents(const std::vector<std::int64_t>& given,
                                                    const std::vector<std::int64_t>& axes) {
  const int rank = static_cast<int>(given.size() + axes.size());
  std::vector<std::int64_t> made(static_cast<std::size_t>(rank), 0);
  for (const std::int64_t axis : axes) made[static_cast<std::size_t>(axis_in(axis, rank))] = 1;
  auto next = given.begin();
  for (std::int64_t& extent : made)
    if (extent == 0) {
      if (next == given.end()) throw not_importable{"it names an axis twice; export it again"};
      extent = *next++;
    }
  if (next != given.end()) throw not_importable{"it names an axis twice; export it again"};
  return made;
}

/// Which elements of an axis a slice takes.
struct taken_axis {
  std::int64_t begin = 0, step = 1, count = 0;
};
inline taken_axis taken_of(std::int64_t extent, std::int64_t start, std::int64_t end, std::int64_t step) {
  if (step == 0) throw not_importable{"it has a step of 0; export it again"};
  constexpr std::int64_t furthest = std::int64_t{1} << 31;
  step = std::clamp(step, -furthest, furthest);
  const auto bounded = [&](std::int64_t index) {
    if (index < 0) index = index < -extent ? -1 : index + extent;
    return step > 0 ? std::clamp(index, std::int64_t{0}, extent) : std::clamp(index, std::int64_t{-1}, extent - 1);
  };
  const std::int64_t first = bounded(start), last = bounded(end);
  const std::int64_t count = step > 0 ? (last - first + step - 1) / step : (first - last - step - 1) / -step;
  return {first, step, std::max(count, std::int64_t{0})};
}

}  // namespace tenon::host::detail
