// SPDX-License-Identifier: Apache-2.0
// The elements of an array with its axes in another order, on a host.
#pragma once

#include <cstddef>
#include <vector>

namespace tenon::host {

/// The elements of a row-major array in the order in which axis i of the result is axis `axes[i]` of the array.
template <class Element, class Extents>
std::vector<Element> transposed(const std::vector<Element>& elements, const Extents& extents,
                                const std::vector<int>& axes) {
  const std::size_t rank = axes.size();
  std::vector<std::size_t> steps(rank, 1), counts(rank), step(rank), at(rank);
  for (std::size_t i = rank; i-- > 1;) steps[i - 1] = steps[i] * static_cast<std::size_t>(extents[i]);
  for (std::size_t i = 0; i < rank; ++i) {
    counts[i] = static_cast<std::size_t>(extents[static_cast<std::size_t>(axes[i])]);
    step[i] = steps[static_cast<std::size_t>(axes[i])];
  }
  std::vector<Element> made;
  made.reserve(elements.size());
  std::size_t from = 0;
  while (made.size() < elements.size()) {
    made.push_back(elements[from]);
    for (std::size_t axis = rank; axis-- > 0;) {
      from += step[axis];
      if (++at[axis] < counts[axis]) break;
      from -= step[axis] * counts[axis];
      at[axis] = 0;
    }
  }
  return made;
}

}  // namespace tenon::host
