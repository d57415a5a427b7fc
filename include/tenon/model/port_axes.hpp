// SPDX-License-Identifier: Apache-2.0
// In which order a model file keeps the axes of an input or output that the network keeps in another.
#pragma once

#include <array>
#include <string_view>

#include <tenon/core/shape.hpp>

namespace tenon {

/// Axis i of an input or output is axis `axes[i]` of the file's tensor: {0, 2, 3, 1} of images that the file keeps
/// channels first. A topology that was imported lists those that differ as `file_axes`; the network itself does not
/// need them.
struct port_axes {
  std::string_view port{};
  std::array<int, max_rank> axes{};
};

namespace detail {

template <class Topology>
concept lists_file_axes = requires { Topology::file_axes.size(); };

}  // namespace detail

/// The file's axis of axis `index` of an input or output of a topology.
template <class Topology>
constexpr int file_axis(std::string_view port, int index) noexcept {
  if constexpr (detail::lists_file_axes<Topology>)
    for (const port_axes& each : Topology::file_axes)
      if (each.port == port) return each.axes[static_cast<std::size_t>(index)];
  return index;
}

}  // namespace tenon
