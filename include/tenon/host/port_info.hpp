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
#include <tenon/host/transposed.hpp>
#include <tenon/model/port_axes.hpp>

namespace tenon::host {

/// An input or output of a network.
struct port_info {
  std::string name{};
  tensor_type type{};
  /// Which axis of the model file's tensor each axis is, where the file keeps them in another order; else empty. Arrays in
  /// files are in the file's order, a running network's in its own.
  std::vector<int> axes{};
};

namespace detail {

inline std::vector<std::size_t> list_of_extents(const tensor_type& type) {
  return {type.extents.extents.begin(), type.extents.extents.begin() + type.extents.rank};
}

/// An input or output of a topology, which may say how the model file orders its axes.
template <class Topology>
port_info describe_port(const std::string& name, const tensor_type& type) {
  port_info made{name, type, {}};
  bool differs = false;
  for (int axis = 0; axis < type.extents.rank; ++axis) {
    made.axes.push_back(file_axis<Topology>(name, axis));
    differs = differs || made.axes.back() != axis;
  }
  if (!differs) made.axes.clear();
  return made;
}

/// The extents that arrays in files have for an input or output.
inline std::vector<std::size_t> file_extents_of(const port_info& port) {
  auto extents = list_of_extents(port.type);
  for (std::size_t i = 0; i < port.axes.size(); ++i)
    extents[static_cast<std::size_t>(port.axes[i])] = static_cast<std::size_t>(port.type.extents[static_cast<int>(i)]);
  return extents;
}

/// The bytes of some runs with the axes of each in another order: axis i of the result is axis `axes[i]`.
inline std::vector<std::byte> turned(const std::vector<std::byte>& bytes, std::vector<std::size_t> extents,
                                     const std::vector<int>& axes, std::size_t runs, element type) {
  if (axes.empty()) return bytes;
  extents.insert(extents.begin(), runs);
  extents.push_back(bytes_of(type));
  std::vector<int> order{0};
  for (const int axis : axes) order.push_back(axis + 1);
  order.push_back(static_cast<int>(axes.size()) + 1);
  return transposed(bytes, extents, order);
}

/// How many runs an array holds: its extents are those of the model file's tensor, with N for a leading 1 or N in front of
/// them. The array's elements are put into the network's order. Throws std::runtime_error with one line that names the
/// file `path`.
inline std::size_t runs_in(npy_array& array, const port_info& port, const std::string& path) {
  const auto own = file_extents_of(port);
  const auto& given = array.extents;
  std::size_t runs = 0;
  bool fits = array.type == port.type.type;
  if (given == own) runs = 1;
  else if (given.size() == own.size() + 1 && std::equal(own.begin(), own.end(), given.begin() + 1)) runs = given.front();
  else if (given.size() == own.size() && !own.empty() && own.front() == 1 &&
           std::equal(own.begin() + 1, own.end(), given.begin() + 1))
    runs = given.front();
  else fits = false;
  if (!fits)
    throw std::runtime_error{
        fmt::format("{}: holds {} {}, but the input {} takes {} {}; save it with that type and shape", path,
                    name_of(array.type), fmt::join(given, "x"), port.name, name_of(port.type.type), fmt::join(own, "x"))};
  array.bytes = turned(array.bytes, own, port.axes, runs, array.type);
  return runs;
}

/// The elements of one run of a port, given in the network's order, as the model file orders them.
inline std::vector<std::byte> elements_in_file_order(const void* data, const port_info& port) {
  const auto* first = static_cast<const std::byte*>(data);
  std::vector<int> back(port.axes.size());
  for (std::size_t i = 0; i < back.size(); ++i) back[static_cast<std::size_t>(port.axes[i])] = static_cast<int>(i);
  return turned({first, first + port.type.bytes()}, list_of_extents(port.type), back, 1, port.type.type);
}

}  // namespace detail
}  // namespace tenon::host
