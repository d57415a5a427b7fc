// SPDX-License-Identifier: Apache-2.0
// An input or output of a network, and how many runs an array in a file holds for it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tenon/core/tensor.hpp>
#include <tenon/host/npy.hpp>

namespace tenon::host {

/// An input or output of a network.
struct port_info {
  std::string name{};
  tensor_type type{};
};

namespace detail {

inline std::vector<std::size_t> extents_of(const tensor_type& type) {
  return {type.extents.extents.begin(), type.extents.extents.begin() + type.extents.rank};
}

/// How many runs an array holds: its extents are the network's, with N for a leading 1 or N in front of them. Throws
/// std::runtime_error with one line that names the file `path`.
inline std::size_t runs_in(const npy_array& array, const port_info& port, const std::string& path) {
  const auto own = extents_of(port.type);
  auto given = array.extents;
  if (array.type == port.type.type) {
    if (given == own) return 1;
    if (given.size() == own.size() + 1 && std::equal(own.begin(), own.end(), given.begin() + 1)) return given.front();
    if (given.size() == own.size() && !own.empty() && own.front() == 1 &&
        std::equal(own.begin() + 1, own.end(), given.begin() + 1))
      return given.front();
  }
  throw std::runtime_error{
      fmt::format("{}: holds {} {}, but the input {} takes {} {}; save it with that type and shape", path,
                  name_of(array.type), fmt::join(given, "x"), port.name, name_of(port.type.type), fmt::join(own, "x"))};
}

}  // namespace detail
}  // namespace tenon::host
