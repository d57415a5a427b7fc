// SPDX-License-Identifier: Apache-2.0
// What flows along an edge of a network: element type, shape and encoding.
#pragma once

#include <cstddef>

#include <tenon/core/element.hpp>
#include <tenon/core/encoding.hpp>
#include <tenon/core/shape.hpp>

namespace tenon {

/// Marks an axis whose extent is not known when the program is compiled; tenon refuses it.
inline constexpr int dynamic = -1;

/// Element type and shape of a tensor, as a value.
struct tensor_type {
  element type = f32;
  shape extents{};

  constexpr int size() const noexcept { return extents.size(); }
  constexpr std::size_t bytes() const noexcept { return static_cast<std::size_t>(size()) * bytes_of(type); }
  friend bool operator==(const tensor_type&, const tensor_type&) = default;
};

/// A tensor type and, for quantized elements, the encoding that gives its integers their real values.
struct edge_type {
  tensor_type tensor{};
  encoding code{};

  friend bool operator==(const edge_type&, const edge_type&) = default;
};

/// Names a tensor type in a network: `tensor<f32, 49, 10, 1>` has 49 rows, 10 columns, 1 channel. Every extent is a
/// positive number; a batch is one more axis in front.
template <element Element, int... Extents>
struct tensor {
  static_assert(
      ((Extents != dynamic) && ...),
      "tenon: a tensor has a dynamic axis; memory is planned when compiling, so give every extent, batch included");
  static_assert(((Extents > 0 || Extents == dynamic) && ...),
                "tenon: a tensor has an extent that is not positive; give every axis at least one element");
  static constexpr tensor_type value{Element, shape_of(Extents...)};
};

}  // namespace tenon
